import { useState } from 'preact/hooks';
import { formatDate, isDay } from '../../lib/register/dates.ts';
import { useLanguage } from '../language.tsx';
import { usePage } from './page-state.ts';

/** A year is typed digit by digit: until the last one the field holds a day in antiquity. */
const EARLIEST = '1900';

interface DayFieldProps {
  readonly label: string;
  readonly name: string;
  /** `YYYY-MM-DD`; empty for no day. */
  readonly value: string;
  /** Called with a day that is not after today. */
  readonly onDay: (day: string) => void;
  /** Called when the field is emptied; without it that changes nothing. */
  readonly onNone?: () => void;
}

/** A field for a day up to today. What is no day, or still to come, is told in words and changes nothing. */
export function DayField({ label, name, value, onDay, onNone }: DayFieldProps) {
  const { t, locale } = useLanguage();
  const { today } = usePage();
  const [wrong, setWrong] = useState(false);
  const take = (typed: string) => {
    if (typed === '') return onNone?.();
    setWrong(!isDay(typed) || typed > today);
    if (!isDay(typed) || typed > today) return;
    if (typed >= EARLIEST) onDay(typed);
  };
  return (
    <div class="day-field">
      <label>
        <span>{label}</span>
        <input
          type="date"
          name={name}
          min="1900-01-01"
          max={today}
          value={value}
          aria-describedby={wrong ? `${name}-problem` : undefined}
          onInput={({ currentTarget }) => take(currentTarget.value)}
        />
      </label>
      <p class="small day-problem" role="alert" id={`${name}-problem`} hidden={!wrong}>
        {wrong && t('register_day_wrong', formatDate(value || today, locale))}
      </p>
    </div>
  );
}
