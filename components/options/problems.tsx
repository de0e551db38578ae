import type { Problem } from '../../lib/settings/schema.ts';
import { useLanguage } from '../language.tsx';

/** What could not be used: where it stood, why, and the value as it was found. */
export function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useLanguage();
  return (
    <ul class="bullets">
      {problems.map(({ where, reason, value }) => (
        <li key={`${where} ${reason}`}>
          {t('options_problem', where, reason)} <RawValue value={value} />
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
