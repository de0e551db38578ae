import type { ComponentChildren } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import type { RecordUrlOf } from '../../lib/export/citation.ts';
import { numberFormat } from '../../lib/platform/formats.ts';
import { underscored } from '../../lib/platform/underscored.ts';
import { kindName, measureName } from '../../lib/register/labels.ts';
import type { Profile } from '../../lib/register/profile.ts';
import { orderForProfile, RELEVANCE, type Relevance } from '../../lib/register/relevance.ts';
import {
  ISSUER_KINDS,
  type IssuerKind,
  type Measure,
  RESTRICTION_MEASURES,
  type Register,
  STATUSES,
} from '../../lib/register/schema.ts';
import { type Found, filterRestrictions, prepareSearch } from '../../lib/register/search.ts';
import type { StatusOnDay } from '../../lib/register/status.ts';
import { plural, useLanguage, withNumber } from '../language.tsx';
import { RecordRow } from './record-row.tsx';

interface RestrictionSearchProps {
  readonly register: Register;
  readonly profile: Profile;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** The public page of a record, for citations. */
  readonly urlOf: RecordUrlOf;
  readonly onCopy: (text: string) => Promise<void>;
}

/** Rows drawn at first, and added each time more is asked for. */
const CHUNK = 30;

/** The last nearness that counts as "yours". */
const NEAR = RELEVANCE.indexOf('country' satisfies Relevance);

const STATUS_CHOICES: readonly StatusOnDay['status'][] = [...STATUSES, 'not-yet'];

/** All restrictions: those that matter first, found as you type, narrowed by filters. */
export function RestrictionSearch({ register, profile, day, urlOf, onCopy }: RestrictionSearchProps) {
  const language = useLanguage();
  const { t } = language;
  const [text, setText] = useState('');
  const [kind, setKind] = useState<IssuerKind | ''>('');
  const [measure, setMeasure] = useState<Measure | ''>('');
  const [status, setStatus] = useState<StatusOnDay['status'] | ''>('');

  const prepared = useMemo(() => prepareSearch(register.restrictions, language), [register, language]);
  const ranked = useMemo(() => orderForProfile(register, profile, day), [register, profile, day]);
  const order = useMemo(() => ranked.map(({ record }) => record.id), [ranked]);
  const statuses = useMemo(() => new Set(ranked.map((one) => one.status.status)), [ranked]);
  const near = useMemo(
    () =>
      new Set(
        ranked.flatMap(({ record, relevance }) => (RELEVANCE.indexOf(relevance) <= NEAR ? [record.id] : [])),
      ),
    [ranked],
  );
  const found = useMemo(
    () =>
      filterRestrictions(
        prepared,
        {
          text,
          kinds: kind ? [kind] : [],
          measures: measure ? [measure] : [],
          statuses: status ? [status] : [],
        },
        day,
        order,
      ),
    [prepared, text, kind, measure, status, day, order],
  );
  const narrowed = text.trim() !== '' || kind || measure || status;
  const chosen = [kind, measure, status].filter(Boolean).length;
  // The heading says what the list is, with and without a profile.
  const groups = narrowed
    ? [{ heading: t('popup_tab_restrictions'), list: found }]
    : [
        { heading: t('register_near'), list: found.filter(({ record }) => near.has(record.id)) },
        {
          heading: t(near.size > 0 ? 'register_elsewhere' : 'popup_tab_restrictions'),
          list: found.filter(({ record }) => !near.has(record.id)),
        },
      ];

  return (
    <div class="stack">
      <search class="search">
        <label>
          {t('register_search')}
          <input
            type="search"
            value={text}
            placeholder={t('register_search_example')}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <div class="search-foot small">
          <details>
            <summary class="fold">
              {t('register_filters')}
              {chosen > 0 && <span class="count">{numberFormat(language.locale).format(chosen)}</span>}
            </summary>
            <div class="filters">
              <Filter
                label={t('register_column_kind')}
                choices={ISSUER_KINDS.map((value) => ({ value, name: kindName(value, language) }))}
                value={kind}
                onChange={setKind}
              />
              <Filter
                label={t('register_column_measure')}
                choices={RESTRICTION_MEASURES.map((value) => ({ value, name: measureName(value, language) }))}
                value={measure}
                onChange={setMeasure}
              />
              <Filter
                label={t('register_column_status')}
                choices={STATUS_CHOICES.filter((value) => statuses.has(value)).map((value) => ({
                  value,
                  name: t(`status_${underscored(value)}`),
                }))}
                value={status}
                onChange={setStatus}
              />
            </div>
          </details>
          <p class="soft" role="status">
            {plural(language, 'register_results', found.length)}
          </p>
        </div>
        {found.length === 0 && <p>{t('register_page_nothing')}</p>}
      </search>
      <Groups
        // A new search starts at its top again.
        key={`${text}|${kind}|${measure}|${status}`}
        groups={groups}
        row={({ record, status: own }) => (
          <RecordRow
            key={record.id}
            record={record}
            status={own}
            cited={{ register, day, urlOf }}
            onCopy={onCopy}
          />
        )}
      />
    </div>
  );
}

interface FilterProps<V extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: V; readonly name: string }[];
  readonly value: V | '';
  readonly onChange: (value: V | '') => void;
}

function Filter<V extends string>({ label, choices, value, onChange }: FilterProps<V>) {
  const { t } = useLanguage();
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value as V | '')}>
        <option value="">{t('register_any')}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface Group {
  readonly heading: string;
  readonly list: readonly Found[];
}

interface GroupsProps {
  readonly groups: readonly Group[];
  readonly row: (found: Found) => ComponentChildren;
}

function Groups({ groups, row }: GroupsProps) {
  const language = useLanguage();
  const id = useId();
  const [shown, setShown] = useState(CHUNK);
  const rest = groups.reduce((sum, { list }) => sum + list.length, 0) - shown;
  let left = shown;
  return (
    <>
      {groups.map(({ heading, list }, index) => {
        const visible = list.slice(0, left);
        left -= visible.length;
        if (visible.length === 0) return null;
        return (
          <section key={heading} aria-labelledby={`${id}-${index}`}>
            <h2 id={`${id}-${index}`}>{heading}</h2>
            <ul>{visible.map(row)}</ul>
          </section>
        );
      })}
      {rest > 0 && (
        <button type="button" onClick={() => setShown(shown + CHUNK)}>
          {withNumber(language, 'popup_more', Math.min(rest, CHUNK))}
        </button>
      )}
    </>
  );
}
