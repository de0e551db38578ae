import type { Context, Register, Response, Restriction } from '../../lib/register/schema.ts';

/* What changed between two versions of the register, record by record and field by field, as data for a page and feeds. */

type AnyRecord = Restriction | Context | Response;

/** A field that differs, by its path in the record: `events.2.date`. A side that lacks it is undefined. */
export interface FieldChange {
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** `ended`: the rule was in force as far as known, and is over. `gone`: the record is no more. */
export type ChangeKind = 'new' | 'changed' | 'ended' | 'gone';

export interface RecordChange {
  readonly change: ChangeKind;
  readonly list: 'restrictions' | 'responses' | 'context';
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Empty for a record that is new or gone. */
  readonly fields: readonly FieldChange[];
}

/** What a version brought; `from` is null for the first one, of which nothing is listed. */
export interface VersionChanges {
  readonly version: string;
  readonly date: string;
  /** When it was published, ISO 8601 in UTC. */
  readonly published: string;
  readonly from: string | null;
  readonly counts: Readonly<Record<'restrictions' | 'responses' | 'context', number>>;
  readonly changes: readonly RecordChange[];
}

const ENDED: ReadonlySet<string> = new Set(['lifted', 'expired', 'struck-down', 'superseded']);
const statusOf = (record: AnyRecord): string => ('status' in record ? record.status : '');
const hasEnded = (before: AnyRecord, after: AnyRecord): boolean =>
  ENDED.has(statusOf(after)) && !ENDED.has(statusOf(before));

const titleOf = (record: AnyRecord): string =>
  'issuer' in record
    ? `${record.issuer.name} (${record.issuer.jurisdiction})`
    : [record.programme ?? 'TikTok', record.region].join(', ');
const summaryOf = (record: AnyRecord): string => ('summary' in record ? record.summary : record.claim);

/** The fields that differ between two values. Lists are compared place by place. */
export function fieldChanges(before: unknown, after: unknown, path = ''): FieldChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null;
  if (!isBranch(before) || !isBranch(after) || Array.isArray(before) !== Array.isArray(after))
    return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
  const [left, right] = [before, after] as Record<string, unknown>[];
  const keys = new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})]);
  return [...keys].flatMap((key) => fieldChanges(left?.[key], right?.[key], path ? `${path}.${key}` : key));
}

const LISTS = ['restrictions', 'responses', 'context'] as const;
const ORDER: readonly ChangeKind[] = ['new', 'ended', 'changed', 'gone'];

/** The changes that lead from one version to the next: what is new first, then what ended, changed and went. */
export function changesBetween(before: Register, after: Register): RecordChange[] {
  const changes = LISTS.flatMap((list) => {
    const old = new Map<string, AnyRecord>(before[list].map((record) => [record.id, record]));
    const ids = new Set<string>(after[list].map(({ id }) => id));
    const about = (
      record: AnyRecord,
      change: ChangeKind,
      fields: readonly FieldChange[] = [],
    ): RecordChange => ({
      change,
      list,
      id: record.id,
      title: titleOf(record),
      summary: summaryOf(record),
      fields,
    });
    const present = (after[list] as readonly AnyRecord[]).flatMap((record) => {
      const was = old.get(record.id);
      if (!was) return [about(record, 'new')];
      const fields = fieldChanges(was, record);
      return fields.length > 0 ? [about(record, hasEnded(was, record) ? 'ended' : 'changed', fields)] : [];
    });
    const gone = [...old.values()].filter(({ id }) => !ids.has(id)).map((record) => about(record, 'gone'));
    return [...present, ...gone];
  });
  return changes.sort((a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change));
}

/** A version of the register with the moment at which it was published. */
export interface PublishedVersion {
  readonly register: Register;
  readonly published: string;
}

/** What each version brought, newest first. `versions` are oldest first. */
export const history = (versions: readonly PublishedVersion[]): VersionChanges[] =>
  versions
    .map(({ register, published }, index): VersionChanges => {
      const before = versions[index - 1]?.register;
      return {
        version: register.version,
        date: register.date,
        published,
        from: before?.version ?? null,
        counts: {
          restrictions: register.restrictions.length,
          responses: register.responses.length,
          context: register.context.length,
        },
        changes: before ? changesBetween(before, register) : [],
      };
    })
    .reverse();
