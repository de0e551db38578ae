import { namedAge, numberedAge } from '../platform/formats.ts';

/*
 * Days and partial dates as strings. A day is `YYYY-MM-DD`; a partial date may lack the day or the month. Days of
 * this form compare as strings, so nothing here needs a clock or a time zone.
 */

/** Is a text a day of the calendar, `YYYY-MM-DD`? Years of five digits and the 30th of February are none. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

/** The same day one year earlier; the 28th of February for the 29th. */
export function yearBefore(day: string): string {
  const before = `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;
  return isDay(before) ? before : `${before.slice(0, 8)}28`;
}

/** Days in a month; `month` counts from 1. */
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The first day that a partial date can mean: `2023-03` gives `2023-03-01`. */
export function firstDay(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** The last day that a partial date can mean: `2023-02` gives `2023-02-28`. */
export function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length > 7) return date;
  return `${date}-${daysIn(Number(date.slice(0, 4)), Number(date.slice(5, 7)))}`;
}

/**
 * Whole months from a partial date to `day`, counted from the last day the date can mean, so that the age is never
 * overstated. 0 for dates that are still to come.
 */
export function ageInMonths(day: string, date: string): number {
  const from = lastDay(date);
  const part = (text: string, start: number, end: number) => Number(text.slice(start, end));
  const months = (part(day, 0, 4) - part(from, 0, 4)) * 12 + part(day, 5, 7) - part(from, 5, 7);
  const dayOfMonth = part(day, 8, 10);
  // The 28th of February closes a month that began on the 31st.
  const complete = dayOfMonth >= part(from, 8, 10) || dayOfMonth === daysIn(part(day, 0, 4), part(day, 5, 7));
  return Math.max(0, complete ? months : months - 1);
}

/** How a month is written: in full in sentences, in few letters where many dates stand in columns. */
export type MonthStyle = 'long' | 'short';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A partial date in words as exact as it is: "27 February 2023", "March 2023", "2023". `locale`: BCP 47. */
export function formatDate(date: string, locale: string, month: MonthStyle = 'long'): string {
  const key = `${locale} ${date.length} ${month}`;
  let format = formats.get(key);
  if (!format) {
    // Registers give Gregorian years; some locales would count another era.
    format = new Intl.DateTimeFormat(locale, {
      year: 'numeric',
      ...(date.length > 4 && { month }),
      ...(date.length > 7 && { day: 'numeric' }),
      calendar: 'gregory',
      timeZone: 'UTC',
    });
    formats.set(key, format);
  }
  return format.format(new Date(`${firstDay(date)}T00:00:00Z`));
}

/** An age in words: whole months below two years, whole years above ("this month", "7 months ago", "3 years ago"). */
export function formatAge(months: number, locale: string): string {
  const years = months >= 24;
  const words = months === 0 ? namedAge(locale) : numberedAge(locale);
  return years ? words.format(-Math.floor(months / 12), 'year') : words.format(-months, 'month');
}
