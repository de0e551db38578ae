import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { packageSize } from '../../scripts/measure/package-size.ts';
import { launch, type RunningBrowser } from '../../scripts/start/browser.ts';
import { type Churn, churnOf } from './churn.ts';
import { type HeavyPage, heldUp } from './held-up.ts';
import { type Marks, marksOf } from './marks.ts';
import { type OpeningTimes, openingTimes, type Typing, typingTimes } from './openings.ts';
import type { PageName } from './pages.ts';
import type { Row } from './rows.ts';
import { type Slices, slicesOf } from './trace.ts';
import { type Cost, costOf, heapAfterCollection } from './visit.ts';

/** A row with its extension built. */
export interface BuiltRow extends Row {
  readonly directory: string | null;
}

/** Everything that one fresh browser with one extension told. A page that is not in a list was not looked at. */
export interface Round {
  readonly cost: Partial<Record<PageName, Cost>>;
  readonly marks: Partial<Record<PageName, Marks>>;
  readonly openings: Partial<Record<'popup' | 'register', OpeningTimes>>;
  readonly typing?: Typing;
  /** Bytes of heap of the extension's worker after collection; absent where none runs. */
  readonly worker?: number;
}

/** What does not need the clock, or must not be near one. */
export interface Closely {
  readonly slices: Partial<Record<PageName, Slices>>;
  readonly churn: Churn;
  /** See `heldUp`. */
  readonly heldUp: Readonly<Record<HeavyPage, number>>;
}

export interface Sizes {
  /** Bytes of scripts and style sheets that are put into every page. */
  readonly injected: number;
  /** Bytes of the package. */
  readonly packed: number;
}

/** Pages on which it is watched how quickly marks come. */
const WATCHED: readonly PageName[] = ['article', 'feed', 'live', 'directory', 'all', 'shadow'];

/** Pages that are opened at their end, where the links lie that are found last. */
const AT_END: readonly PageName[] = ['directory'];

/** A browser with a fresh profile that has seen one page with a TikTok link and reaches nothing but this machine. */
async function start(row: BuiltRow, address: string): Promise<RunningBrowser> {
  const running = await launch('chromium', {
    extension: row.directory,
    args: ['--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
  });
  const page = await running.browser.newPage();
  await page.goto(`${address}warm-up`);
  await sleep(1500);
  // Whatever an extension has opened after its installation.
  const [first, ...others] = await running.browser.pages();
  await Promise.all(others.map((other) => other.close()));
  await first?.goto('about:blank');
  return running;
}

/** One round of one row. */
export async function round(row: BuiltRow, address: string, pages: readonly PageName[]): Promise<Round> {
  const running = await start(row, address);
  try {
    const openings: Round['openings'] = {};
    for (const name of ['popup', 'register'] as const) {
      const opening = row.openings?.[name];
      if (opening) openings[name] = await openingTimes(running, `${address}article`, opening);
    }
    const typing = row.typing ? await typingTimes(running) : undefined;
    const cost: Round['cost'] = {};
    for (const page of pages)
      if (row.pages?.includes(page) ?? true) cost[page] = await costOf(running.browser, address + page);
    const worker = await workerHeap(running);
    const marks: Round['marks'] = {};
    for (const page of row.marks ? pages.filter((each) => WATCHED.includes(each)) : [])
      marks[page] = await marksOf(
        running.browser,
        `${address}${page}${AT_END.includes(page) ? '#end' : ''}`,
        [row.marks ?? ''],
      );
    return { cost, marks, openings, ...(typing && { typing }), ...(worker !== undefined && { worker }) };
  } finally {
    await running.close();
  }
}

/** The closer look at one row. */
export async function closely(row: BuiltRow, address: string, pages: readonly PageName[]): Promise<Closely> {
  const running = await start(row, address);
  try {
    const slices: Closely['slices'] = {};
    for (const page of pages) slices[page] = await slicesOf(running.browser, address + page);
    const heldUpBy = (name: HeavyPage) => heldUp(running.browser, address, name);
    return {
      slices,
      churn: await churnOf(running.browser, `${address}churn`),
      heldUp: {
        'long-address': await heldUpBy('long-address'),
        'many-attributes': await heldUpBy('many-attributes'),
      },
    };
  } finally {
    await running.close();
  }
}

async function workerHeap({ browser, extensionId }: RunningBrowser): Promise<number | undefined> {
  const target = browser
    .targets()
    .find((each) => each.type() === 'service_worker' && each.url().includes(`//${extensionId}/`));
  if (!target || !extensionId) return undefined;
  const session = await target.createCDPSession();
  try {
    return await heapAfterCollection(session);
  } finally {
    await session.detach();
  }
}

/** Reads the sizes of an unpacked extension from its manifest and files. */
export function sizes(directory: string): Sizes {
  const manifest = JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8')) as {
    content_scripts?: { js?: string[]; css?: string[] }[];
  };
  const files = (manifest.content_scripts ?? []).flatMap(({ js = [], css = [] }) => [...js, ...css]);
  return {
    injected: [...new Set(files)].reduce((sum, file) => sum + readFileSync(join(directory, file)).length, 0),
    packed: packageSize(directory),
  };
}
