import { describe, expect, it } from 'vitest';
import wrappers from '../../../lib/links/wrappers.json' with { type: 'json' };
import { profileOf } from '../../../lib/settings/profile-of.ts';
import { initialSettings, type Settings } from '../../../lib/settings/schema.ts';
import { makeSnapshot } from '../../../lib/snapshot/make-snapshot.ts';
import { personalOf } from '../../../lib/snapshot/snapshot.ts';
import { translate } from '../../../scripts/data/english.ts';
import { readRegister } from '../../../scripts/data/read-register.ts';
import { PEOPLE } from '../../support/people.ts';

const register = readRegister();
const snapshot = (changes: Partial<Settings>) =>
  makeSnapshot({ ...initialSettings(), ...changes }, register, register.date, 'en-GB', 'ltr', translate, {
    en: { 'GB-SCT': 'Scotland' },
  });
const UK: Partial<Settings> = {
  places: ['GB'],
  organisations: [{ id: 'gb-government', relation: 'staff' }],
  device: 'work-issued',
};

describe('the snapshot for pages', () => {
  it('is finished text: verdict, TikTok’s answer with the finding beside it, age of the register', () => {
    const made = snapshot(UK);
    expect(made).toMatchObject({
      format: 7,
      day: register.date,
      language: 'en-GB',
      direction: 'ltr',
      paused: false,
    });
    const { verdict, card: parts } = personalOf(made);
    expect(verdict.level).toBe('not-allowed');
    expect(verdict.record).toBe('gb-government-work-devices');
    const card = JSON.stringify(parts);
    expect(card).toContain(verdict.sentence);
    expect(card).toContain(verdict.age);
    // TikTok's claim, and beside it what was found.
    expect(card).toMatch(/TikTok says .*NCC Group.*Ireland \(/);
    expect(made.register).toMatch(/^Register version .+, researched up to /);
  });

  it.each(['icon', 'word'] as const)('is of one size for every verdict, with marks as %s', (markStyle) => {
    // What a browser keeps of a text: its length, and whether a character takes one byte or two.
    const sizes = (changes: Partial<Settings>) =>
      JSON.stringify(snapshot({ ...changes, markStyle }), (_, value) =>
        typeof value === 'string' ? [value.length, /[^\0-\xff]/.test(value)] : value,
      );
    const all = Object.entries(PEOPLE).map(([level, stored]) => {
      const settings = Object.fromEntries(
        Object.entries(stored).map(([key, value]) => [key.replace('setting:', ''), value]),
      );
      expect(personalOf(snapshot(settings)).verdict.level).toBe(level);
      return sizes(settings);
    });
    expect(all).toHaveLength(5);
    expect(new Set(all).size).toBe(1);
  });

  it('survives storage unchanged', () => {
    const made = snapshot({ ...UK, places: ['GB-SCT'] });
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  });

  it('asks before opening only where it is not allowed', () => {
    expect(snapshot({ ...UK, beforeOpen: 'once' }).beforeOpen).toBe('once');
    expect(snapshot({ ...UK, beforeOpen: 'never' }).beforeOpen).toBe('never');
    expect(snapshot({ places: ['IN'], beforeOpen: 'ask' }).beforeOpen).toBe('never');
  });

  it('carries the choices about marks', () => {
    expect(
      snapshot({
        paused: true,
        sitesOff: ['a.example'],
        sitesOnly: ['b.example'],
        linkKindsOff: ['tag'],
        marksOnTikTok: true,
        markStyle: 'icon',
      }),
    ).toMatchObject({
      paused: true,
      sitesOff: ['a.example'],
      sitesOnly: ['b.example'],
      linkKindsOff: ['tag'],
      marksOnTikTok: true,
      style: 'icon',
    });
  });

  it('names the services that wrap links as the popup does', () => {
    const { via } = snapshot({});
    expect(via).toMatchObject({
      safelinks: 'Microsoft Safe Links',
      google: 'Google',
      wayback: 'Wayback Machine',
    });
    expect(Object.keys(via)).toEqual([...new Set(wrappers.map(({ id }) => id))]);
  });

  it('reads the profile off the settings, own rule included', () => {
    const ownRule = {
      by: 'employer' as const,
      name: 'Example Works',
      text: 'No.',
      level: 'not-allowed' as const,
      devices: [],
    };
    expect(profileOf({ ...initialSettings(), ownRule })).toEqual({
      places: [],
      organisations: [],
      device: null,
      ownRule,
    });
    expect(personalOf(snapshot({ ownRule })).verdict.sentence).toContain('Example Works');
  });
});
