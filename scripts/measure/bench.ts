/*
 * `npm run bench`: what the extension costs on heavy pages, beside no extension, references and other extensions, all
 * in one run. Prints tables and writes all samples as JSON to `.output/bench/`.
 *
 *   npm run bench -- --pages article,feed --samples 9 --rows none,empty,ours --peer name=DIR --json FILE
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureLinks } from '../../tests/bench/links.ts';
import { type BuiltRow, closely, round, sizes } from '../../tests/bench/measure.ts';
import { PAGE_NAMES, type PageName } from '../../tests/bench/pages.ts';
import { outcomes, report } from '../../tests/bench/report.ts';
import { peer, ROWS } from '../../tests/bench/rows.ts';
import { servePages } from '../../tests/bench/serve-pages.ts';
import { launch } from '../start/browser.ts';

const ROOT = join(import.meta.dirname, '../..');

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: PAGE_NAMES.join() },
    rows: { type: 'string' },
    samples: { type: 'string', default: '9' },
    peer: { type: 'string', multiple: true, default: [] },
    json: { type: 'string' },
  },
});

/** Picks what a comma-separated option names; names what is unknown. */
function chosen<T extends string>(option: string, text: string, known: readonly T[]): T[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !known.includes(name as T));
  if (unknown.length)
    throw new Error(`--${option}: unknown ${unknown.join(', ')}; known: ${known.join(', ')}`);
  return known.filter((name) => names.includes(name));
}

const samples = Number(values.samples);
if (!Number.isInteger(samples) || samples < 1) throw new Error(`--samples: "${values.samples}" is no count`);
const pages: PageName[] = chosen('pages', values.pages, PAGE_NAMES);
const peers = values.peer.map((text) => {
  const at = text.indexOf('=');
  if (at < 1) throw new Error(`--peer: "${text}" is not name=DIR`);
  return peer(text.slice(0, at), text.slice(at + 1));
});
const names =
  values.rows === undefined
    ? null
    : chosen(
        'rows',
        values.rows,
        ROWS.map(({ name }) => name),
      );
const rows = [...ROWS.filter(({ name }) => !names || names.includes(name)), ...peers].filter(
  ({ pages: own }) => !own || own.length === 0 || own.some((page) => pages.includes(page)),
);

const say = (text: string) => process.stderr.write(`${text}\n`);

const built: BuiltRow[] = [];
for (const row of rows) {
  if (row.build) say(`Building ${row.name} …`);
  built.push({ ...row, directory: (await row.build?.()) ?? null });
}

const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
const machine = {
  date: new Date().toISOString(),
  commit: git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '-uno') ? ' with changes' : ''),
  node: process.version,
  chromium: '',
  processor: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`,
  memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
  load: loadavg()
    .map((load) => load.toFixed(2))
    .join(' '),
};
const probe = await launch('chromium', { extension: null });
machine.chromium = await probe.browser.version();
await probe.close();

say('Links …');
const results = {
  links: await measureLinks(),
  rounds: Object.fromEntries(built.map(({ name }) => [name, [] as Awaited<ReturnType<typeof round>>[]])),
  closely: {} as Record<string, Awaited<ReturnType<typeof closely>>>,
  sizes: Object.fromEntries(
    built.flatMap(({ name, directory }) => (directory ? [[name, sizes(directory)] as const] : [])),
  ),
};
/** The first Ctrl-C ends the run after the row at hand, with what there is. */
let stopped = false;
process.once('SIGINT', () => {
  stopped = true;
  say('Stopping after this row …');
});

const file = values.json ?? join(ROOT, '.output/bench', `${machine.date.replaceAll(':', '-')}.json`);
mkdirSync(dirname(file), { recursive: true });
/** After each round, so that a run that breaks off is not lost. */
const keep = () =>
  writeFileSync(file, JSON.stringify({ machine, samples, targets: outcomes(results), ...results }, null, 1));

const server = await servePages(pages);
try {
  for (let i = 0; i < samples && !stopped; i++) {
    // Another row begins each round, so that none always follows the same one.
    for (let j = 0; j < built.length && !stopped; j++) {
      const row = built[(i + j) % built.length] as BuiltRow;
      say(`Round ${i + 1} of ${samples}: ${row.name}`);
      const once = () => round(row, server.address, pages);
      // A browser may die on a busy machine; a row that fails twice ends the run.
      results.rounds[row.name]?.push(await once().catch(once));
    }
    keep();
  }
  for (const row of built.filter((each) => each.closely && !stopped)) {
    say(`Closer look: ${row.name}`);
    results.closely[row.name] = await closely(row, server.address, pages);
  }
  keep();
} finally {
  await server.close();
}

const facts = Object.entries(machine).map(([name, value]) => `${name}: ${value}`);
const legend = rows.map(({ name, what }) => `${name}: ${what}`);
console.log([...facts, '', ...legend, ''].join('\n'));
console.log(report(results, rows, pages));
say(`All samples: ${file}`);
