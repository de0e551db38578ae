import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../lib/register/profile.ts';
import { type Verdict, verdict } from '../../../lib/register/verdict.ts';
import { verdictBlock } from '../../../lib/register/verdict-block.ts';
import { readRegister } from '../../../scripts/data/read-register.ts';
import { english } from '../../support/english.ts';

/* The people the extension is for, on the real register and its own day. */

const register = readRegister();
const NOBODY: Profile = { places: [], organisations: [], device: null, ownRule: null };
const ask = (profile: Partial<Profile>): Verdict =>
  verdict({ ...NOBODY, ...profile }, register, register.date);
const carriedBy = ({ carriers }: Verdict) =>
  carriers.map((carrier) => (carrier.by === 'record' ? carrier.record.id : 'own rule'));

describe('on the real register', () => {
  it('staff of a UK ministry may not use it on a work phone, but may on their own', () => {
    const staff = {
      places: ['GB'],
      organisations: [{ id: 'gb-government', relation: 'staff' as const }],
    };
    const found = ask({ ...staff, device: 'work-issued' });
    expect(found.level).toBe('not-allowed');
    expect(carriedBy(found)).toEqual(['gb-government-work-devices']);
    const profile: Profile = { ...NOBODY, ...staff, device: 'work-issued' };
    expect(verdictBlock(found, profile, register, english)).toMatchObject({
      sentence: expect.stringMatching(
        /^Government of the United Kingdom.*: TikTok is not allowed on work devices\./,
      ),
      age: expect.stringMatching(/^Last seen in force .* 20\d\d(, looked again \w+ 20\d\d)?\.$/),
    });
    expect(ask({ ...staff, device: 'personal' }).level).toBe('no-rule-found');
  });

  it('staff of the Scottish Parliament are advised against it on an own phone with work mail', () => {
    const found = ask({
      places: ['GB-SCT'],
      organisations: [{ id: 'gb-sct-parliament', relation: 'staff' }],
      device: 'personal-with-work-access',
    });
    expect(found.level).toBe('advised-against');
    expect(carriedBy(found)).toEqual(['gb-sct-parliament-advice']);
    expect(found.oldestKnowledge?.months).toBeGreaterThan(36);
  });

  it('a contractor of Texas is told of the rule on devices, not of Montana’s ban', () => {
    const found = ask({
      places: ['US-TX'],
      organisations: [{ id: 'us-tx-government', relation: 'contractor' }],
      device: 'work-issued',
    });
    expect(found.level).toBe('not-allowed');
    expect(carriedBy(found)).toEqual(['us-tx-governor-devices-directive']);
    expect(found.beside.map(({ record }) => record.issuer.jurisdiction)).not.toContain('US-MT');
  });

  it('an official in New Delhi stands in a country that bans it, on every device', () => {
    for (const device of ['work-issued', 'personal'] as const) {
      const found = ask({ places: ['IN'], device });
      expect(found.level).toBe('blocked-here');
      expect(carriedBy(found)).toEqual(['in-government-nationwide-ban']);
    }
  });

  it('an editor of the Danish broadcaster is advised against it, with the exception for press work', () => {
    const found = ask({
      places: ['DK'],
      organisations: [{ id: 'dk-dr', relation: 'staff' }],
      device: 'work-issued',
    });
    expect(found.level).toBe('advised-against');
    expect(carriedBy(found)).toEqual(['dk-dr-work-phones']);
    expect(
      found.notCovered.exceptions
        .map(({ exceptions }) => (exceptions.kind === 'listed' ? exceptions.text : ''))
        .join(),
    ).toMatch(/journalis/);
  });

  it('somebody in a country without a rule learns that none was found', () => {
    expect(ask({ places: ['BR'] }).level).toBe('no-rule-found');
    expect(ask({}).level).toBe('no-profile');
  });

  it('history counts: the same person on earlier days', () => {
    const staff: Profile = {
      ...NOBODY,
      organisations: [{ id: 'gb-government', relation: 'staff' }],
      device: 'work-issued',
    };
    expect(verdict(staff, register, '2023-03-15').level).toBe('no-rule-found');
    expect(verdict(staff, register, '2023-03-16').level).toBe('not-allowed');
    const nepal: Profile = { ...NOBODY, places: ['NP'] };
    expect(verdict(nepal, register, '2024-01-01').level).toBe('blocked-here');
    expect(verdict(nepal, register, '2025-01-01').level).toBe('no-rule-found');
  });
});
