import type { Translate } from '../../lib/platform/i18n.ts';
import { type Expected, MOST_IN_A_LIST, POLICY_KEYS } from '../../lib/policy/keys.ts';
import type { PolicyProblem } from '../../lib/policy/problem.ts';
import { MOST_ENTRIES } from '../../lib/settings/schema.ts';

/** What a right value is, as part of a sentence. */
export const expectedText = ({ key, words = [] }: Expected, t: Translate): string => t(key, words.join(', '));

const mostOf = (key: string): number =>
  Object.hasOwn(MOST_ENTRIES, key) ? MOST_ENTRIES[key as keyof typeof MOST_ENTRIES] : MOST_IN_A_LIST;

/** Why an entry was left out, and what to write instead. */
export function problemText({ kind, where, key, value, meant }: PolicyProblem, t: Translate): string {
  switch (kind) {
    case 'not-a-policy':
      return t('admin_problem_not_a_policy');
    case 'unknown':
      return meant ? t('admin_problem_unknown_meant', where, meant) : t('admin_problem_unknown', where);
    case 'wrong':
    case 'wrong-entry': {
      const { expects, example } = POLICY_KEYS[key ?? 'locked'];
      const text = kind === 'wrong' ? 'admin_problem_wrong' : 'admin_problem_wrong_entry';
      return t(text, where, expectedText(expects, t), JSON.stringify(example));
    }
    case 'too-many':
      return t('admin_problem_too_many', where, mostOf(where), String(value));
    case 'needs-name':
      return t('admin_problem_needs_name', where);
    case 'needs-rule':
      return t('admin_problem_needs_rule', where);
    case 'needs-other':
      return t('admin_problem_needs_other', where, meant ?? '');
    case 'retired':
      return t('admin_problem_retired', where, meant ?? '');
    case 'unknown-lock':
      return t('admin_problem_unknown_lock', where);
  }
}
