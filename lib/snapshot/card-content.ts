import type { Translate } from '../platform/i18n.ts';
import type { OwnRuleText, VerdictBlock } from '../register/verdict-block.ts';
import type { Part } from './snapshot.ts';

/*
 * What stands in the card and in the question before a link opens. The background writes both down for the snapshot;
 * the content script only builds elements from them (`panel.ts`).
 *
 * - Where other elements have a class, a button has what it does: see `Action`. It is never written into the page.
 * - The section `link` is left empty for what the link is.
 */

/** What a button of a panel does, and for `record` which. */
export type Action = 'record' | 'register' | 'set-up' | 'close' | 'open' | 'copy';

const button = (action: Action, text: string, record = ''): Part => ['button', `${action} ${record}`, text];
const line = (text: string | null, name = ''): Part[] => (text ? [['p', name, text]] : []);
const LINK: Part = ['section', 'link'];

const ownRuleLines = (rule: OwnRuleText | null, t: Translate): Part[] =>
  rule
    ? [
        ...line(rule.text),
        ...line(rule.exceptions && t('more_exceptions', rule.exceptions), 'soft'),
        ...line(rule.url, 'soft'),
        ...line(rule.contact && t('block_own_rule_contact', rule.contact), 'soft'),
      ]
    : [];

/** The verdict block up to what stands folded. */
const answer = (block: VerdictBlock, t: Translate): Part[] => [
  ['h2', '', ['i', ''], block.word],
  ...line(block.sentence),
  ...line(block.age, 'soft'),
  ...ownRuleLines(block.ownRule, t),
  ...line(block.why, 'soft'),
  ...line(block.also),
];

/** The card. @param age of the register, in words */
export const cardOf = (block: VerdictBlock, response: string, age: string, t: Translate): readonly Part[] => [
  ...answer(block, t),
  ...(block.more.length > 0
    ? [
        [
          'details',
          '',
          ['summary', '', t('more')],
          ...block.more.flatMap(({ text }) => line(text, 'soft')),
        ] as Part,
      ]
    : []),
  ...(block.record ? [['p', 'title gap', button('record', t('block_read'), block.record)] as Part] : []),
  ...(block.level === 'no-profile' ? [['p', 'title gap', button('set-up', t('block_set_up'))] as Part] : []),
  LINK,
  ['section', '', ...line(t('register_tab_response'), 'title'), ...line(response)],
  ['section', '', ...line(age, 'soft')],
  ['section', 'row', button('register', t('popup_register')), button('close', t('card_close'))],
];

/** The question before a link opens. The first button gets the focus, so a key pressed too long opens nothing. */
export const confirmationOf = (block: VerdictBlock, t: Translate): readonly Part[] => [
  ...answer(block, t),
  LINK,
  [
    'section',
    'row asks',
    ...line(t('confirm_question')),
    button('close', t('confirm_cancel')),
    button('open', t('confirm_open')),
    button('copy', t('page_copy')),
  ],
];
