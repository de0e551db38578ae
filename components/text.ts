import { formatDate } from '../lib/register/dates.ts';

/** The day of a moment (ISO 8601) in UTC, where TikTok's ids count. */
export const dayOf = (moment: string, locale: string): string =>
  formatDate(new Date(moment).toISOString().slice(0, 10), locale);

/** An address without scheme and leading `www.`; app links keep their scheme, which is all that tells them apart. */
export const shortAddress = (address: string): string =>
  address.replace(/^https?:\/\/(www\.)?/, '').replace(/^([^/?#]+)\/$/, '$1');

/** The host in a typed host or a pasted http(s) address, as the browser writes it; null where there is none. */
export function hostOf(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '' || /\s/.test(trimmed)) return null;
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  // A name before the host is that of a mailbox or an account, not of a site.
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '') return null;
  return url.hostname || null;
}
