import { ageText } from './age-words.ts';
import { firstDay, formatDate, type MonthStyle } from './dates.ts';
import { type Language, sideBySide, statusName, timeLimit } from './labels.ts';
import type { Restriction } from './schema.ts';
import type { StatusOnDay } from './status.ts';

/** What a status line needs of a record. */
type Known = Pick<Restriction, 'knowledge' | 'lookedAgain'>;

/**
 * How old the knowledge of a status is: "last seen in force March 2023, looked again November 2026"; of a status that
 * is no longer in force "last known March 2023, looked again November 2026".
 */
export function statusAge(
  record: Known,
  { status }: Pick<StatusOnDay, 'status'>,
  language: Language,
  style: MonthStyle = 'long',
): string {
  if (status === 'in-force') return ageText(record, language, style);
  const { t, locale } = language;
  const { date } = record.knowledge;
  const looked = record.lookedAgain?.date.slice(0, 7);
  return sideBySide(
    [
      date ? t('status_last_known', formatDate(date, locale, style)) : t('age_not_known'),
      ...(looked && (!date || looked > firstDay(date).slice(0, 7))
        ? [t('status_looked_again', formatDate(looked, locale, style))]
        : []),
    ],
    language,
  );
}

/**
 * The status never without its age: "last seen in force March 2023, looked again November 2026"; "lifted (5 February
 * 2026), last known February 2026"; of a day that newer knowledge covers "in force, still seen in force March 2024".
 *
 * @param day that the status is of, `YYYY-MM-DD`.
 */
export function statusLine(
  record: Known,
  status: StatusOnDay,
  day: string,
  language: Language,
  style: MonthStyle = 'long',
): string {
  const { t, locale } = language;
  if (status.status === 'not-yet') return statusName(status, language);
  const { date } = record.knowledge;
  const announced =
    status.sinceAnnounced && status.since && status.status !== 'unknown'
      ? [t('status_counted_from_announcement', formatDate(status.since, locale, style))]
      : [];
  if (status.status !== 'in-force')
    return sideBySide(
      [statusName(status, language), ...announced, statusAge(record, status, language, style)],
      language,
    );
  if (date !== null && firstDay(date) > day)
    return sideBySide(
      [t('status_in_force'), ...announced, t('status_still_seen', formatDate(date, locale, style))],
      language,
    );
  return sideBySide(
    [ageText(record, language, style), ...announced, ...timeLimit(status, language)],
    language,
  );
}
