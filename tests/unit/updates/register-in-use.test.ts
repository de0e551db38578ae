import { describe, expect, it } from 'vitest';
import type { Register } from '../../../lib/register/schema.ts';
import { registerText } from '../../../lib/updates/register-file.ts';
import { registerInUse, withAdded } from '../../../lib/updates/register-in-use.ts';
import { shelfOf } from '../../../lib/updates/shelf.ts';
import { restriction } from '../../support/example-record.ts';
import { memoryStorage } from '../../support/memory-storage.ts';
import { registerOf } from '../../support/update-client.ts';

const SHIPPED = registerOf('2026.11.22.9', 'shipped');
const SOURCE = { url: 'https://updates.example/', root: 'ab'.repeat(32) };
const VERSION = '0.2.0';

const kept = (register: Register, checkedBy = VERSION) => ({
  version: register.version,
  sha256: 'cd'.repeat(32),
  text: registerText(register),
  checkedBy,
  test: false,
});

describe('the register in use', () => {
  it('is the shipped one where nothing was stored', async () => {
    const { register, from } = await registerInUse(SHIPPED, memoryStorage(), VERSION, null);
    expect([register, from]).toEqual([SHIPPED, 'package']);
  });

  it.each([
    ['2026.11.22.10', 'update'],
    ['2026.11.22.9', 'package'],
    ['2026.11.22.8', 'package'],
    ['2025.12.31.1', 'package'],
  ])('with %s stored is from the %s', async (version, from) => {
    const area = memoryStorage();
    await shelfOf('updates', SOURCE, area).keepRegister(kept(registerOf(version, 'update')));
    expect((await registerInUse(SHIPPED, area, VERSION, null)).from).toBe(from);
  });

  it('is the shipped one where another version of the extension checked what is stored', async () => {
    const area = memoryStorage();
    await shelfOf('updates', SOURCE, area).keepRegister(kept(registerOf('2026.12.01.1', 'update'), '0.1.0'));
    expect((await registerInUse(SHIPPED, area, VERSION, null)).from).toBe('package');
  });

  it.each([
    null,
    'text',
    { text: '{' },
    { ...kept(registerOf('2026.12.01.1', 'x')), source: 's', text: '{' },
  ])('is the shipped one where %j lies there', async (damage) => {
    const area = memoryStorage();
    area.entries.set('updates:register', damage);
    expect((await registerInUse(SHIPPED, area, VERSION, null)).register).toEqual(SHIPPED);
  });

  it('says that an update was signed for a trial', async () => {
    const area = memoryStorage();
    const register = registerOf('2026.12.01.1', 'update');
    await shelfOf('updates', SOURCE, area).keepRegister({ ...kept(register), test: true });
    expect((await registerInUse(SHIPPED, area, VERSION, null)).test).toBe(true);
  });
});

describe('records that an organisation added', () => {
  const theirs: Register = {
    ...registerOf('2030.01.01.1'),
    restrictions: [
      restriction({ id: 'xx-rule-00', summary: 'Ours, rewritten.' }),
      restriction({ id: 'own-rule', summary: 'Their own.' }),
      restriction({ id: 'old-id', summary: 'Under an id that moved.' }),
    ],
    moved: { records: [{ old: 'xx-rule-00', new: ['own-rule'], reason: 'taken over' }], organisations: [] },
  };
  const ours: Register = {
    ...SHIPPED,
    moved: { records: [{ old: 'old-id', new: ['xx-rule-00'], reason: 'renamed' }], organisations: [] },
  };
  const joined = withAdded(ours, theirs, 'Ministry of Examples');

  it('stand beside the others, labelled as theirs', () => {
    expect(joined.restrictions.map(({ id, issuer, summary }) => [id, issuer.name, summary])).toEqual([
      ['xx-rule-00', 'Example Ministry', 'shipped'],
      ['own-rule', 'Example Ministry (Ministry of Examples)', 'Their own.'],
    ]);
  });

  it('change neither a record, nor the version, nor what moved', () => {
    expect(joined.restrictions[0]).toEqual(ours.restrictions[0]);
    expect([joined.version, joined.date, joined.moved]).toEqual([ours.version, ours.date, ours.moved]);
  });

  it('are in use only under the name of who added them', async () => {
    const area = memoryStorage();
    await shelfOf('records', SOURCE, area).keepRegister(kept(theirs));
    const used = async (organisation: string | null) => {
      const { register, added } = await registerInUse(SHIPPED, area, VERSION, organisation);
      return [register.restrictions.length, added];
    };
    expect(await used(null)).toEqual([1, null]);
    expect(await used('Ministry of Examples')).toEqual([3, 'Ministry of Examples']);
  });
});
