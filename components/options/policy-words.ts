import type { Translate } from '../../lib/platform/i18n.ts';
import { type Expected, MOST_ENTRIES, POLICY_KEYS } from '../../lib/policy/keys.ts';
import type { PolicyProblem } from '../../lib/policy/problem.ts';

/** What a right value is, as part of a sentence. */
export const expectedText = ({ key, words = [] }: Expected, t: Translate): string => t(key, words.join(', '));

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
      return t('admin_problem_too_many', where, MOST_ENTRIES, String(value));
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
