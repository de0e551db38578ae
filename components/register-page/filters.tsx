import { useEffect, useState } from 'preact/hooks';
import { numberFormat } from '../../lib/platform/formats.ts';
import { underscored } from '../../lib/platform/underscored.ts';
import { yearBefore } from '../../lib/register/dates.ts';
import { deviceName, kindName, measureName } from '../../lib/register/labels.ts';
import { DEVICE_SCOPES, ISSUER_KINDS, RESTRICTION_MEASURES } from '../../lib/register/schema.ts';
import type { FacetCounts } from '../../lib/register-view/selection.ts';
import { setFilters } from '../../lib/register-view/selection-words.ts';
import { type PageState, SOURCE_KINDS, STATUS_CHOICES } from '../../lib/register-view/url-state.ts';
import { useLanguage } from '../language.tsx';
import { LazyDetails } from '../record/lazy-details.tsx';
import { DayField } from './day-field.tsx';
import { usePage } from './page-state.ts';
import { PlaceSelect } from './place-select.tsx';

interface FiltersProps {
  /** Counted off the key stroke: the list goes first. */
  readonly count: () => FacetCounts;
  /** The person has picked something that can concern them; null where nothing personal has a place. */
  readonly hasProfile: boolean | null;
}

/** Everything that narrows the list. */
export function Filters({ count, hasProfile }: FiltersProps) {
  const language = useLanguage();
  const { t } = language;
  const { state, day, change } = usePage();
  const counts = useLater(count);
  return (
    <search class="filter-panel">
      <label class="field">
        <span class="field-name">{t('register_search')}</span>
        <input
          type="search"
          name="text"
          value={state.text}
          placeholder={t('register_search_example')}
          onInput={(event) => change({ text: event.currentTarget.value }, 'soon')}
        />
      </label>
      <PlaceSelect />
      <Choices
        field="kinds"
        legend={t('register_column_kind')}
        counts={counts?.kinds}
        choices={ISSUER_KINDS.map((value) => [value, kindName(value, language)])}
      />
      <Choices
        field="measures"
        legend={t('register_column_measure')}
        counts={counts?.measures}
        choices={RESTRICTION_MEASURES.map((value) => [value, measureName(value, language)])}
      />
      <Choices
        field="devices"
        legend={t('register_column_devices')}
        counts={counts?.devices}
        choices={DEVICE_SCOPES.map((value) => [value, deviceName(value, language)])}
      />
      <Choices
        field="statuses"
        legend={t('register_column_status')}
        counts={counts?.statuses}
        choices={STATUS_CHOICES.map((value) => [value, t(`status_${underscored(value)}`)])}
      />
      <label class="field">
        <span class="field-name">{t('register_column_sources')}</span>
        <select
          name="source"
          value={state.source ?? ''}
          onChange={(event) =>
            change({ source: SOURCE_KINDS.find((kind) => kind === event.currentTarget.value) ?? null })
          }
        >
          <option value="">{t('register_any')}</option>
          {SOURCE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`register_filter_source_${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <div class="field confirmed-field">
        <DayField
          label={t('register_filter_confirmed')}
          name="confirmed"
          value={state.confirmed ?? ''}
          onDay={(confirmed) => change({ confirmed }, 'soon')}
          onNone={() => change({ confirmed: null })}
        />
        <button type="button" onClick={() => change({ confirmed: yearBefore(day) })}>
          {t('register_filter_confirmed_year')}
        </button>
      </div>
      {hasProfile !== null && (
        <div class="field">
          <label class="choice-line">
            <input
              type="checkbox"
              name="mine"
              checked={state.mine}
              onChange={(event) => change({ mine: event.currentTarget.checked })}
            />
            {t('register_filter_mine')}
          </label>
          {!hasProfile && <p class="small soft">{t('register_filter_mine_empty')}</p>}
        </div>
      )}
    </search>
  );
}

/** A value that is worked out after the page has been painted. */
function useLater<T>(work: () => T): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    const timer = setTimeout(() => setValue(work()), 60);
    return () => clearTimeout(timer);
  }, [work]);
  return value;
}

interface ChoicesProps<F extends 'kinds' | 'measures' | 'devices' | 'statuses'> {
  readonly field: F;
  readonly legend: string;
  readonly counts: ReadonlyMap<string, number> | undefined;
  readonly choices: readonly (readonly [value: PageState[F][number], name: string])[];
}

/** Check boxes of which any number may be set; those that lead to nothing are left out until the list is wider. */
function Choices<F extends 'kinds' | 'measures' | 'devices' | 'statuses'>({
  field,
  legend,
  counts,
  choices,
}: ChoicesProps<F>) {
  const { locale } = useLanguage();
  const { state, change } = usePage();
  const chosen = state[field] as readonly PageState[F][number][];
  const numbers = numberFormat(locale);
  const useful = choices.filter(([value]) => chosen.includes(value) || counts?.get(value) !== undefined);
  return (
    <LazyDetails
      class="facet"
      startOpen={chosen.length > 0 || field === 'kinds'}
      summary={
        <>
          {legend}
          {chosen.length > 0 && <span class="facet-chosen">{numbers.format(chosen.length)}</span>}
        </>
      }
    >
      {() => (
        <fieldset>
          <legend class="visually-hidden">{legend}</legend>
          {useful.map(([value, name]) => (
            <label key={value} class="choice-line">
              <input
                type="checkbox"
                name={field}
                value={value}
                checked={chosen.includes(value)}
                onChange={(event) =>
                  change({
                    [field]: choices
                      .map(([each]) => each)
                      .filter((each) =>
                        each === value ? event.currentTarget.checked : chosen.includes(each),
                      ),
                  })
                }
              />
              <span>{name}</span>
              <span class="facet-count">{counts && numbers.format(counts.get(value) ?? 0)}</span>
            </label>
          ))}
        </fieldset>
      )}
    </LazyDetails>
  );
}

/** The filters that are set, each with a way to take it back. */
export function SetFilters() {
  const language = useLanguage();
  const { t } = language;
  const { state, change } = usePage();
  const filters = setFilters(state, language);
  if (filters.length === 0) return null;
  return (
    <ul class="set-filters" aria-label={t('register_filters')}>
      {filters.map(({ key, words, without }) => (
        <li key={key}>
          <button
            type="button"
            class="chip"
            aria-label={t('name_and_value', t('options_remove'), words)}
            onClick={() => change(without)}
          >
            <bdi>{words}</bdi>
            <svg viewBox="0 0 10 10" aria-hidden="true">
              <path d="M1.5 1.5l7 7m0-7-7 7" />
            </svg>
          </button>
        </li>
      ))}
      {filters.length > 1 && (
        <li>
          <button
            type="button"
            class="plain"
            onClick={() => change(Object.assign({}, ...filters.map(({ without }) => without), NONE))}
          >
            {t('register_filters_clear')}
          </button>
        </li>
      )}
    </ul>
  );
}

const NONE = { kinds: [], measures: [], devices: [], statuses: [] } satisfies Partial<PageState>;
