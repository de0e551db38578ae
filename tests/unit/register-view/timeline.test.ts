import { describe, expect, it } from 'vitest';
import { firstDay, lastDay } from '../../../lib/register/dates.ts';
import { isInForce, statusOn } from '../../../lib/register/status.ts';
import {
  dayAfter,
  eventsUntil,
  monthsBetween,
  spanOfRegister,
  spansOf,
  timelineOf,
} from '../../../lib/register-view/timeline.ts';
import { readRegister } from '../../../scripts/data/read-register.ts';
import { clause, event, restriction } from '../../support/example-record.ts';

const { restrictions } = readRegister();
const TODAY = '2026-11-23';
const [first, last] = spanOfRegister(restrictions, TODAY);

/** The status on a day by the spans. */
const bySpans = (record: Parameters<typeof spansOf>[0], day: string) =>
  spansOf(record).find(({ from, before }) => from <= day && (before === null || day < before))?.status ??
  'not-yet';

describe('spans', () => {
  it('say of every record what statusOn says, on the days around every date and in between', () => {
    const wrong: string[] = [];
    for (const record of restrictions) {
      const dates = [
        ...record.events.map(({ date }) => date),
        ...(record.knowledge.date ? [record.knowledge.date] : []),
        ...record.events.flatMap(({ starts }) => starts ?? []),
        ...record.clauses.flatMap(({ temporary }) => temporary?.until ?? []),
      ];
      const days = dates.flatMap((date) => [
        firstDay(date),
        dayAfter(firstDay(date)),
        lastDay(date),
        dayAfter(lastDay(date)),
        dayAfter(dayAfter(lastDay(date))),
      ]);
      for (const day of [...days, '2017-01-01', '2023-06-15', '2030-01-01'])
        if (bySpans(record, day) !== statusOn(record, day).status) wrong.push(`${record.id} on ${day}`);
    }
    expect(wrong).toEqual([]);
  });

  it('never stand twice in a row with one status and force', () => {
    for (const record of restrictions) {
      const statuses = spansOf(record).map(({ status, force }) => `${status} ${force}`);
      expect(statuses.filter((status, index) => status === statuses[index - 1])).toEqual([]);
    }
  });
});

describe('timeline', () => {
  const months = timelineOf(restrictions, first, last);

  it('has every month of the register, the last one up to today', () => {
    expect(months.map(({ month }) => month)).toEqual(monthsBetween(first, last));
    expect(months.at(-1)).toMatchObject({ month: '2026-11', day: TODAY });
  });

  it.each(['2020-12', '2023-03', '2025-06', '2026-11'])('counts in %s what a count by hand gives', (name) => {
    const month = months.find((each) => each.month === name);
    const day = month?.day ?? '';
    const statuses = restrictions.map((record) => statusOn(record, day).status);
    const { territory, binding, advice } = month?.inForce ?? { territory: 0, binding: 0, advice: 0 };
    expect(territory + binding + advice).toBe(statuses.filter(isInForce).length);
    expect(month?.unclear).toBe(statuses.filter((status) => status === 'unknown').length);
  });

  it('tells what was seen in force from what was only last known to be', () => {
    const record = restriction({
      events: [event('2023-03-02', 'effective')],
      knowledge: { date: '2023-04', basis: 'last-known' },
    });
    const found = timelineOf([record], '2023-03-01', '2023-06-30');
    expect(found.map(({ inForce, seen }) => [inForce.binding, seen.binding])).toEqual([
      [1, 1],
      [1, 1],
      [1, 0],
      [1, 0],
    ]);
  });

  it('tells a ban of a whole territory from one on devices', () => {
    const ban = restriction({ id: 'a', measure: 'nationwide-ban', devices: ['all'] });
    const [month] = timelineOf([ban, restriction({ id: 'b' })], '2024-01-01', '2024-01-31');
    expect(month?.inForce).toEqual({ territory: 1, binding: 1, advice: 0 });
  });

  it('counts a rule known by its announcement and its first day alone', () => {
    const announced = { ...event('2023-03-02', 'announced'), starts: '2023-04' };
    const record = restriction({
      events: [announced],
      knowledge: { date: '2023-03-02', basis: 'last-known' },
    });
    expect(spansOf(record).map(({ from, status }) => [from, status])).toEqual([
      ['2023-03-02', 'announced'],
      ['2023-04-01', 'unknown'],
      ['2023-04-30', 'in-force'],
    ]);
    const found = timelineOf([record], '2023-03-01', '2023-05-31');
    expect(found.map(({ inForce }) => inForce.binding)).toEqual([0, 1, 1]);
  });

  describe('of a rule of several clauses', () => {
    const record = restriction({
      clauses: [
        clause(),
        clause({ measure: 'advice-against', legalForce: 'guidance', devices: ['personal'] }),
      ],
      events: [
        event('2023-03-02', 'effective'),
        event('2023-05-10', 'lifted', [0]),
        event('2023-06-10', 'lifted', [1]),
      ],
    });
    const months = (means?: Parameters<typeof timelineOf>[3]) =>
      timelineOf([record], '2023-03-01', '2023-06-30', means).map(({ inForce, ended }) => [
        inForce.binding,
        inForce.advice,
        ended.length,
      ]);

    it('counts it by the strongest in force, and as ended with the last', () => {
      expect(months()).toEqual([
        [1, 0, 0],
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ]);
    });

    it('looks at the clauses that are meant alone', () => {
      expect(months(({ measure }) => measure === 'device-ban')).toEqual([
        [1, 0, 0],
        [1, 0, 0],
        [0, 0, 1],
        [0, 0, 0],
      ]);
      expect(eventsUntil([record], '2024-01-01', ({ measure }) => measure === 'device-ban')).toHaveLength(2);
    });
  });

  it('puts beginnings and ends into their months', () => {
    const record = restriction({
      events: [
        event('2023-03-02', 'announced'),
        event('2023-04-01', 'effective'),
        event('2023-05', 'lifted'),
      ],
    });
    const found = timelineOf([record], '2023-03-01', '2023-06-30');
    expect(found.map(({ begun, ended }) => [begun.length, ended.length])).toEqual([
      [1, 0],
      [0, 0],
      [0, 1],
      [0, 0],
    ]);
    expect(found.map(({ inForce }) => inForce.binding)).toEqual([0, 1, 0, 0]);
  });
});

describe('events', () => {
  it('come newest first and none from after the day', () => {
    const dates = eventsUntil(restrictions, '2023-03-31').map(({ event: { date } }) => firstDay(date));
    expect(dates).toEqual([...dates].sort().reverse());
    expect(dates[0]).toBe('2023-03-31');
    expect(eventsUntil(restrictions, TODAY).length).toBe(
      restrictions.reduce((sum, { events }) => sum + events.length, 0),
    );
  });
});

it('the span begins with the first event', () => {
  expect(spanOfRegister([restriction({ events: [event('2019', 'effective')] })], TODAY)).toEqual([
    '2019-01-01',
    TODAY,
  ]);
  expect(spanOfRegister([], TODAY)).toEqual([TODAY, TODAY]);
});
