import type { EventType, RegisterEvent, Restriction, Status } from '../../lib/register/schema.ts';

/** Fields of a restriction to change, and of its issuer. */
export type Changes = Partial<Omit<Restriction, 'issuer'>> & {
  readonly issuer?: Partial<Restriction['issuer']>;
};

export const event = (date: string, type: EventType): RegisterEvent => ({
  date,
  type,
  what: `${type} on ${date}`,
  sources: [0],
});

/** A complete restriction: a ministry's ban on work devices, in force since 16 March 2023. */
export function restriction({ issuer, ...changes }: Changes = {}): Restriction {
  return {
    id: 'xx-ministry-devices',
    issuer: {
      organisation: 'xx-ministry',
      name: 'Example Ministry',
      kind: 'ministry-or-agency',
      jurisdiction: 'GB',
      ...issuer,
    },
    measure: 'device-ban',
    covers: ['staff'],
    devices: ['work-issued'],
    appliesTo: 'staff',
    exceptions: null,
    reasons: ['data-security'],
    legalForce: 'policy',
    status: 'in-force',
    knowledge: { date: '2026-10-01', basis: 'confirmed-recently' },
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
    ...changes,
  };
}

/** The events and stored word that bring about each status by 22 November 2026. */
export const WITH_STATUS: Readonly<Record<Status, Pick<Restriction, 'events' | 'status'>>> = {
  announced: {
    status: 'announced',
    events: [event('2026-11-01', 'announced'), event('2027-01-01', 'effective')],
  },
  'in-force': { status: 'in-force', events: [event('2023-03-16', 'effective')] },
  'advice-in-force': { status: 'advice-in-force', events: [event('2023-03-16', 'effective')] },
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
