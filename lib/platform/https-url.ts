import { z } from './zod.ts';

/** An absolute URL of https. None with a user name: what stands before an @ looks like a host and is none. */
export const HttpsUrl = z.url({ protocol: /^https$/, error: 'an address that starts with https://' }).check(
  z.maxLength(2048, 'at most 2,048 characters'),
  z.refine((url) => {
    const { username = '', password = '' } = URL.parse(url) ?? {};
    return username === '' && password === '';
  }, 'an address without a user name'),
);
