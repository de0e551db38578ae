import type { Translate } from '../../lib/platform/i18n.ts';
import { underscored } from '../../lib/register/labels.ts';
import type { Problem } from '../../lib/settings/problem.ts';
import { useLanguage } from '../language.tsx';

/** Where something stood and what is wrong with it, in words. */
export function problemText({ where, reason }: Pick<Problem, 'where' | 'reason'>, t: Translate): string {
  const text = t(`problem_${underscored(reason)}`);
  return where ? t('options_problem', where, text) : text;
}

/** What could not be used: where it stood, why, and the value as it was found. */
export function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useLanguage();
  return (
    <ul class="bullets">
      {problems.map(({ where, reason, value }) => (
        <li key={`${where} ${reason}`}>
          {problemText({ where, reason }, t)} <RawValue value={value} />
        </li>
      ))}
    </ul>
  );
}

/** As much of a value as fits a line or a few. */
const SHOWN = 500;

/** A value as it was found, as text. */
export function RawValue({ value }: { readonly value: unknown }) {
  const text = JSON.stringify(value) ?? '';
  return <code class="raw">{text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}</code>;
}
