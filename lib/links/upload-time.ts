/** 1 January 2014, before the first post; an id with an earlier time is not one that carries a time. */
const FIRST_SECOND = 1388534400n;

/**
 * The time a post's upload began, as its id tells: the upper 32 bits are Unix seconds. It is 1 to 11 seconds
 * before the public time in checked samples, and may be long before it for scheduled posts.
 *
 * @param id decimal digits, at most 20
 * @returns ISO 8601 in UTC with seconds, or null where the id is too small or too large to hold a time
 */
export function uploadTime(id: string): string | null {
  const seconds = BigInt(id) >> 32n;
  return seconds < FIRST_SECOND || seconds >> 32n
    ? null
    : new Date(Number(seconds) * 1000).toISOString().replace('.000', '');
}
