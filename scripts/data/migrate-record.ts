import type { Clause, Exceptions } from '../../lib/register/schema.ts';

/** A record of the register's first format (version 2026.11.22.1), as far as the second one differs from it. */
export interface RecordOfFormat1 extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly topic?: string;
  readonly measure?: string;
  readonly alsoMeasures?: readonly Clause['measure'][];
  readonly devices?: readonly Clause['devices'][number][];
  readonly advisedDevices?: readonly Clause['devices'][number][];
  readonly exceptions?: string | null;
  readonly status?: string;
}

/** Fields that left the record for its clauses. */
const MOVED = [
  'measure',
  'alsoMeasures',
  'devices',
  'advisedDevices',
  'covers',
  'legalForce',
  'exceptions',
  'temporary',
];
const ADVICE: readonly string[] = ['advice-against', 'warning'];
const STRONGEST_FIRST: readonly Clause['measure'][] = [
  'nationwide-ban',
  'nationwide-suspension',
  'device-ban',
  'network-block',
  'warning',
  'advice-against',
];

/**
 * A record of the first format in the second. Nothing is said that the record did not say: `null` exceptions meant that
 * nobody had looked, and no record told app and website apart.
 *
 * @returns the record as it is written to its file; the schema decides whether it is right.
 */
export function migrateRecord(record: RecordOfFormat1): Record<string, unknown> {
  if (record.topic !== undefined && record.measure === undefined)
    return withAfter(record, 'currentState', { lookedAgain: null });
  const common = withAfter(
    { ...record, ...(record.status === 'advice-in-force' && { status: 'in-force' }) },
    'knowledge',
    { lookedAgain: null },
  );
  if (record.topic !== undefined) return { ...common, exceptions: exceptionsOf(record.exceptions) };
  const entries = Object.entries(common).flatMap(([key, value]) => {
    if (key === 'measure') return [['clauses', clausesOf(record)]];
    return MOVED.includes(key) ? [] : [[key, value]];
  });
  return Object.fromEntries(entries);
}

/** The object with further fields right behind one of its own. */
const withAfter = (object: object, field: string, more: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(object).flatMap((entry) =>
      entry[0] === field ? [entry, ...Object.entries(more)] : [entry],
    ),
  );

const exceptionsOf = (text: string | null | undefined): Exceptions =>
  text ? { kind: 'listed', text } : { kind: 'not-known' };

/** The clauses of a restriction: one a measure, and one for the devices that it only advised on. */
function clausesOf(record: RecordOfFormat1): Clause[] {
  const { measure, alsoMeasures = [], devices = [], advisedDevices, exceptions } = record;
  const { covers, legalForce, temporary } = record as unknown as Clause;
  const offNetwork = devices.filter((device) => device !== 'network');
  const clause = (of: Clause['measure'], on: Clause['devices'], own: Exceptions): Clause => ({
    measure: of,
    covers,
    devices: of === 'network-block' ? ['network'] : on,
    // What only advises cannot have had the force of the ban beside it.
    legalForce: of !== measure && ADVICE.includes(of) ? 'guidance' : legalForce,
    exceptions: own,
    ...(temporary && { temporary }),
    reaches: 'not-stated',
  });
  const main = measure as Clause['measure'];
  // A ban "on work devices and networks" is two things: no device is banned from having the app by a block.
  const also = main === 'device-ban' && devices.includes('network') ? ['network-block' as const] : [];
  const others = [...new Set([...alsoMeasures, ...also])];
  const banned = offNetwork.length > 0 && !ADVICE.includes(main) ? offNetwork : [...devices];
  return [
    clause(main, banned, exceptionsOf(exceptions)),
    ...others.map((of) => clause(of, banned, { kind: 'not-known' })),
    ...(advisedDevices ? [clause('advice-against', [...advisedDevices], { kind: 'not-known' })] : []),
  ].sort((a, b) => STRONGEST_FIRST.indexOf(a.measure) - STRONGEST_FIRST.indexOf(b.measure));
}
