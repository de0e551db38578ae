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

  it.each([
    ['', '', 'no JSON'],
    ['{}', '', 'no file of settings'],
    [file({}, { version: 2 }), '', 'newer version'],
    [file({ places: ['GB', 'Atlantis'] }), 'places[1]', 'ISO 3166'],
    [file({ colour: 'red' }), 'colour', 'no such setting'],
    [file({ sync: true }), 'sync', 'no such setting'],
    [
      '{"format":"policy-context-settings","version":1,"settings":{"__proto__":{"paused":true}}}',
      '__proto__',
      'no such setting',
    ],
    [file({ places: Array(201).fill('GB') }), 'places', '201 entries'],
    [file({ sitesOff: ['*.example'] }), 'sitesOff[0]', 'a host'],
    [file({ sitesOff: ['<b>'] }), 'sitesOff[0]', 'a host'],
    [ownRule({ url: 'https://police.example@evil.example/' }), 'ownRule', 'without a user name'],
    [ownRule({ url: `https://a.example/${'a'.repeat(2048)}` }), 'ownRule', '2,048 characters'],
    [ownRule({ name: 'Minis\u202Etry' }), 'ownRule', 'U+202E'],
    [ownRule({ name: 'Minis\0try' }), 'ownRule', 'U+0000'],
    [ownRule({ name: 'x'.repeat(501) }), 'ownRule', '500 characters'],
  ])('%s is refused whole, and the place is named', (text, where, reason) => {
    const read = readSettingsFile(text);
    expect(read).not.toHaveProperty('settings');
    expect(read).toMatchObject({ problems: [{ where, reason: expect.stringContaining(reason) }] });
  });

  it('of many sites is refused with their number, and each once where they are not too many', () => {
    const sites = (count: number) => Array.from({ length: count }, (_, i) => `s${i}.example`);
    expect(readSettingsFile(file({ sitesOff: sites(20_000) }))).toEqual({
      problems: [{ where: 'sitesOff', reason: '20000 entries, and at most 2000 can be taken', value: null }],
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
