import { firstDay, formatDate } from './dates.ts';
import type { Language } from './labels.ts';
import type { Restriction } from './schema.ts';

/**
 * How old the knowledge of a rule in force is: "last seen in force March 2023, looked again November 2026". The second
 * part stands only where somebody searched later than in the month of the first.
 */
export function ageText(
  { knowledge, lookedAgain }: Pick<Restriction, 'knowledge' | 'lookedAgain'>,
  { t, locale }: Language,
): string {
  const { date } = knowledge;
  const month = lookedAgain?.date.slice(0, 7) ?? '';
  const looked = month && (!date || month > firstDay(date).slice(0, 7)) ? formatDate(month, locale) : '';
  if (date) {
    const seen = formatDate(date, locale);
    return looked ? t('age_seen_looked', seen, looked) : t('age_seen', seen);
  }
  return looked ? t('age_not_known_looked', looked) : t('age_not_known');
}
