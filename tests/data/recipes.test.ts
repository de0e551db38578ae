import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/*
 * The recipes of `docs/CONTRIBUTING.md`, followed in a copy of the repository: what they say is enough, and takes no
 * more files than they say.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'recipes-'));
  const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  for (const file of [...tracked.split('\n').filter(Boolean), '.wxt']) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(ROOT, file), join(copy, file), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const read = (file: string) => readFileSync(join(copy, file), 'utf8');

/** Edits files of the copy, and answers which. */
function edited(changes: Readonly<Record<string, (before: string) => string>>): string[] {
  for (const [file, change] of Object.entries(changes)) {
    const before = read(file);
    const changed = change(before);
    expect(changed, `${file} is as the recipe expects it`).not.toBe(before);
    writeFileSync(join(copy, file), changed);
  }
  return Object.keys(changes);
}

/** Adds text after the first place where `anchor` stands. */
const insert = (anchor: string, text: string) => (before: string) =>
  before.replace(anchor, () => anchor + text);

/** Runs a command of the packages in the copy; what it printed where it failed, else nothing. */
function failure(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(join(ROOT, 'node_modules/.bin', command), args, {
    cwd: copy,
    encoding: 'utf8',
  });
  return status === 0 ? '' : `${stdout}\n${stderr}`.slice(-4000);
}
const failingTests = (project: string, ...files: string[]) =>
  failure('vitest', 'run', '--project', project, ...files);

describe('the recipe for', () => {
  it('a record: one file and a line in the changelog', () => {
    const folder = 'lib/register/records/FR';
    const record = JSON.parse(read(`${folder}/fr-national-assembly-advice.json`));
    writeFileSync(
      join(copy, folder, 'fr-lyon-work-devices.json'),
      JSON.stringify({
        ...record,
        id: 'fr-lyon-work-devices',
        issuer: { organisation: 'fr-lyon', name: 'City of Lyon', kind: 'city-or-local', jurisdiction: 'FR' },
      }),
    );
    edited({
      'docs/register-changelog.md': (text) =>
        text.replace(/(## [\d.]+\n)/, '$1\n- Added: `fr-lyon-work-devices`.\n'),
    });
    expect(failure('node', 'scripts/data/register-readme.ts')).toBe('');
    expect(
      failingTests('data', 'records', 'read-register', 'readme', 'promises', 'patterns', 'register-asset'),
    ).toBe('');
  });

  it('a wrapper: one row and one vector', () => {
    const url = 'https://leave.recipe.example/out?to=https%3A%2F%2Fwww.tiktok.com%2F%40demo';
    const row = {
      id: 'recipe',
      service: 'Recipe',
      hosts: ['leave.recipe.example'],
      path: ['/out'],
      target: 'parameter to',
      encoding: 'percent',
      example: url,
      documentation: 'a page of the service',
    };
    const vector = {
      url,
      expect: 'tiktok',
      kind: 'wrapped:recipe',
      destination: 'https://www.tiktok.com/@demo',
      handle: 'demo',
      videoId: null,
      why: 'the service names the target in a parameter',
    };
    edited({
      'lib/links/wrappers.json': (text) => JSON.stringify([...JSON.parse(text), row], null, 2),
      'tests/unit/links/vectors.json': (text) => {
        const all = JSON.parse(text);
        return JSON.stringify({ ...all, vectors: [...all.vectors, vector] });
      },
    });
    expect(failingTests('unit', 'links/wrappers', 'links/vectors', 'links/rules')).toBe('');
  });

  it('a language: one file', () => {
    mkdirSync(join(copy, 'public/_locales/de'));
    cpSync(join(copy, 'public/_locales/en/messages.json'), join(copy, 'public/_locales/de/messages.json'));
    expect(failingTests('data', 'locales/messages', 'register-asset')).toBe('');
  });

  it('a setting that reaches the page: at most six files', () => {
    const files = edited({
      'lib/settings/schema.ts': insert(
        '  marksOnTikTok: { schema: z.boolean(), initial: false },\n',
        '  marksAtNight: { schema: z.boolean(), initial: true },\n',
      ),
      'lib/policy/keys.ts': insert('  marksOnTikTok: yesOrNo(true),\n', '  marksAtNight: yesOrNo(false),\n'),
      'public/_locales/en/messages.json': (text) =>
        JSON.stringify({
          ...JSON.parse(text),
          admin_key_marks_at_night: { message: 'Mark links at night too.' },
          options_at_night: { message: 'At night' },
          options_at_night_label: { message: 'Mark links at night' },
        }),
      'components/options/marks.tsx': (text) =>
        text.replace(
          "<SettingGroup legend={t('options_on_tiktok')}",
          (group) => `<SettingGroup legend={t('options_at_night')} management={management('marksAtNight')}>
        <Switch checked={values.marksAtNight} onChange={(marksAtNight) => change({ marksAtNight })}>
          {t('options_at_night_label')}
        </Switch>
      </SettingGroup>
      ${group}`,
        ),
      'lib/snapshot/snapshot.ts': insert("  'marksOnTikTok',\n", "  'marksAtNight',\n"),
      'lib/content/sites.ts': (text) =>
        `import type { Snapshot } from '../snapshot/snapshot.ts';\n${text}\nexport const isAwake = ({ marksAtNight }: Snapshot, hour: number): boolean =>\n  marksAtNight || (hour > 6 && hour < 22);\n`,
    });
    expect(files.length).toBeLessThanOrEqual(6);
    expect(failure('node', 'scripts/data/policy-docs.ts')).toBe('');
    expect(failingTests('data', 'policy-docs')).toBe('');
    expect(failingTests('unit', 'unit/settings', 'unit/policy', 'unit/snapshot')).toBe('');
    // The samples of whole settings in tests name every one of them; that is the compiler's way of asking for a choice.
    expect(
      failure('tsc', '--noEmit')
        .split('\n')
        .filter((line) => /^(lib|components|entrypoints)\//.test(line)),
    ).toEqual([]);
  });
});
