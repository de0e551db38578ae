import { numberFormat } from '../platform/formats.ts';
import { underscored } from '../platform/underscored.ts';
import { formatDate } from '../register/dates.ts';
import { deviceName, kindName, type Language, listOf, measureName } from '../register/labels.ts';
import { placeNameInFull } from '../register/places.ts';
import type { RegisterHead } from '../register/schema.ts';
import type { PageState } from './url-state.ts';

/** A filter that is set, in words, and the state without it. */
export interface SetFilter {
  /** Unique among the filters that are set. */
  readonly key: string;
  /** "Place: Europe". */
  readonly words: string;
  readonly without: Partial<PageState>;
}

/** Every filter that is set, one a choice. */
export function setFilters(state: PageState, language: Language): SetFilter[] {
  const { t } = language;
  const filter = (key: string, name: string, value: string, without: Partial<PageState>): SetFilter => ({
    key,
    words: t('name_and_value', name, value),
    without,
  });
  const rest = <T>(list: readonly T[], value: T) => list.filter((each) => each !== value);
  return [
    ...(state.text.trim()
      ? [
          filter('text', t('register_search'), t('register_cite_quoted', state.text.trim()), {
            text: '',
          }),
        ]
      : []),
    ...(state.place
      ? [
          filter(
            'place',
            t('register_column_place'),
            placeNameInFull(state.place, language.locale, language.places),
            {
              place: null,
            },
          ),
        ]
      : []),
    ...state.kinds.map((kind) =>
      filter(kind, t('register_column_kind'), kindName(kind, language), { kinds: rest(state.kinds, kind) }),
    ),
    ...state.measures.map((measure) =>
      filter(measure, t('register_column_measure'), measureName(measure, language), {
        measures: rest(state.measures, measure),
      }),
    ),
    ...state.devices.map((device) =>
      filter(`device-${device}`, t('register_column_devices'), deviceName(device, language), {
        devices: rest(state.devices, device),
      }),
    ),
    ...state.statuses.map((status) =>
      filter(`status-${status}`, t('register_column_status'), t(`status_${underscored(status)}`), {
        statuses: rest(state.statuses, status),
      }),
    ),
    ...(state.source
      ? [
          filter('source', t('register_column_sources'), t(`register_filter_source_${state.source}`), {
            source: null,
          }),
        ]
      : []),
    ...(state.confirmed
      ? [
          filter('confirmed', t('register_filter_confirmed'), formatDate(state.confirmed, language.locale), {
            confirmed: null,
          }),
        ]
      : []),
    ...(state.mine ? [{ key: 'mine', words: t('register_filter_mine'), without: { mine: false } }] : []),
  ];
}

/** One sentence that says what a list is: how many, of which register, on which day, by which filters. */
export function listStatement(
  count: number,
  { version }: Pick<RegisterHead, 'version'>,
  day: string,
  filters: readonly string[],
  language: Language,
): string {
  const { t, locale } = language;
  return t(
    'export_statement',
    t('register_cite_container'),
    version,
    formatDate(day, locale),
    filters.length > 0 ? listOf(filters, language) : t('none'),
    numberFormat(locale).format(count),
  );
}
