import type { ComponentChildren } from 'preact';
import type { Translate } from '../../lib/platform/i18n.ts';
import { underscored } from '../../lib/platform/underscored.ts';
import type { Problem, ProblemReason } from '../../lib/settings/problem.ts';
import { useLanguage, withNumber } from '../language.tsx';

/** More than this many are only counted: a page of a hundred thousand lines would never be drawn. */
const MOST = 50;

/** The first items of a list, and how many more there are. */
export function FirstOf<T>({
  items,
  keyOf,
  children,
}: {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly children: (item: T) => ComponentChildren;
}) {
  const language = useLanguage();
  const rest = items.length - MOST;
  return (
    <>
      <ul class="bullets">
        {items.slice(0, MOST).map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {rest > 0 && <p class="small">{withNumber(language, 'not_shown', rest)}</p>}
    </>
  );
}

/** Reasons that a person mends alike share their words. */
const wordsOf = (reason: ProblemReason) => {
  if (reason === 'no-choice' || reason === 'wrong-type') return 'not-understood';
  return reason === 'no-json' ? 'no-settings-file' : reason;
};

/** Where something stood and what is wrong with it, in words. */
export function problemText({ where, reason, values = [] }: Problem, t: Translate): string {
  const text = t(`problem_${underscored(wordsOf(reason))}`, ...values);
  return where ? t('name_and_value', where, text) : text;
}

/** What could not be used: where it stood, why, and the value as it was found. */
export function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useLanguage();
  return (
    <FirstOf items={problems} keyOf={({ where, reason }) => `${where} ${reason}`}>
      {(problem) => (
        <>
          {problemText(problem, t)} <RawValue value={problem.value} />
        </>
      )}
    </FirstOf>
  );
}

/** As much of a value as fits a line or a few. */
const SHOWN = 500;

/** A value as it was found, as text. */
export function RawValue({ value }: { readonly value: unknown }) {
  const text = JSON.stringify(value) ?? '';
  return <code class="raw">{text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}</code>;
}
