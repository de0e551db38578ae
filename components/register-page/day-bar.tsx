import { formatDate, isDay } from '../../lib/register/dates.ts';
import { useLanguage } from '../language.tsx';
import { useWritten } from '../written.ts';
import { DayField } from './day-field.tsx';
import { usePage } from './page-state.ts';

const DAY = 86_400_000;
const numberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
const dayOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);

interface DayBarProps {
  /** First and last day of the register. */
  readonly span: readonly [first: string, last: string];
}

/** The day everything on the page is shown for: a date field for those who know it, a slider for those who look. */
export function DayBar({ span: [first, last] }: DayBarProps) {
  const { t, locale } = useLanguage();
  const { day, today, state, change } = usePage();
  const set = (value: string) => {
    if (isDay(value) && value <= today) change({ day: value === today ? null : value }, 'soon');
  };
  if (useWritten()) return null;
  return (
    <fieldset class="day-bar">
      <legend class="visually-hidden">{t('register_day_as_on')}</legend>
      <DayField label={t('register_day_as_on')} name="day" value={day} onDay={set} />
      <label class="day-slider">
        <span class="visually-hidden">{t('register_day_as_on')}</span>
        <input
          type="range"
          name="day-slider"
          min={numberOf(first)}
          max={numberOf(last)}
          value={numberOf(day)}
          aria-valuetext={formatDate(day, locale)}
          onInput={(event) => set(dayOf(event.currentTarget.valueAsNumber))}
        />
        <span class="day-ends small soft" aria-hidden="true">
          <span>{formatDate(first.slice(0, 4), locale)}</span>
          <span>{formatDate(last.slice(0, 4), locale)}</span>
        </span>
      </label>
      <button type="button" disabled={state.day === null} onClick={() => change({ day: null })}>
        {t('register_day_today')}
      </button>
    </fieldset>
  );
}
