import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readRegister } from '../../scripts/data/read-register.ts';
import { withFigures } from '../../scripts/data/register-readme.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const text = readFileSync(join(ROOT, 'README.md'), 'utf8');
const readme = text.replace(/\s+/g, ' ');
const register = readRegister();
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const config = readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8');

describe('the README', () => {
  it('gives the numbers of the register, as `npm run register:readme` writes them', () => {
    expect(withFigures(text, register)).toBe(text);
    const { restrictions, responses, context, version } = register;
    const organisations = new Set(restrictions.map(({ issuer }) => issuer.organisation)).size;
    const primary = restrictions.filter(({ sources }) =>
      sources.some(({ kind }) => kind === 'primary'),
    ).length;
    expect(readme).toContain(`${restrictions.length} restrictions by ${organisations} organisations in `);
    expect(readme).toContain(`${responses.length} responses`);
    expect(readme).toContain(`${context.length} records of context`);
    expect(readme).toContain(`${Math.round((100 * primary) / restrictions.length)} % have a primary source`);
    expect(readme).toContain(`Version ${version}`);
  });

  it('names commands that exist', () => {
    const named = [...readme.matchAll(/npm (?:run )?([a-z:-]+)/g)].map(([, name]) => name ?? '');
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('points to files that exist', () => {
    const files = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '');
    expect(files.length).toBeGreaterThan(3);
    expect(files.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('explains every permission and names the minimum versions of the manifest', () => {
    const [, permissions = ''] = /\n\s*permissions: \[([^\]]*)\]/.exec(config) ?? [];
    const names = [...permissions.matchAll(/'(\w+)'/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(readme).toContain(`| \`${name}\` |`);
    const [, chromium] = /minimum_chrome_version: '(\d+)'/.exec(config) ?? [];
    const [, firefox] = /gecko: {[^}]*strict_min_version: '(\d+)/.exec(config) ?? [];
    expect(readme).toContain(
      `Chromium-based browsers from version ${chromium} and Firefox from version ${firefox}`,
    );
  });
});
