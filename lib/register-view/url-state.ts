import { isDay } from '../register/dates.ts';
import { WORLD } from '../register/places.ts';
import {
  DEVICE_SCOPES,
  type DeviceScope,
  ISSUER_KINDS,
  type IssuerKind,
  Jurisdiction,
  type Measure,
  RESTRICTION_MEASURES,
  STATUSES,
} from '../register/schema.ts';
import type { StatusOnDay } from '../register/status.ts';

/*
 * The register page's state as an address: filters, day and order in the query, the open record in the fragment
 * (`?place=EU&day=2023-06-01#record=eu-council-staff-devices`). A record's address is thus the same with and without
 * a list behind it.
 */

export const TABS = ['table', 'map', 'timeline', 'compare', 'response', 'context', 'about'] as const;
export type Tab = (typeof TABS)[number];

/** Views of the list: they share its filters and its day. */
export const LIST_TABS: readonly Tab[] = ['table', 'map', 'timeline', 'compare'];

export const COLUMNS = [
  'issuer',
  'place',
  'kind',
  'measure',
  'devices',
  'status',
  'since',
  'from',
  'to',
  'knowledge',
  'sources',
] as const;
export type Column = (typeof COLUMNS)[number];

/** The columns that the table shows unless others are chosen. */
export const USUAL_COLUMNS: readonly Column[] = ['issuer', 'measure', 'from', 'to', 'knowledge', 'sources'];

/** `primary`: at least one source of the issuer's own; `secondary`: reports about it alone. */
export const SOURCE_KINDS = ['primary', 'secondary'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const STATUS_CHOICES: readonly StatusOnDay['status'][] = [...STATUSES, 'not-yet'];

/** What the page shows. */
export interface PageState {
  readonly tab: Tab;
  /** `YYYY-MM-DD`; null for today, whenever that is. */
  readonly day: string | null;
  readonly text: string;
  /** ISO 3166 code, EU, NATO, or UN M49 code of a region or continent; null for the whole world. */
  readonly place: string | null;
  readonly kinds: readonly IssuerKind[];
  readonly measures: readonly Measure[];
  readonly devices: readonly DeviceScope[];
  readonly statuses: readonly StatusOnDay['status'][];
  readonly source: SourceKind | null;
  /** Only what a source showed on this day or later, `YYYY-MM-DD`. */
  readonly confirmed: string | null;
  /** The earlier of two days that are compared; null for a year before the later one. */
  readonly compare: string | null;
  /** Only what concerns the person. */
  readonly mine: boolean;
  /** Null: best hits first where there is a text, else by place. */
  readonly sort: { readonly column: Column; readonly descending: boolean } | null;
  /** What the table shows; the issuer always. */
  readonly columns: readonly Column[];
  /** Id of the open record. */
  readonly record: string | null;
}

/** What the page opens with: every status is one click away, and never mixed in unseen. */
export const INITIAL: PageState = {
  tab: 'table',
  day: null,
  text: '',
  place: null,
  kinds: [],
  measures: [],
  devices: [],
  statuses: ['in-force'],
  source: null,
  confirmed: null,
  compare: null,
  mine: false,
  sort: null,
  columns: USUAL_COLUMNS,
  record: null,
};

/** What an address says, and the parts of it that were left out, such as `kind=king` or a day that is still to come. */
export interface ReadAddress {
  readonly state: PageState;
  readonly problems: readonly string[];
}

const REGIONS: ReadonlySet<string> = new Set(WORLD.flatMap((row) => row.slice(0, 2)));

const isPlace = (text: string): boolean =>
  /^\d{3}$/.test(text) ? REGIONS.has(text) : Jurisdiction.safeParse(text).success;
const isId = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
const among = <T extends string>(list: readonly T[], text: string): text is T =>
  (list as readonly string[]).includes(text);

type Draft = { -readonly [K in keyof PageState]: PageState[K] };

/** Takes one value of a parameter into the state; false where it makes no sense. */
type Take = (draft: Draft, value: string) => boolean;

const one =
  <K extends keyof PageState>(key: K, read: (value: string) => PageState[K] | undefined): Take =>
  (draft, value) => {
    const read_ = read(value);
    if (read_ === undefined) return false;
    draft[key] = read_;
    return true;
  };

const several =
  <T extends string>(list: readonly T[], key: 'kinds' | 'measures' | 'devices' | 'statuses'): Take =>
  (draft, value) => {
    if (!among(list, value)) return false;
    const chosen = new Set<string>([...draft[key], value]);
    // The order of the list, not of the address, so that one choice has one address.
    (draft[key] as readonly string[]) = list.filter((each) => chosen.has(each));
    return true;
  };

const PARAMETERS: Readonly<Record<string, Take>> = {
  view: one('tab', (value) => (among(TABS, value) ? value : undefined)),
  day: one('day', (value) => (isDay(value) ? value : undefined)),
  compare: one('compare', (value) => (isDay(value) ? value : undefined)),
  confirmed: one('confirmed', (value) => (isDay(value) ? value : undefined)),
  q: one('text', (value) => value.slice(0, 200)),
  place: one('place', (value) => (isPlace(value) ? value : undefined)),
  kind: several(ISSUER_KINDS, 'kinds'),
  measure: several(RESTRICTION_MEASURES, 'measures'),
  device: several(DEVICE_SCOPES, 'devices'),
  status: (draft, value) => {
    if (value !== ANY) return several(STATUS_CHOICES, 'statuses')(draft, value);
    draft.statuses = [];
    return true;
  },
  source: one('source', (value) => (among(SOURCE_KINDS, value) ? value : undefined)),
  mine: one('mine', (value) => (value === '1' ? true : undefined)),
  sort: one('sort', (value) => {
    const column = value.replace(/^-/, '');
    return among(COLUMNS, column) ? { column, descending: value.startsWith('-') } : undefined;
  }),
  columns: one('columns', (value) => {
    const names = value.split(',');
    return names.every((name) => among(COLUMNS, name)) ? columnsOf(names) : undefined;
  }),
};

/** Stands for every status; an address that says nothing of the status but something else means the same. */
const ANY = 'any';

/** Parameters that hold a day, none of which can be later than today. */
const DAYS: readonly string[] = ['day', 'compare', 'confirmed'];

/** The chosen columns in their order, the issuer always among them. */
export const columnsOf = (names: readonly string[]): readonly Column[] =>
  COLUMNS.filter((column) => column === 'issuer' || names.includes(column));

/**
 * Does an address show a list as it opens? Addresses that were written before the page opened with what is in force
 * say nothing of the status and mean every status; they name a filter, a day, an order or a view of the list.
 */
const isAsItOpens = (query: URLSearchParams): boolean =>
  [...query].every(([name, value]) => name === 'view' && among(TABS, value) && !LIST_TABS.includes(value));

/**
 * Reads an address. Never throws: what cannot be understood is named in `problems` and left out.
 *
 * @param search the query with or without `?`; @param hash the fragment with or without `#`.
 * @param today `YYYY-MM-DD`; later days are left out.
 */
export function readAddress(search: string, hash: string, today: string): ReadAddress {
  const query = new URLSearchParams(search);
  const draft: Draft = { ...INITIAL, statuses: isAsItOpens(query) ? INITIAL.statuses : [] };
  const problems: string[] = [];
  for (const [name, value] of query) {
    const part = `${name}=${value}`;
    const take = Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name] : undefined;
    const isToCome = DAYS.includes(name) && isDay(value) && value > today;
    if (isToCome || !take?.(draft, value)) problems.push(part);
  }
  const fragment = hash.replace(/^#/, '');
  const record = new URLSearchParams(fragment).get('record');
  if (record !== null && isId(record)) draft.record = record;
  else if (fragment.includes('=')) problems.push(`#${fragment}`);
  return { state: draft, problems };
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();

/** Commas stand for themselves in a query. */
const readable = (query: URLSearchParams): string => query.toString().replaceAll('%2C', ',');

/** The address of a state: `?…#…`, or an empty string for the page as it opens. */
export function writeAddress(state: PageState): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string | null | false) => value && query.append(name, value);
  put('view', state.tab !== INITIAL.tab && state.tab);
  put('day', state.day);
  put('q', state.text.trim());
  put('place', state.place);
  for (const kind of state.kinds) put('kind', kind);
  for (const measure of state.measures) put('measure', measure);
  for (const device of state.devices) put('device', device);
  put('source', state.source);
  put('confirmed', state.confirmed);
  put('compare', state.compare);
  put('mine', state.mine && '1');
  put('sort', state.sort && `${state.sort.descending ? '-' : ''}${state.sort.column}`);
  put('columns', !isSame(state.columns, USUAL_COLUMNS) && state.columns.join(','));
  const opens = isAsItOpens(query);
  if (!opens || !isSame(state.statuses, INITIAL.statuses))
    for (const status of state.statuses) put('status', status);
  if (opens && state.statuses.length === 0) put('status', ANY);
  const search = query.size > 0 ? `?${readable(query)}` : '';
  return search + (state.record ? recordFragment(state.record) : '');
}

/** The record's own page, from any page of the extension. */
export const recordHref = (id: string): string => `/register.html${recordFragment(id)}`;

/** The fragment that opens a record. */
export const recordFragment = (id: string): string => `#record=${id}`;
