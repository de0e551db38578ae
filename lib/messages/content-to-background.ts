import { z } from '../platform/zod.ts';

const Count = z.int().check(z.nonnegative());
const RecordId = z.string().check(z.regex(/^[a-z0-9-]{1,120}$/));

/** Longer ones are not opened: see `lib/content/too-long.ts`. */
const WebUrl = z.url({ protocol: /^https?$/ }).check(z.maxLength(8192));

/**
 * What the content script of a frame sends to the background with `runtime.sendMessage`.
 *
 * - `summary`: counts of the frame, after each change of them, at most one a second.
 * - `open`: more than fits on the page was asked for.
 * - `confirm-in-popup`: the person wants to open a link, and the page has no place to ask them in; without a URL where
 *   that is too long to be opened.
 * - `is-confirmed`: has the person confirmed on this site, in this session, that they want to open a link?
 * - `confirmed`: they have (`beforeOpen: 'once'`).
 * - `open-url`: a link that the person wants in a new tab or window, after they have confirmed it.
 */
export const ContentToBackground = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('summary'), links: Count, embeds: Count }),
  z.strictObject({
    type: z.literal('open'),
    page: z.enum(['register', 'popup', 'set-up']),
    record: z.exactOptional(RecordId),
  }),
  z.strictObject({ type: z.literal('confirm-in-popup'), url: z.exactOptional(WebUrl) }),
  z.strictObject({ type: z.literal('is-confirmed') }),
  z.strictObject({ type: z.literal('confirmed') }),
  z.strictObject({
    type: z.literal('open-url'),
    url: WebUrl,
    in: z.enum(['tab', 'background-tab', 'window']),
  }),
]);
export type ContentToBackground = z.infer<typeof ContentToBackground>;

/** One kind of message. */
export type FromContent<Type extends ContentToBackground['type']> = Extract<
  ContentToBackground,
  { type: Type }
>;

/** What the background answers, by the kind of message; the others are not answered. */
export interface AnswersToContent {
  /** True: the counts are in. Anything else came of a background that was stopped over them. */
  summary: boolean;
  'is-confirmed': boolean;
}

export type AnswerToContent<Type extends ContentToBackground['type']> = Type extends keyof AnswersToContent
  ? AnswersToContent[Type]
  : undefined;
