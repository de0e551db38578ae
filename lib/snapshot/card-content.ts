import type { Translate } from '../platform/i18n.ts';
import type { Part, Snapshot, SnapshotRestriction } from './snapshot.ts';

/*
 * What stands in the card and in the question before a link opens. The background writes both down for the snapshot;
 * the content script only builds elements from them (`panel.ts`).
 *
 * - Where other elements have a class, a button has what it does: see `Action`. It is never written into the page.
 * - The section `link` is left empty for what the link is.
 */

/** What a button of a panel does, and for `record` which. */
export type Action = 'record' | 'register' | 'close' | 'open' | 'copy';

type Words = Pick<Snapshot['verdict'], 'word' | 'sentence' | 'notes'>;

const button = (action: Action, text: string, record = ''): Part => ['button', `${action} ${record}`, text];
const line = (text: string, name = ''): Part => ['p', name, text];
const heading = ({ word }: Words): Part => ['h2', '', ['i', ''], word];
const LINK: Part = ['section', 'link'];

/** The card. @param age of the register, in words */
export const cardOf = (
  words: Words,
  restrictions: readonly SnapshotRestriction[],
  response: string,
  age: string,
  t: Translate,
): readonly Part[] => [
  heading(words),
  line(words.sentence),
  ...words.notes.map((note) => line(note, 'soft')),
  LINK,
  [
    'section',
    '',
    ...restrictions.flatMap(({ id, title, line: text }): Part[] => [
      ['p', 'title gap', button('record', title, id)],
      line(text, 'soft'),
    ]),
  ],
  ['section', '', line(t('card_response'), 'title'), line(response)],
  ['section', 'row', button('register', t('card_more')), button('close', t('card_close')), line(age, 'soft')],
];

/** The question before a link opens. The first button gets the focus, so a key pressed too long opens nothing. */
export const confirmationOf = (words: Words, t: Translate): readonly Part[] => [
  heading(words),
  line(words.sentence),
  LINK,
  line(t('confirm_question')),
  [
    'section',
    'row',
    button('close', t('confirm_cancel')),
    button('open', t('confirm_open')),
    button('copy', t('confirm_copy')),
  ],
];
