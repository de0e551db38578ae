import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettingsFile, writeSettingsFile } from '../../../lib/settings/transfer.ts';

const file = (settings: object, more: object = {}) =>
  JSON.stringify({ format: 'policy-context-settings', version: 1, settings, ...more });

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
    ['', '', 'no-json'],
    ['{}', '', 'no-settings-file'],
    [file({}, { version: 2 }), '', 'newer-version'],
    [file({ places: ['GB', 'Atlantis'] }), 'places[1]', 'iso-3166-code'],
    [file({ colour: 'red' }), 'colour', 'unknown-name'],
    [file({ sync: true }), 'sync', 'unknown-name'],
  ])('%s is refused whole, and the place is named', (text, where, reason) => {
    const read = readSettingsFile(text);
    expect(read).not.toHaveProperty('settings');
    expect(read).toMatchObject({ problems: [{ where, reason }] });
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
