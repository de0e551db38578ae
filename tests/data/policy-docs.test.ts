import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHROMIUM_ID, GECKO_ID } from '../../lib/platform/extension-ids.ts';
import { POLICY_KEY_NAMES, POLICY_KEYS } from '../../lib/policy/keys.ts';
import { readPolicy } from '../../lib/policy/read-policy.ts';
import { organisationsOf } from '../../lib/register/organisations.ts';
import { managedSchema } from '../../scripts/build/managed-schema.ts';
import { GUIDE, SAMPLES, samples, withTable } from '../../scripts/data/policy-docs.ts';
import { readRegister } from '../../scripts/data/read-register.ts';

const guide = readFileSync(GUIDE, 'utf8');

/** Texts without what the formatter does to tables and to JSON. */
const plainTables = (text: string) => text.replace(/ +\|/g, ' |').replace(/-{3,}/g, '---');
const plainJson = (name: string, text: string) => (name.endsWith('.json') ? JSON.parse(text) : text);

describe('the guide for administrators', () => {
  it('holds the table of keys as the code has it (npm run policy-docs)', () => {
    expect(plainTables(withTable(guide))).toBe(plainTables(guide));
  });

  it('names the ids of both builds and every sample', () => {
    for (const text of [CHROMIUM_ID, GECKO_ID, ...globSync('*', { cwd: SAMPLES })])
      expect(guide).toContain(text);
  });
});

describe('the samples', () => {
  it.each(Object.entries(samples()))('%s is as the code writes it (npm run policy-docs)', (name, text) => {
    expect(plainJson(name, readFileSync(join(SAMPLES, name), 'utf8'))).toEqual(plainJson(name, text));
  });

  it.each(globSync('*.json', { cwd: SAMPLES }))('%s sets our keys without a problem', (name) => {
    const file = JSON.parse(readFileSync(join(SAMPLES, name), 'utf8'));
    const policy = name.includes('chromium')
      ? file['3rdparty']?.extensions[CHROMIUM_ID]
      : file.policies['3rdparty']?.Extensions[GECKO_ID];
    expect(readPolicy(policy).problems).toEqual([]);
  });

  it('name organisations that the register knows', () => {
    const known = new Set(organisationsOf(readRegister()).map(({ id }) => id));
    const { values } = readPolicy({ organisations: POLICY_KEYS.organisations.example });
    expect(values.organisations?.filter(({ id }) => !known.has(id))).toEqual([]);
  });
});

describe('the schema for Chromium', () => {
  const plain = { boolean: 'boolean', string: 'string', number: 'integer', object: 'array' } as const;

  it.each(POLICY_KEY_NAMES)('has one plain type for %s, which its example fits', (key) => {
    const property = managedSchema().properties[key];
    expect(property?.type).toBe(plain[typeof POLICY_KEYS[key].example as keyof typeof plain]);
    // An array without the type of its items is no valid schema to Chromium, and the extension would not load.
    expect(property).toEqual(
      property?.type === 'array' ? { type: 'array', items: { type: 'string' } } : { type: property?.type },
    );
  });
});
