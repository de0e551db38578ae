import { numberFormat } from '../platform/formats.ts';
import { formatDate } from '../register/dates.ts';
import {
  kindName,
  type Language,
  listOf,
  measureLine,
  restrictionTitle,
  statusName,
} from '../register/labels.ts';
import { sortKeyOfDate } from '../register/period.ts';
import { placeNameInFull } from '../register/places.ts';
import { withNumber } from '../register/plural.ts';
import { isInForce } from '../register/status.ts';
import { statusLine } from '../register/status-line.ts';
import { CHANGES, type Change, type Compared, countChanges } from '../register-view/comparison.ts';
import { type CsvRow, type ExportHead, writeCsv } from './csv.ts';

/** Two days, the earlier first, `YYYY-MM-DD`. */
export type Days = readonly [first: string, second: string];

/** The message key of a change, without its stem. */
export const changeKey = (change: Change) =>
  change === 'not-confirmed' ? ('not_confirmed' as const) : change;

/** Records of one change are named one by one up to this number. */
const MOST_NAMES = 20;

/**
 * What became of the rules of the first day by the second, as one paragraph: the numbers, then the names.
 *
 * @param filters in words, without that of the status.
 */
export function comparisonParagraph(
  compared: readonly Compared[],
  [first, second]: Days,
  filters: readonly string[],
  language: Language,
): string {
  const { t, locale } = language;
  if (compared.length === 0) return t('compare_nothing');
  const numbers = numberFormat(locale);
  const day = (date: string) => formatDate(date, locale);
  const counts = countChanges(compared);
  const before = compared.length - counts.new;
  const isStill = ({ change, now }: Compared) => change !== 'new' && isInForce(now.status);
  const still = compared.filter(isStill);
  const confirmed = still.filter(({ record: { knowledge } }) => sortKeyOfDate(knowledge.date) > first);
  const unclear = compared.filter(({ now }) => now.status === 'unknown').length;
  return [
    withNumber(language, 'compare_before', before, day(first)),
    ...(before > 0
      ? [
          withNumber(
            language,
            'compare_still',
            still.length,
            day(second),
            numbers.format(confirmed.length),
            day(first),
          ),
        ]
      : []),
    ...(unclear > 0 ? [t('compare_unclear', numbers.format(unclear))] : []),
    t(
      'compare_rest',
      numbers.format(counts.ended),
      numbers.format(counts.changed),
      numbers.format(counts.new),
    ),
    ...CHANGES.flatMap((change) => {
      const names = compared
        .filter((each) => each.change === change)
        .map(({ record }) => restrictionTitle(record));
      return names.length > 0 && names.length <= MOST_NAMES
        ? [t('sentence', t('name_and_value', t(`compare_${changeKey(change)}`), listOf(names, language)))]
        : [];
    }),
    ...(filters.length > 0 ? [t('brief_filters', filters.join('; '))] : []),
  ].join(' ');
}

const COLUMNS: readonly (readonly [
  name: string,
  value: (compared: Compared, days: Days, head: ExportHead, language: Language) => string,
])[] = [
  ['id', ({ record }) => record.id],
  ['change', ({ change }) => change],
  ['issuer', ({ record }) => restrictionTitle(record)],
  ['kind', ({ record }, _days, _head, language) => kindName(record.issuer.kind, language)],
  ['place_code', ({ record }) => record.issuer.jurisdiction],
  [
    'place',
    ({ record }, _days, _head, { locale, places }) =>
      placeNameInFull(record.issuer.jurisdiction, locale, places),
  ],
  ['measure', ({ record, after }, _days, _head, language) => measureLine(record, after, language)],
  ['first_day', (_compared, [first]) => first],
  ['status_first_day', ({ before }) => before.status],
  ['second_day', (_compared, [, second]) => second],
  ['status_second_day', ({ now }) => now.status],
  [
    'status_in_words',
    ({ record, after }, [, second], _head, language) => statusLine(record, after, second, language),
  ],
  ['knowledge_date', ({ record }) => record.knowledge.date ?? ''],
  ['looked_again', ({ record }) => record.lookedAgain?.date ?? ''],
  ['sources', ({ record }) => record.sources.map(({ url }) => url).join(' ')],
  ['filters', (_compared, _days, { filters }) => filters.join('; ')],
  ['register_version', (_compared, _days, { registerVersion }) => registerVersion],
];

/** The text of a CSV file with a row a restriction; its first line names the columns. */
export function writeComparison(
  compared: readonly Compared[],
  days: Days,
  head: ExportHead,
  language: Language,
): string {
  const rows: CsvRow[] = compared.map((each) =>
    Object.fromEntries(COLUMNS.map(([name, value]) => [name, value(each, days, head, language)])),
  );
  return writeCsv(
    rows,
    COLUMNS.map(([name]) => name),
  );
}

/** "in force", "not yet announced": the bare status on the first day. */
export const statusBefore = ({ before }: Compared, language: Language): string =>
  statusName({ ...before, since: null, until: null, temporary: false }, language);
