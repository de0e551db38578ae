import { z } from './zod.ts';

/** An absolute URL of https. */
export const HttpsUrl = z.url({ protocol: /^https$/, error: 'https-url' });
