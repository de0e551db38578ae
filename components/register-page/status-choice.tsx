import { useMemo } from 'preact/hooks';
import { numberFormat } from '../../lib/platform/formats.ts';
import type { ClauseTest } from '../../lib/register/search.ts';
import { type Found, statusMeant } from '../../lib/register/search.ts';
import type { PageState } from '../../lib/register-view/url-state.ts';
import { useLanguage } from '../language.tsx';
import { usePage } from './page-state.ts';

/** Statuses that are looked at together, each choice one click away from the others. */
const CHOICES = [
  ['in_force', ['in-force']],
  ['over', ['lifted', 'expired', 'struck-down', 'superseded']],
  ['unclear', ['unknown']],
  ['other', ['announced', 'eased', 'suspended', 'proposed']],
  ['any', []],
] as const satisfies readonly (readonly [string, PageState['statuses']])[];

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each) => b.includes(each));

interface StatusChoiceProps {
  /** The list of every status. */
  readonly all: readonly Found[];
  readonly means: ClauseTest;
}

/** Which rules the list holds: those in force as last known, or others, with how many there are of each. */
export function StatusChoice({ all, means }: StatusChoiceProps) {
  const { t, locale } = useLanguage();
  const { state, change } = usePage();
  const numbers = numberFormat(locale);
  const statuses = useMemo(() => all.map((each) => statusMeant(each, means)?.status), [all, means]);
  const count = (choice: PageState['statuses']) =>
    choice.length === 0
      ? statuses.length
      : statuses.filter((status) => status !== undefined && choice.includes(status)).length;
  return (
    <fieldset class="status-choice">
      <legend class="visually-hidden">{t('register_status_choice')}</legend>
      {CHOICES.map(([name, choice]) => (
        <label key={name}>
          <input
            type="radio"
            name="which"
            value={name}
            checked={isSame(state.statuses, choice)}
            onChange={() => change({ statuses: choice })}
          />
          <span>{t(`register_status_${name}`)}</span>
          <span class="facet-count">{numbers.format(count(choice))}</span>
        </label>
      ))}
    </fieldset>
  );
}
