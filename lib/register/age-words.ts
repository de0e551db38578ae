import { firstDay, formatDate, type MonthStyle } from './dates.ts';
import { type Language, sideBySide } from './labels.ts';
import type { Restriction } from './schema.ts';

/**
 * How old the knowledge of a rule in force is: "last seen in force March 2023, looked again November 2026". The second
 * part stands only where somebody searched later than in the month of the first.
 */
export function ageText(
  { knowledge, lookedAgain }: Pick<Restriction, 'knowledge' | 'lookedAgain'>,
  language: Language,
  style: MonthStyle = 'long',
): string {
  const { t, locale } = language;
  const { date } = knowledge;
  const month = lookedAgain?.date.slice(0, 7) ?? '';
  const looked =
    month && (!date || month > firstDay(date).slice(0, 7)) ? formatDate(month, locale, style) : '';
  return sideBySide(
    [
      date ? t('age_seen', formatDate(date, locale, style)) : t('age_not_known'),
      ...(looked ? [t('status_looked_again', looked)] : []),
    ],
    language,
  );
}
