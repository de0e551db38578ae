import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { idsToday, recordToday } from '../../lib/register/moved.ts';
import { DEVICES } from '../../lib/register/profile.ts';
import { RELATIONS } from '../../lib/register/schema.ts';
import { verdict } from '../../lib/register/verdict.ts';
import { VERDICT_LEVELS, type VerdictLevel } from '../../lib/register/verdict-level.ts';
import { readRegister } from '../../scripts/data/read-register.ts';

/*
 * What version 2026.11.22.1 published is kept: its ids stand in profiles, policies, exports and bookmarks, and nobody
 * whom a rule concerned may lose it unnoticed.
 */

const read = (file: string) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
const register = readRegister();
const DAY = '2026-11-22';

/** Ids of that version, and the level of each organisation's people: by relation, then by device. */
const frozen: {
  readonly records: Readonly<Record<'restrictions' | 'responses' | 'context', readonly string[]>>;
  readonly organisations: Readonly<Record<string, string>>;
} = read('version-2026.11.22.1.json');

/** Organisations whose people are told something weaker than then, each with what was learned since. */
const weaker: readonly { readonly organisation: string; readonly reason: string }[] =
  read('weaker-levels.json');

const LETTERS: Readonly<Record<string, VerdictLevel>> = {
  N: 'not-allowed',
  B: 'blocked-here',
  A: 'advised-against',
  '-': 'no-rule-found',
};
const strength = (level: VerdictLevel) => -VERDICT_LEVELS.indexOf(level);

describe('every id of version 2026.11.22.1', () => {
  it('of a record still opens a page', () => {
    const ids = Object.values(frozen.records).flat();
    expect(ids).toHaveLength(378);
    expect(ids.filter((id) => recordToday(id, register).entries.length === 0)).toEqual([]);
  });

  it('of an organisation still stands for one of which the register speaks', () => {
    const issued = [...register.restrictions, ...register.context];
    const known = new Set(issued.map(({ issuer }) => issuer.organisation));
    const lost = Object.keys(frozen.organisations).filter(
      (id) => !idsToday(id, register.moved.organisations).every((today) => known.has(today)),
    );
    expect(lost).toEqual([]);
  });
});

describe('the people of each organisation', () => {
  /** Relation and device of those who are told less than by that version. */
  const weakened = (id: string, levels: string): string[] => {
    const letters = [...levels.replaceAll(' ', '')];
    return RELATIONS.flatMap((relation, row) =>
      DEVICES.flatMap((device, column) => {
        const before = LETTERS[letters[row * DEVICES.length + column] ?? ''];
        if (!before) throw new Error(`no level for ${id}, ${relation}, ${device}`);
        const profile = { places: [], organisations: [{ id, relation }], device, ownRule: null };
        const { level } = verdict(profile, register, DAY);
        return strength(level) < strength(before) ? [`${relation} ${device}: ${before} -> ${level}`] : [];
      }),
    );
  };
  const all = Object.entries(frozen.organisations).map(([id, levels]) => ({
    id,
    less: weakened(id, levels),
  }));

  it('are told no less than by version 2026.11.22.1, but where the list says why', () => {
    const listed = new Set(weaker.map(({ organisation }) => organisation));
    expect(all.filter(({ id, less }) => less.length > 0 && !listed.has(id))).toEqual([]);
  });

  it('stand in that list only where they are told less, each once, with a reason', () => {
    const less = all.filter((one) => one.less.length > 0).map(({ id }) => id);
    expect(weaker.map(({ organisation }) => organisation).filter((id) => !less.includes(id))).toEqual([]);
    expect(new Set(weaker.map(({ organisation }) => organisation)).size).toBe(weaker.length);
    expect(weaker.filter(({ reason }) => reason.length < 20)).toEqual([]);
  });
});
