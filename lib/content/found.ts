import type { Recognition } from '../links/recognition.ts';

/** Something of the page that leads to TikTok. */
export interface Found {
  /** The link, the area, the embed, or the element whose text is the address. */
  readonly element: Element;
  /** The address as it stands in the page. */
  readonly written: string;
  readonly embed: boolean;
  /** To what it leads: `recognitionOf` in `find.ts` reads it where it is wanted. */
  recognition: Recognition | undefined;
  /** Where it cannot be seen (a `noscript` embed), it is listed without a badge. */
  readonly hidden?: boolean;
}
