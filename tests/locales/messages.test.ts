import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LOCALES = join(ROOT, 'public/_locales');

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

const read = (locale: string): Record<string, Message> =>
  JSON.parse(readFileSync(join(LOCALES, locale, 'messages.json'), 'utf8'));

const english = read('en');
const locales = globSync('*', { cwd: LOCALES }).sort();
const code = globSync(
  [
    'lib/**/*.ts',
    'components/**/*.{ts,tsx}',
    'entrypoints/**/*.{ts,tsx,html}',
    'scripts/publish/site/*.{ts,tsx}',
    'wxt.config.ts',
  ],
  { cwd: ROOT },
)
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  .join('\n');

const quoted = new Set([...code.matchAll(/['"`]([a-z][a-z0-9_]+)['"`]/g)].map(([, text]) => text));
const manifest = new Set([...code.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key));
/** Keys that are put together in a template, as in `measure_${...}` or `${...}_other`. */
const templates = [...code.matchAll(/`([a-z0-9_]*(?:\$\{[^}]+\}[a-z0-9_]*)+)`/g)]
  .map(([, text]) => new RegExp(`^${(text ?? '').replace(/\$\{[^}]+\}/g, '([a-z0-9_]+)')}$`))
  .filter((pattern) => /[a-z]{3,}_|_[a-z]{3,}/.test(pattern.source));
/** Every word in quotes and every name of a property, as a key would spell it: `device-ban`, `markStyle:`. */
const words = new Set(
  [...code.matchAll(/['"`]([A-Za-z][\w-]*)['"`]|\b([A-Za-z]\w*)\??:/g)].map(([, text, name]) =>
    (text ?? name ?? '')
      .replace(/TikTok|(?<=[a-z])[A-Z]/g, (capital) => `_${capital}`)
      .replaceAll('-', '_')
      .toLowerCase(),
  ),
);
/** Whether a template makes the key from a word that the code knows. */
const isMade = (key: string): boolean =>
  templates.some(
    (pattern) =>
      pattern
        .exec(key)
        ?.slice(1)
        .every((part) => words.has(part)) ?? false,
  );

const placeholdersIn = ({ message }: Message) =>
  [...message.matchAll(/\$([a-z0-9_]+)\$/gi)].map(([, name]) => name?.toLowerCase()).sort();

describe('texts', () => {
  it('are all used', () => {
    const unused = Object.keys(english).filter(
      (key) => !quoted.has(key) && !manifest.has(key) && !isMade(key),
    );
    expect(unused).toEqual([]);
  });

  it('say each thing once', () => {
    // A page of TikTok and a part of our own; the same word in English alone.
    const TWICE = ['page_kind_place', 'page_kind_search'];
    const plain = (key: string) => english[key]?.message.toLowerCase().replace(/[.:?]$/, '') ?? '';
    const keys = Object.keys(english).filter((key) => !TWICE.includes(key));
    expect(keys.filter((key) => keys.some((other) => other < key && plain(other) === plain(key)))).toEqual(
      [],
    );
  });

  it('are all there: no key in the code without a text', () => {
    const called = [...code.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key ?? '');
    expect(called.length).toBeGreaterThan(0);
    expect(called.filter((key) => !(key in english))).toEqual([]);
  });

  it.each(Object.entries(english))(
    '%s declares each placeholder it uses, and uses each it declares',
    (_key, message) => {
      expect(new Set(placeholdersIn(message))).toEqual(
        new Set(Object.keys(message.placeholders ?? {}).map((name) => name.toLowerCase())),
      );
      for (const { content } of Object.values(message.placeholders ?? {}))
        expect(content).toMatch(/^\$[1-9]$/);
    },
  );

  it('have a plural for every category of their language', () => {
    for (const locale of locales) {
      const keys = Object.keys(read(locale));
      const counted = keys
        .filter((key) => key.endsWith('_other'))
        .map((key) => key.slice(0, -'_other'.length))
        .filter((stem) => keys.includes(`${stem}_one`));
      const categories = new Intl.PluralRules(locale.replace('_', '-')).resolvedOptions().pluralCategories;
      for (const stem of counted)
        expect(keys, stem).toEqual(
          expect.arrayContaining(categories.map((category) => `${stem}_${category}`)),
        );
    }
  });

  it.each(locales)('of %s have the keys and placeholders of English', (locale) => {
    const other = read(locale);
    // A language may have plural categories that English has not.
    const own = Object.keys(other).filter((key) => {
      const [, stem] = /^(.*)_(?:zero|two|few|many)$/.exec(key) ?? [];
      return stem === undefined || !(`${stem}_other` in english);
    });
    expect(own.sort()).toEqual(Object.keys(english).sort());
    for (const [key, message] of Object.entries(other))
      expect(placeholdersIn(message), key).toEqual(placeholdersIn(english[key] ?? message));
  });
});
