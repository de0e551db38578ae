import type {
  Clause,
  EventType,
  Moved,
  RegisterEvent,
  Restriction,
  Status,
} from '../../lib/register/schema.ts';

/** Fields of a restriction to change, of its issuer, and of its only clause; or its clauses. */
export type Changes = Partial<Omit<Restriction, 'issuer'>> &
  Partial<Clause> & { readonly issuer?: Partial<Restriction['issuer']> };

/** An event; about all clauses unless some are named. */
export const event = (date: string, type: EventType, clauses?: number[]): RegisterEvent => ({
  date,
  type,
  ...(clauses && { clauses }),
  what: `${type} on ${date}`,
  sources: [0],
});

/** No id ever gave way to another. */
export const NOTHING_MOVED: Moved = { records: [], organisations: [] };

/** A complete clause: a policy that bars staff from having it on work devices. */
export const clause = (changes: Partial<Clause> = {}): Clause => ({
  measure: 'device-ban',
  covers: ['staff'],
  devices: ['work-issued'],
  legalForce: 'policy',
  exceptions: { kind: 'none-named' },
  reaches: 'both',
  ...changes,
});

const CLAUSE_FIELDS: readonly (keyof Clause)[] = [
  'measure',
  'covers',
  'devices',
  'legalForce',
  'exceptions',
  'temporary',
  'reaches',
];

/** A complete restriction: a ministry's ban on work devices, in force since 16 March 2023. */
export function restriction({ issuer, ...changes }: Changes = {}): Restriction {
  const isOfClause = ([key]: [string, unknown]) => (CLAUSE_FIELDS as readonly string[]).includes(key);
  const entries = Object.entries(changes);
  return {
    id: 'xx-ministry-devices',
    issuer: {
      organisation: 'xx-ministry',
      name: 'Example Ministry',
      kind: 'ministry-or-agency',
      jurisdiction: 'GB',
      ...issuer,
    },
    clauses: [clause(Object.fromEntries(entries.filter(isOfClause)))],
    appliesTo: 'staff',
    reasons: ['data-security'],
    status: 'in-force',
    knowledge: { date: '2026-10-01', basis: 'confirmed-recently' },
    lookedAgain: null,
    events: [event('2023-03-16', 'effective')],
    summary: 'The ministry bars TikTok from work devices.',
    sources: [
      {
        url: 'https://example.org/rule',
        title: 'Rule',
        publisher: 'Example Ministry',
        published: '2023-03-16',
        kind: 'primary',
        language: 'en',
        read: true,
        supports: 'all',
      },
    ],
    confidence: 'high',
    conflicts: null,
    notes: null,
    ...Object.fromEntries(entries.filter((entry) => !isOfClause(entry))),
  };
}

/** The events and stored word that bring about each status by 22 November 2026. */
export const WITH_STATUS: Readonly<Record<Status, Pick<Restriction, 'events' | 'status'>>> = {
  announced: {
    status: 'announced',
    events: [event('2026-11-01', 'announced'), event('2027-01-01', 'effective')],
  },
  'in-force': { status: 'in-force', events: [event('2023-03-16', 'effective')] },
  eased: { status: 'eased', events: [event('2023-03-16', 'effective'), event('2025-01-01', 'eased')] },
  lifted: { status: 'lifted', events: [event('2023-03-16', 'effective'), event('2025-01-01', 'lifted')] },
  expired: { status: 'expired', events: [event('2023-03-16', 'effective'), event('2025-01-01', 'expired')] },
  suspended: {
    status: 'suspended',
    events: [event('2023-03-16', 'effective'), event('2025-01-01', 'suspended')],
  },
  'struck-down': {
    status: 'struck-down',
    events: [event('2023-03-16', 'effective'), event('2025-01-01', 'struck-down')],
  },
  superseded: {
    status: 'superseded',
    events: [event('2023-03-16', 'effective'), event('2025-01-01', 'superseded')],
  },
  proposed: { status: 'proposed', events: [event('2026-01-01', 'announced')] },
  unknown: { status: 'unknown', events: [event('2023-03-16', 'effective')] },
};
