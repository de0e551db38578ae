/** Characters from which on a URL is neither shown nor opened: only its host is named. A part of it could mislead. */
const LONGEST_URL = 8192;

export const isTooLong = (url: string): boolean => url.length > LONGEST_URL;
