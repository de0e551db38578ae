/*
 * `node scripts/measure/bench-profile.ts feed`: which functions of the content script take the time on a page of the benchmark.
 * A sampling profile of a build with its names; for finding out where time goes, not how much there is.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PAGE_NAMES, PAGES, type PageName } from '../../tests/bench/pages.ts';
import { servePages } from '../../tests/bench/serve-pages.ts';
import { settled } from '../../tests/bench/visit.ts';
import { launch } from '../start/browser.ts';
import { buildVariant } from './quiet-build.ts';
import { table } from './text-table.ts';

const BUILD = join(import.meta.dirname, '../../.output/bench/builds/ours-named');
/** Microseconds between samples. */
const INTERVAL = 100;
const TOP = 25;

const [name = 'feed'] = process.argv.slice(2) as PageName[];
if (!PAGES[name]) throw new Error(`No page "${name}"; there are ${PAGE_NAMES.join(', ')}`);

await buildVariant(BUILD, { vite: { build: { minify: false } }, entrypoints: ['background', 'page-links'] });
const server = await servePages([name]);
const running = await launch('chromium', { extension: BUILD });
try {
  const page = await running.browser.newPage();
  const session = await page.createCDPSession();
  await page.goto(`${server.address}warm-up`);
  await sleep(1500);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: INTERVAL });
  await session.send('Profiler.start');
  await page.goto(server.address + name);
  await settled(page);
  await sleep(3000);
  const { profile } = await session.send('Profiler.stop');

  const self = new Map<number, number>();
  for (const [i, id] of (profile.samples ?? []).entries())
    self.set(id, (self.get(id) ?? 0) + (profile.timeDeltas?.[i] ?? 0) / 1000);
  const own = (url: string) => url.startsWith('chrome-extension:');
  const byFunction = new Map<string, number>();
  for (const { id, callFrame, children = [] } of profile.nodes) {
    const label = `${callFrame.functionName || '(top)'}:${callFrame.lineNumber + 1}`;
    // Built-in functions count for the function of ours that called them.
    const natives = children
      .map((child) => profile.nodes.find((node) => node.id === child))
      .filter((node) => node && node.callFrame.url === '')
      .reduce((sum, node) => sum + (self.get(node?.id ?? 0) ?? 0), 0);
    if (own(callFrame.url))
      byFunction.set(label, (byFunction.get(label) ?? 0) + (self.get(id) ?? 0) + natives);
  }
  const rows = [...byFunction].sort(([, a], [, b]) => b - a).slice(0, TOP);
  console.log(
    table(
      [`${name}: function and line in ${BUILD}/page-links.js`, 'ms'],
      rows.map(([label, ms]) => [label, ms.toFixed(1)]),
    ),
  );
} finally {
  await running.close();
  await server.close();
}
