import { numberFormat } from '../../lib/platform/formats.ts';
import { type Expected, MOST_IN_A_LIST, POLICY_KEYS } from '../../lib/policy/keys.ts';
import type { PolicyProblem } from '../../lib/policy/problem.ts';
import type { Language } from '../../lib/register/labels.ts';
import { MOST_ENTRIES } from '../../lib/settings/schema.ts';

type Words = Pick<Language, 't' | 'locale'>;

/** What a right value is, in a sentence. */
export const expectedText = ({ key, words = [], most }: Expected, { t, locale }: Words): string =>
  t(key, most === undefined ? words.join(', ') : numberFormat(locale).format(most));

const mostOf = (key: string): number =>
  Object.hasOwn(MOST_ENTRIES, key) ? MOST_ENTRIES[key as keyof typeof MOST_ENTRIES] : MOST_IN_A_LIST;

/** Any of these makes a rule. */
const RULE_KEYS = ['organisationRule', 'organisationRuleUrl', 'organisationRuleLevel'];

/** Why an entry was left out, and what to write instead. */
export function problemText({ kind, where, key, value, meant }: PolicyProblem, language: Words): string {
  const { t, locale } = language;
  switch (kind) {
    case 'not-a-policy':
      return t('admin_problem_not_a_policy');
    case 'unknown':
    case 'unknown-lock':
      return meant ? t('admin_problem_unknown_meant', where, meant) : t('admin_problem_unknown', where);
    case 'wrong':
    case 'wrong-entry': {
      const { expects, example } = POLICY_KEYS[key ?? 'locked'];
      return t('admin_problem_wrong', where, expectedText(expects, language), JSON.stringify(example));
    }
    case 'too-many':
      return t('admin_problem_too_many', where, mostOf(where), String(value));
    case 'needs-name':
      return t('admin_problem_needs_other', where, 'organisationName');
    case 'needs-rule':
      return t(
        'admin_problem_needs_other',
        where,
        new Intl.ListFormat(locale, { type: 'disjunction' }).format(RULE_KEYS),
      );
    case 'needs-other':
      return t('admin_problem_needs_other', where, meant ?? '');
    case 'retired':
      return t('admin_problem_retired', where, meant ?? '');
  }
}
