import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettingsFile, writeSettingsFile } from '../../../lib/settings/transfer.ts';

const file = (settings: object, more: object = {}) =>
  JSON.stringify({ format: 'policy-context-settings', version: 1, settings, ...more });

const ownRule = (more: object) =>
  file({ ownRule: { by: 'person', name: 'A', text: '', level: 'information', devices: [], ...more } });

describe('a file of settings', () => {
  it('reads back what was written, without the choice of where settings are kept', () => {
    const changed = { places: ['GB'], device: 'personal', sitesOff: ['a.example'], sync: true } as const;
    const { sync: _sync, ...carried } = changed;
    expect(
      readSettingsFile(
        writeSettingsFile({ ...changed, places: [...changed.places], sitesOff: [...changed.sitesOff] }),
      ),
    ).toEqual({
      settings: carried,
    });
  });

  it('may start with a byte order mark', () => {
    expect(readSettingsFile(`\uFEFF${file({ paused: true })}`)).toEqual({ settings: { paused: true } });
  });

  it.each<[string, string, string, (string | number)[]?]>([
    ['', '', 'no-json'],
    ['{}', '', 'no-settings-file'],
    [file({}, { version: 2 }), '', 'newer-version'],
    [file({ places: ['GB', 'Atlantis'] }), 'places[1]', 'iso-3166-code'],
    [file({ colour: 'red' }), 'colour', 'unknown-name'],
    [file({ sync: true }), 'sync', 'unknown-name'],
    [
      '{"format":"policy-context-settings","version":1,"settings":{"__proto__":{"paused":true}}}',
      '__proto__',
      'unknown-name',
    ],
    [file({ places: Array(201).fill('GB') }), 'places', 'too-many-entries', [201, 200]],
    [file({ sitesOff: ['*.example'] }), 'sitesOff[0]', 'host'],
    [file({ sitesOff: ['<b>'] }), 'sitesOff[0]', 'host'],
    [ownRule({ url: 'https://police.example@evil.example/' }), 'ownRule.url', 'user-name-in-url'],
    [ownRule({ url: `https://a.example/${'a'.repeat(2048)}` }), 'ownRule.url', 'too-long', [2048]],
    [ownRule({ name: 'Minis\u202Etry' }), 'ownRule.name', 'unseen-sign', ['U+202E']],
    [ownRule({ name: 'Minis\0try' }), 'ownRule.name', 'unseen-sign', ['U+0000']],
    [ownRule({ name: 'x'.repeat(501) }), 'ownRule.name', 'too-long', [500]],
  ])('%s is refused whole, and the place is named', (text, where, reason, values?) => {
    const read = readSettingsFile(text);
    expect(read).not.toHaveProperty('settings');
    expect(read).toMatchObject({ problems: [{ where, reason, ...(values && { values }) }] });
  });

  it('of many sites is refused with their number, and each once where they are not too many', () => {
    const sites = (count: number) => Array.from({ length: count }, (_, i) => `s${i}.example`);
    expect(readSettingsFile(file({ sitesOff: sites(20_000) }))).toEqual({
      problems: [{ where: 'sitesOff', reason: 'too-many-entries', values: [20_000, 2000], value: null }],
    });
    expect(readSettingsFile(file({ sitesOff: [...sites(2), ...sites(2)] }))).toEqual({
      settings: { sitesOff: sites(2) },
    });
  });

  it('that is too large is refused', () => {
    expect(readSettingsFile(' '.repeat(1_000_001))).toMatchObject({ problems: [{ where: '' }] });
  });

  it('with very many bad entries names each, without an error', () => {
    const read = readSettingsFile(file({ linkKindsOff: Array.from({ length: 150_000 }, () => 1) }));
    expect(read).toMatchObject({ problems: { length: 150_000 } });
  });

  it('of any content never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((value) => file({ places: value })),
        ),
        (text) => void readSettingsFile(text),
      ),
    );
  });
});
