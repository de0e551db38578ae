import { describe, expect, it } from 'vitest';
import type { Clause, Restriction } from '../../lib/register/schema.ts';
import { statusOn } from '../../lib/register/status.ts';
import { readRegister } from '../../scripts/data/read-register.ts';

/** What a reader will look for first, and what must be right about it. */
const { restrictions, responses, context } = readRegister();

const restriction = (id: string): Restriction => {
  const found = restrictions.find((record) => record.id === id);
  if (!found) throw new Error(`no restriction ${id}`);
  return found;
};

const dayBefore = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

describe('the best known restrictions', () => {
  it.each<[string, Clause['measure'], Clause['devices'][number], Clause['covers'][number], string]>([
    ['nz-parliament-devices', 'device-ban', 'personal-with-work-access', 'member', '2023-03-31'],
    ['dk-dr-work-phones', 'advice-against', 'work-issued', 'staff', '2023-03-09'],
    ['ca-government-mobile-devices', 'device-ban', 'work-issued', 'staff', '2023-02-28'],
    ['eu-commission-staff-devices', 'device-ban', 'personal-with-work-access', 'staff', '2023-03-15'],
    ['gb-sct-parliament-advice', 'advice-against', 'personal-with-work-access', 'contractor', '2023-03-17'],
    ['gb-government-work-devices', 'device-ban', 'work-issued', 'staff', '2023-03-16'],
  ])('%s: %s on %s, for %s and maybe others, from %s on', (id, measure, device, relation, day) => {
    const record = restriction(id);
    const says = ({ measure: what, devices, covers }: Clause) =>
      what === measure && devices.includes(device) && covers.includes(relation);
    expect(record.clauses.filter(says)).toHaveLength(1);
    expect(statusOn(record, day).status).toBe('in-force');
    expect(statusOn(record, dayBefore(day)).status).not.toBe('in-force');
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
