import { describe, expect, it } from 'vitest';
import type { Restriction } from '../../lib/register/schema.ts';
import { readRegister } from '../../scripts/data/read-register.ts';

/** What a reader will look for first, and what must be right about it. */
const { restrictions, responses, context } = readRegister();

const restriction = (id: string): Restriction => {
  const found = restrictions.find((record) => record.id === id);
  if (!found) throw new Error(`no restriction ${id}`);
  return found;
};

describe('the best known restrictions', () => {
  it.each<[string, Partial<Record<keyof Restriction, unknown>>, string]>([
    [
      'nz-parliament-devices',
      {
        measure: 'device-ban',
        devices: ['work-issued', 'personal-with-work-access'],
        covers: ['staff', 'member'],
      },
      '2023-03-31 effective',
    ],
    ['dk-dr-work-phones', { measure: 'advice-against', status: 'advice-in-force' }, '2023-03-09 announced'],
    ['ca-government-mobile-devices', { measure: 'device-ban', status: 'in-force' }, '2023-02-28 effective'],
    [
      'eu-commission-staff-devices',
      { measure: 'device-ban', devices: ['work-issued', 'personal-with-work-access'] },
      '2023-03-15 effective',
    ],
    [
      'gb-sct-parliament-advice',
      {
        measure: 'advice-against',
        advisedDevices: ['personal-with-work-access'],
        covers: ['staff', 'member', 'contractor'],
      },
      '2023-03-17 effective',
    ],
    [
      'gb-government-work-devices',
      { measure: 'device-ban', devices: ['work-issued'] },
      '2023-03-16 effective',
    ],
  ])('%s', (id, expected, event) => {
    const record = restriction(id);
    expect(record).toMatchObject(expected);
    expect(record.events.map(({ date, type }) => `${date} ${type}`)).toContain(event);
    expect(record.sources.length).toBeGreaterThan(3);
    expect(record.confidence).toBe('high');
  });

  it("DR's advice names the Centre for Cyber Security, whose own warning is a record too", () => {
    expect(restriction('dk-dr-work-phones').summary).toContain('Centre for Cyber Security');
    expect(restriction('dk-cfcs-work-devices-advice').issuer.name).toContain('Centre for Cyber Security');
  });
});

describe("TikTok's answer", () => {
  const topics = (topic: string) => responses.filter((response) => response.topic === topic);

  it('of local data storage stands with what regulators and courts found', () => {
    const clover = topics('local-data-storage').find(({ id }) => id === 'eu-tiktok-project-clover');
    expect(clover?.findings.map(({ by }) => by)).toEqual(
      expect.arrayContaining(['Irish Data Protection Commission', 'Supreme Court of Ireland']),
    );
  });

  it('of an outside security company that watches data flows names it and what it does', () => {
    const [monitoring] = topics('external-monitoring');
    expect(monitoring?.operators).toContainEqual(expect.objectContaining({ name: 'NCC Group' }));
    expect(monitoring?.claim).toMatch(/watch the data that goes in and out/);
  });
});

it('Indonesia: the payments licence, and what came of e-commerce, are context with sources', () => {
  const licence = context.find(({ id }) => id === 'id-bank-indonesia-payments-licence');
  const trade = context.find(({ id }) => id === 'id-trade-ministry-social-commerce');
  expect(licence?.topic).toBe('commerce');
  expect(licence?.events.map(({ date }) => date)).toContain('2023-08-04');
  expect(trade?.events.map(({ date }) => date)).toEqual(expect.arrayContaining(['2023-10-04', '2023-12-12']));
  expect([licence, trade].every((record) => (record?.sources.length ?? 0) > 5)).toBe(true);
});
