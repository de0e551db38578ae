import { z } from './zod.ts';

/** An absolute URL of https. None with a user name: what stands before an @ looks like a host and is none. */
export const HttpsUrl = z.url({ protocol: /^https$/, error: 'https-url' }).check(
  z.maxLength(2048, 'too-long'),
  z.refine((url) => {
    const { username = '', password = '' } = URL.parse(url) ?? {};
    return username === '' && password === '';
  }, 'user-name-in-url'),
);
