import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ISSUES } from '../../lib/register-view/mistake-report.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const scripts = Object.keys(JSON.parse(read('package.json')).scripts);
const documents = globSync(['*.md', 'docs/**/*.md', 'tests/bench/*.md'], { cwd: ROOT }).sort();

describe.each(documents)('%s', (document) => {
  const text = read(document);

  it('points to files that exist', () => {
    const paths = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path ?? '');
    expect(paths.filter((path) => !existsSync(join(ROOT, dirname(document), path)))).toEqual([]);
  });

  it('names commands that exist', () => {
    const named = [...text.matchAll(/\bnpm (?:run )?([a-z]+(?:[:-][a-z]+)*)/g)]
      .map(([, name]) => name ?? '')
      .filter((name) => !['ci', 'install', 'run'].includes(name));
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });
});

describe('the table of the architecture', () => {
  const [, table = ''] = read('docs/architecture.md').split('## Where do I …');
  const paths = [...table.matchAll(/\| `([^`]+)` *\|/g)].map(([, path]) => path ?? '');

  it('has twenty rows or more, each with a path that exists', () => {
    expect(paths.length).toBeGreaterThanOrEqual(20);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

it('the issue list that reports go to has a template for each kind of report', () => {
  expect(ISSUES).toMatch(/\/issues$/);
  const names = globSync('.github/ISSUE_TEMPLATE/*.md', { cwd: ROOT }).map(
    (file) => /^name: (.+)$/m.exec(read(file))?.[1],
  );
  expect(names.sort()).toEqual(['A broken page', 'A missed link', 'A wrong fact']);
});
