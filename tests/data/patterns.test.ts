import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { firstDay, lastDay } from '../../lib/register/dates.ts';
import type { Clause, Source } from '../../lib/register/schema.ts';
import { readRegister } from '../../scripts/data/read-register.ts';

/*
 * Errors that audits found in records again and again, as far as a machine can see them. A record that is right though
 * it looks like one stands in `allowed-patterns.json`, with the reason.
 */

const register = readRegister();
const issued = [...register.restrictions, ...register.context];
const records = [...issued, ...register.responses];

/** Every clause of a restriction; a context record is one itself. */
const clauses = issued.flatMap((record) =>
  ('clauses' in record ? record.clauses : [record]).map((clause) => ({ record, clause })),
);
type OfClause = (typeof clauses)[number];

/** Everything that has a date and rests on sources. */
const entries = records.flatMap((record) => {
  const list = 'events' in record ? record.events : [...record.milestones, ...record.findings];
  return list.map((entry) => ({
    record,
    date: entry.date,
    type: 'type' in entry ? entry.type : null,
    sources: entry.sources.flatMap((index) => record.sources[index] ?? []),
  }));
});

const ids = (found: readonly { readonly record: { readonly id: string } }[]) => [
  ...new Set(found.map(({ record }) => record.id)),
];
const ofClauses = (wrong: (one: OfClause) => boolean) => ids(clauses.filter(wrong));

/** Did every source appear before anything of this date can have happened? One without a date may be later. */
const before = (sources: readonly Source[], date: string): boolean =>
  sources.length > 0 &&
  sources.every(({ published }) => published !== null && lastDay(published) < firstDay(date));

const newestRead = (sources: readonly Source[]): string | undefined =>
  sources
    .flatMap(({ read, published }) => (read && published ? [published] : []))
    .sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1))
    .at(-1);

const ADVISES = /\b(advis|recommend|should|encourag|urged)/i;
const ADVICE: readonly string[] = ['advice-against', 'warning'];
const BARS: readonly string[] = ['device-ban', 'network-block', 'nationwide-ban', 'nationwide-suspension'];
const WEAK_FORCE: readonly Clause['legalForce'][] = ['guidance', 'policy', 'unknown'];

/** Each pattern: its name in the list of exceptions, what it is, and the records that show it. */
const PATTERNS: readonly (readonly [name: string, what: string, found: () => readonly string[]])[] = [
  [
    'event-after-sources',
    'an event later than all of its sources',
    () => ids(entries.filter(({ type, date, sources }) => type !== 'effective' && before(sources, date))),
  ],
  [
    'effective-without-later-source',
    'a start that no source of that day or later reports: a deadline is no start',
    () => ids(entries.filter(({ type, date, sources }) => type === 'effective' && before(sources, date))),
  ],
  [
    'mirrors-high',
    'high confidence on copies alone',
    () =>
      records
        .filter(({ confidence, sources }) => {
          const read = sources.filter((source) => source.read);
          return confidence === 'high' && read.length > 0 && read.every(({ mirror }) => mirror);
        })
        .map(({ id }) => id),
  ],
  [
    'none-named-unread',
    'a text that is said to name no exception though nobody read all of it',
    () =>
      ofClauses(
        ({ record, clause }) =>
          clause.exceptions.kind === 'none-named' && !record.sources.some(({ readWhole }) => readWhole),
      ),
  ],
  [
    'advice-in-exceptions',
    'advice among the exceptions, which is a clause of its own',
    () =>
      ofClauses(
        ({ clause: { exceptions } }) => exceptions.kind === 'listed' && ADVISES.test(exceptions.text),
      ),
  ],
  [
    'guidance-with-ban',
    'a ban or block by guidance',
    () => ofClauses(({ clause }) => BARS.includes(clause.measure) && clause.legalForce === 'guidance'),
  ],
  [
    'advice-with-binding-force',
    'advice or a warning with the force of an order',
    () =>
      ofClauses(({ clause }) => ADVICE.includes(clause.measure) && !WEAK_FORCE.includes(clause.legalForce)),
  ],
  [
    'block-not-on-network',
    'a network block on something other than a network',
    () =>
      ofClauses(({ clause }) => clause.measure === 'network-block' && clause.devices.join() !== 'network'),
  ],
  [
    'network-in-device-clause',
    'a network among the devices of a ban or of advice, which is a block of its own',
    () =>
      ofClauses(
        ({ record, clause: { measure, devices } }) =>
          'clauses' in record &&
          devices.includes('network') &&
          measure !== 'network-block' &&
          !measure.startsWith('nationwide'),
      ),
  ],
  [
    'knowledge-older-than-source',
    'knowledge older than the newest source that was read',
    () =>
      issued
        .filter(({ knowledge: { date, basis }, sources }) => {
          const newest = newestRead(sources);
          return (
            date !== null &&
            newest !== undefined &&
            basis === 'last-known' &&
            lastDay(date) < firstDay(newest)
          );
        })
        .map(({ id }) => id),
  ],
];

/** Records that are right as they stand. */
const allowed: readonly { readonly id: string; readonly pattern: string; readonly reason: string }[] =
  JSON.parse(readFileSync(new URL('allowed-patterns.json', import.meta.url), 'utf8'));
const allowedIn = (pattern: string) => allowed.filter((each) => each.pattern === pattern).map(({ id }) => id);

describe('no record has', () => {
  it.each(PATTERNS)('%s: %s', (pattern, _what, found) => {
    expect(found().filter((id) => !allowedIn(pattern).includes(id))).toEqual([]);
  });
});

describe('the list of exceptions', () => {
  it('holds only what would be found, each once, with a reason', () => {
    const needless = PATTERNS.flatMap(([pattern, , found]) => {
      const ids = found();
      return allowedIn(pattern).filter((id) => !ids.includes(id));
    });
    expect(needless).toEqual([]);
    const known = PATTERNS.map(([pattern]) => pattern);
    expect(allowed.filter(({ pattern, reason }) => !known.includes(pattern) || reason.length < 20)).toEqual(
      [],
    );
    const keys = allowed.map(({ id, pattern }) => `${id} ${pattern}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});
