import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES, type EventType, STATUSES } from '../../../lib/register/schema.ts';
import { isInForce, type StatusOnDay, statusOn } from '../../../lib/register/status.ts';
import { clause, event, restriction, WITH_STATUS } from '../../support/example-record.ts';

type Dates = readonly (readonly [date: string, type: EventType])[];
const rule = (dates: Dates, changes = {}) =>
  restriction({ events: dates.map(([date, type]) => event(date, type)), ...changes });
const on = (day: string, dates: Dates, changes = {}): StatusOnDay => statusOn(rule(dates, changes), day);

/** Each row: what is tried; the events; and the status on days one after another. */
const TABLE: readonly [string, Dates, Readonly<Record<string, StatusOnDay['status']>>][] = [
  [
    'a known start',
    [['2023-03-16', 'effective']],
    { '2023-03-15': 'not-yet', '2023-03-16': 'in-force', '2026-11-22': 'in-force' },
  ],
  [
    'no known start: counts from the announcement',
    [['2023-03-16', 'announced']],
    { '2023-03-15': 'not-yet', '2023-03-16': 'in-force' },
  ],
  [
    'announced, effective later',
    [
      ['2023-02-28', 'announced'],
      ['2023-03-20', 'effective'],
    ],
    { '2023-02-27': 'not-yet', '2023-03-19': 'announced', '2023-03-20': 'in-force' },
  ],
  [
    'announced after it took effect',
    [
      ['2022-12-29', 'announced'],
      ['2022-12-07', 'effective'],
    ],
    { '2022-12-06': 'not-yet', '2022-12-07': 'in-force', '2022-12-29': 'in-force' },
  ],
  [
    'a month counts as begun on its last day',
    [['2023-03', 'effective']],
    { '2023-02-28': 'not-yet', '2023-03-01': 'unknown', '2023-03-30': 'unknown', '2023-03-31': 'in-force' },
  ],
  [
    'a year counts as begun on its last day',
    [['2020', 'announced']],
    { '2019-12-31': 'not-yet', '2020-07-01': 'unknown', '2020-12-31': 'in-force' },
  ],
  [
    'a month no longer counts from its first day when it ends',
    [
      ['2023-03-16', 'effective'],
      ['2024-02', 'lifted'],
    ],
    { '2024-01-31': 'in-force', '2024-02-01': 'unknown', '2024-02-28': 'unknown', '2024-02-29': 'lifted' },
  ],
  [
    'a confirmation inside the month of the start',
    [
      ['2023-03', 'effective'],
      ['2023-03-13', 'confirmed'],
    ],
    { '2023-03-12': 'unknown', '2023-03-13': 'in-force' },
  ],
  [
    'a confirmation inside the month of the end',
    [
      ['2023-03-16', 'effective'],
      ['2024-05', 'lifted'],
      ['2024-05-03', 'confirmed'],
    ],
    { '2024-04-30': 'in-force', '2024-05-10': 'unknown', '2024-05-31': 'lifted' },
  ],
  [
    'lifted on the day it was announced',
    [
      ['2020-07-10', 'announced'],
      ['2020-07-10', 'lifted'],
    ],
    { '2020-07-09': 'not-yet', '2020-07-10': 'lifted' },
  ],
  [
    'lifted, later struck down: stays lifted',
    [
      ['2025-03-13', 'effective'],
      ['2026-02-05', 'lifted'],
      ['2026-03-11', 'struck-down'],
    ],
    { '2026-02-04': 'in-force', '2026-02-05': 'lifted', '2026-03-11': 'lifted' },
  ],
  [
    'suspended, then struck down',
    [
      ['2023-05-17', 'effective'],
      ['2023-11-30', 'suspended'],
      ['2024-06-01', 'struck-down'],
    ],
    { '2023-11-29': 'in-force', '2023-11-30': 'suspended', '2024-06-01': 'struck-down' },
  ],
  [
    'suspended, then in effect again',
    [
      ['2023-05-17', 'effective'],
      ['2023-11-30', 'suspended'],
      ['2024-06-01', 'effective'],
    ],
    { '2024-05-31': 'suspended', '2024-06-01': 'in-force' },
  ],
  [
    'imposed again after an end',
    [
      ['2020-01-01', 'effective'],
      ['2021-01-01', 'lifted'],
      ['2022-01-01', 'announced'],
      ['2022-02-01', 'effective'],
    ],
    { '2021-06-01': 'lifted', '2022-01-15': 'announced', '2022-02-01': 'in-force' },
  ],
  [
    'eased, and extended as eased',
    [
      ['2023-08-16', 'effective'],
      ['2025-01-01', 'eased'],
      ['2025-06-01', 'extended'],
    ],
    { '2024-12-31': 'in-force', '2025-01-01': 'eased', '2025-06-01': 'eased' },
  ],
  [
    'known only by a later confirmation',
    [['2024-05-01', 'confirmed']],
    { '2024-04-30': 'not-yet', '2024-05-01': 'in-force' },
  ],
  [
    'no start at all: the first thing known counts as announcement',
    [
      ['2021-01-01', 'other'],
      ['2023-04-04', 'superseded'],
    ],
    { '2020-12-31': 'not-yet', '2021-01-01': 'in-force', '2023-04-04': 'superseded' },
  ],
  [
    'other events change nothing',
    [
      ['2018-11', 'other'],
      ['2019-02-19', 'effective'],
      ['2022-01-01', 'other'],
    ],
    { '2018-12-01': 'not-yet', '2019-02-19': 'in-force', '2022-01-01': 'in-force' },
  ],
];

describe('the status on a day', () => {
  for (const [what, dates, days] of TABLE)
    it.each(Object.entries(days))(`${what}: on %s %s`, (day, status) => {
      expect(on(day, dates).status).toBe(status);
    });

  it.each(STATUSES)('can be %s', (status) => {
    expect(statusOn(restriction(WITH_STATUS[status]), '2026-11-22').status).toBe(status);
  });

  it('is in force for advice and warnings too', () => {
    for (const measure of ['advice-against', 'warning'] as const)
      expect(on('2026-01-01', [['2023-03-16', 'effective']], { measure }).status).toBe('in-force');
  });

  it('says when it is counted from an announcement, and no longer once it took effect', () => {
    expect(on('2024-01-01', [['2023-03-16', 'announced']])).toMatchObject({
      since: '2023-03-16',
      sinceAnnounced: true,
    });
    expect(
      on('2024-01-01', [
        ['2023-03-16', 'announced'],
        ['2023-04-01', 'effective'],
      ]),
    ).toMatchObject({ since: '2023-04-01', sinceAnnounced: false });
  });

  it('says when an announced rule takes effect', () => {
    expect(statusOn(restriction(WITH_STATUS.announced), '2026-11-22').until).toBe('2027-01-01');
  });

  it('says why it is unknown', () => {
    expect(on('2023-03-15', [['2023-03', 'effective']]).unclear).toBe('imprecise-date');
    expect(on('2024-01-01', [['2023-03', 'effective']]).unclear).toBeNull();
  });
});

describe('a start that an announcement names', () => {
  const announced = { ...event('2023-05-17', 'announced'), starts: '2024-01-01' };
  const status = (day: string, ...later: Dates) =>
    statusOn(restriction({ events: [announced, ...later.map(([date, type]) => event(date, type))] }), day);

  it('counts where nothing stopped it', () => {
    expect(status('2023-12-31')).toMatchObject({ status: 'announced', until: '2024-01-01' });
    expect(status('2024-01-01')).toMatchObject({
      status: 'in-force',
      since: '2024-01-01',
      sinceAnnounced: false,
    });
  });

  it('never came where a court stopped the rule by then', () => {
    for (const stop of ['2023-11-30', '2024-01-01']) {
      expect(status('2023-06-01', [stop, 'suspended']).status).toBe('announced');
      expect(status('2024-02-01', [stop, 'suspended']).status).toBe('suspended');
    }
  });

  it('came where the stop came after it', () => {
    expect(status('2024-02-01', ['2024-03-01', 'suspended']).status).toBe('in-force');
  });

  it('gives way to the start that was reported', () => {
    expect(status('2024-02-01', ['2024-06-01', 'effective']).status).toBe('announced');
  });
});

describe('a rule made for a time', () => {
  const START: Dates = [['2023-03-15', 'effective']];
  const temporary = { until: '2023-09-15', why: 'six months' };

  it('is in force to its last day and unknown after it', () => {
    expect(on('2023-09-15', START, { temporary })).toMatchObject({
      status: 'in-force',
      until: '2023-09-15',
      temporary: true,
    });
    expect(on('2023-09-16', START, { temporary })).toMatchObject({
      status: 'unknown',
      unclear: 'past-last-day',
      until: null,
    });
  });

  it('ends with the last day of a month where only the month is known', () => {
    const month = { until: '2023-09', why: 'six months' };
    expect(on('2023-09-30', START, { temporary: month }).status).toBe('in-force');
    expect(on('2023-10-01', START, { temporary: month }).status).toBe('unknown');
  });

  it.each<EventType>(['extended', 'confirmed', 'effective'])(
    'goes on where it is shown in force later: %s',
    (type) => {
      const dates: Dates = [...START, ['2024-01-10', type]];
      expect(on('2024-06-01', dates, { temporary }).status).toBe('in-force');
    },
  );

  it('goes on where it was extended on its last day, not where it was only confirmed then', () => {
    expect(on('2024-01-01', [...START, ['2023-09', 'extended']], { temporary }).status).toBe('in-force');
    expect(on('2024-01-01', [...START, ['2023-09-15', 'confirmed']], { temporary }).status).toBe('unknown');
    expect(on('2024-01-01', [...START, ['2023-06-01', 'extended']], { temporary }).status).toBe('unknown');
  });

  it('keeps its status, shown as temporary, where no last day is known', () => {
    const open = { until: null, why: 'pending a review' };
    expect(on('2026-11-22', START, { temporary: open })).toMatchObject({
      status: 'in-force',
      temporary: true,
      until: null,
    });
  });

  it('is over when it was ended, whatever its last day', () => {
    expect(on('2023-10-01', [...START, ['2023-08-01', 'lifted']], { temporary }).status).toBe('lifted');
  });

  it('keeps what was known up to its last day though nobody knows what came after', () => {
    const changes = { temporary, status: 'unknown', knowledge: { date: '2023-03-15', basis: 'last-known' } };
    expect(on('2023-06-01', START, changes).status).toBe('in-force');
    expect(on('2024-06-01', START, changes).unclear).toBe('past-last-day');
  });
});

describe('a rule of which nobody knows whether it is in force', () => {
  const knowledge = { date: '2025-02', basis: 'last-known' };

  it('is unknown after the knowledge date', () => {
    const changes = { status: 'unknown', knowledge };
    expect(on('2025-02-28', [['2025-02-01', 'effective']], changes).status).toBe('in-force');
    expect(on('2025-03-01', [['2025-02-01', 'effective']], changes)).toMatchObject({
      status: 'unknown',
      unclear: 'not-known',
    });
  });

  it('is unknown from the announcement on where nothing shows that it ever took effect', () => {
    expect(on('2025-02-01', [['2025-02-01', 'announced']], { status: 'unknown', knowledge }).status).toBe(
      'unknown',
    );
    expect(on('2025-01-31', [['2025-02-01', 'announced']], { status: 'unknown', knowledge }).status).toBe(
      'not-yet',
    );
  });

  it('is unknown at once where no knowledge date is known', () => {
    const changes = { status: 'unknown', knowledge: { date: null, basis: 'not-known' } };
    expect(on('2025-02-01', [['2025-02-01', 'effective']], changes).status).toBe('unknown');
  });

  it('is over where an event ended it all the same', () => {
    const dates: Dates = [
      ['2024-01-01', 'effective'],
      ['2025-01-01', 'lifted'],
    ];
    expect(on('2026-01-01', dates, { status: 'unknown', knowledge }).status).toBe('lifted');
  });
});

describe('clauses', () => {
  const advice = clause({ measure: 'advice-against' });
  const statuses = (record: ReturnType<typeof restriction>, day: string) => {
    const { status, clauses } = statusOn(record, day);
    return [status, ...clauses.map((each) => each.status)];
  };

  it('share the events that name none of them', () => {
    const record = restriction({ clauses: [clause(), advice] });
    expect(statuses(record, '2023-03-15')).toEqual(['not-yet', 'not-yet', 'not-yet']);
    expect(statuses(record, '2023-03-16')).toEqual(['in-force', 'in-force', 'in-force']);
  });

  it('have their own story where events name them, and the strongest in force speaks for the record', () => {
    const record = restriction({
      clauses: [clause(), advice],
      events: [
        event('2023-01-01', 'effective', [1]),
        event('2023-03-16', 'effective', [0]),
        event('2024-01-01', 'lifted', [0]),
        event('2025-01-01', 'lifted'),
      ],
    });
    expect(statuses(record, '2023-02-01')).toEqual(['in-force', 'not-yet', 'in-force']);
    expect(statuses(record, '2023-04-01')).toEqual(['in-force', 'in-force', 'in-force']);
    expect(statuses(record, '2024-06-01')).toEqual(['in-force', 'lifted', 'in-force']);
    expect(statuses(record, '2025-06-01')).toEqual(['lifted', 'lifted', 'lifted']);
    expect(statusOn(record, '2023-02-01').since).toBe('2023-01-01');
    expect(statusOn(record, '2023-04-01').since).toBe('2023-03-16');
  });

  it('may end their time apart', () => {
    const record = restriction({
      clauses: [clause({ temporary: { until: '2024-01-01', why: 'a trial' } }), advice],
    });
    expect(statuses(record, '2023-12-31')).toEqual(['in-force', 'in-force', 'in-force']);
    expect(statuses(record, '2024-01-02')).toEqual(['in-force', 'unknown', 'in-force']);
    expect(statusOn(record, '2024-01-02').temporary).toBe(false);
  });

  it('none of which is in force leave the word to the one that may be', () => {
    const record = restriction({
      clauses: [clause(), advice],
      events: [
        event('2023-03-16', 'effective'),
        event('2024-01-01', 'lifted', [0]),
        event('2024-01-01', 'suspended', [1]),
      ],
    });
    expect(statuses(record, '2024-06-01')).toEqual(['suspended', 'lifted', 'suspended']);
  });
});

const DAY = fc
  .date({ min: new Date('2018-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const PARTIAL = fc.tuple(DAY, fc.constantFrom(4, 7, 10)).map(([day, length]) => day.slice(0, length));
const EVENTS = fc.array(
  fc.tuple(PARTIAL, fc.constantFrom(...EVENT_TYPES)).map(([date, type]) => event(date, type)),
  { minLength: 1, maxLength: 8 },
);

describe('for any events and day', () => {
  it('there is a status, and it says why where it is unknown', () => {
    fc.assert(
      fc.property(
        EVENTS,
        DAY,
        fc.constantFrom(...STATUSES),
        fc.option(PARTIAL),
        (events, day, status, until) => {
          const clauses = [clause({ temporary: { until, why: 'a time' } }), clause()];
          const record = restriction({ events, status, clauses });
          const found = statusOn(record, day);
          expect([...STATUSES, 'not-yet']).toContain(found.status);
          expect(found.status === 'unknown').toBe(found.unclear !== null);
        },
      ),
    );
  });

  it('nothing is in force before the first day that anything can have happened', () => {
    fc.assert(
      fc.property(EVENTS, DAY, (events, day) => {
        fc.pre(
          events.every(
            ({ date }) => date.padEnd(10, '-01').slice(0, 10) > day && date.slice(0, 4) > day.slice(0, 4),
          ),
        );
        expect(statusOn(restriction({ events }), day).status).toBe('not-yet');
      }),
    );
  });

  it('a rule that ended for good is in force on no later day', () => {
    const ends = fc.constantFrom<EventType>('lifted', 'expired', 'struck-down', 'superseded');
    fc.assert(
      fc.property(EVENTS, DAY, DAY, ends, (events, end, day, type) => {
        const before = events.filter(({ date }) => date.slice(0, 4) < end.slice(0, 4));
        fc.pre(day >= end);
        const found = statusOn(restriction({ events: [...before, event(end, type)] }), day);
        expect(isInForce(found.status)).toBe(false);
      }),
    );
  });
});
