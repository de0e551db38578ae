import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERDICT_LEVELS, type VerdictLevel } from '../../lib/register/verdict-level.ts';
import { BALLASTS, ballastOf } from '../../lib/snapshot/ballast.ts';
import { personalOf, type Snapshot } from '../../lib/snapshot/snapshot.ts';
import { launch, type RunningBrowser } from '../../scripts/start/browser.ts';
import { type FileServer, type Route, serve } from '../../scripts/start/serve.ts';
import { PEOPLE } from '../support/people.ts';
import { openCard } from '../support/person.ts';
import { framesToPass, inBothBrowsers, marksToCome, OWN_PROCESS, until } from '../support/rig.ts';

/*
 * What browsers tell a page of memory, as `docs/privacy.md` says it: of marks and of an open card the same for every
 * verdict. Where a browser draws the card in the process of the page, what it adds differs more from session to session
 * than from verdict to verdict.
 */

const PAGES = fileURLToPath(new URL('../pages', import.meta.url));

declare const performance: Performance & {
  readonly memory?: { readonly usedJSHeapSize: number };
  readonly measureUserAgentSpecificMemory?: () => Promise<{
    readonly breakdown: readonly { readonly bytes: number; readonly types: readonly string[] }[];
  }>;
};
/** V8 has it where it is told so at its start. */
declare const gc: () => void;

/** The part of the extension API that these tests use inside an extension page. */
declare const browser: {
  storage: {
    local: { set(entries: object): Promise<void>; get(keys: null): Promise<{ snapshot?: Snapshot }> };
    session: { set(entries: object): Promise<void> };
  };
};

inBothBrowsers('of memory a page', (rig) => {
  it('is told nothing by Firefox, and by Chromium no more than its heap of scripts', async () => {
    const page = await rig().visit('gauntlet/curious.html');
    await marksToCome(page, 2);
    await openCard(page, '#link');
    const told = await page.evaluate(async () => ({
      isolated: crossOriginIsolated,
      heap: performance.memory !== undefined,
      measured: await performance.measureUserAgentSpecificMemory?.().then(
        () => 'told',
        () => 'refused',
      ),
    }));
    const isChromium = rig().name === 'chromium';
    expect(told.isolated).toBe(false);
    expect(told.heap).toBe(isChromium);
    expect(told.measured).not.toBe('told');
    await page.close();
  });
});

/** Bytes in use, of the document and of scripts. */
interface Memory {
  readonly document: number;
  readonly scripts: number;
}

/** The figures of a page that has isolated itself, once nothing is left to be thrown away. */
const memoryOf = (page: Page): Promise<Memory> =>
  page.evaluate(async () => {
    const scripts = async () => {
      for (let i = 0; i < 3; i++) {
        gc();
        // A browser tells a new figure some moments later.
        for (let frame = 0; frame < 12; frame++) await new Promise(requestAnimationFrame);
      }
      return performance.memory?.usedJSHeapSize ?? 0;
    };
    await scripts();
    const { breakdown = [] } = (await performance.measureUserAgentSpecificMemory?.()) ?? {};
    const parts = breakdown.filter(({ types }) => types.includes('DOM'));
    return { document: parts.reduce((sum, { bytes }) => sum + bytes, 0), scripts: await scripts() };
  });

/** A key with which the ballast of these words is as good as the least or the most that there is. */
async function keyFor(words: string, end: 'least' | 'most'): Promise<string> {
  for (let n = 0; ; n++) {
    const { comments } = await ballastOf(`key ${n}`, words);
    if ((end === 'least' ? comments : BALLASTS.comments - comments) < 8) return `key ${n}`;
  }
}

/** Visits at most by people of each verdict: every fifth or so takes some bytes more or less, whatever the verdict. */
const VISITS = 12;

describe.each([
  ['as Chromium is, with a process for each card', [OWN_PROCESS]],
  ['in Chromium with cards in the process of the page', []],
])('the memory of a page with marks, %s', (_how, args) => {
  const isApart = args.length > 0;
  let running: RunningBrowser;
  let server: FileServer;
  let inside: Page;
  beforeAll(async () => {
    const isolated: Route = (_request, response) => {
      response.setHeader('cross-origin-opener-policy', 'same-origin');
      response.setHeader('cross-origin-embedder-policy', 'require-corp');
      return false;
    };
    [running, server] = await Promise.all([
      launch('chromium', {
        welcomeWithin: 30_000,
        args: ['--js-flags=--expose-gc', '--enable-blink-features=ForceEagerMeasureMemory', ...args],
      }),
      serve(PAGES, [isolated]),
    ]);
    inside = await running.open('options.html');
  });
  afterAll(async () => {
    await running?.close();
    await server?.close();
  });

  const snapshotNow = async (): Promise<Snapshot | undefined> =>
    (await inside.evaluate(() => browser.storage.local.get(null))).snapshot;

  async function beAs(level: VerdictLevel, markStyle: Snapshot['style']): Promise<Snapshot> {
    await inside.evaluate((entries) => browser.storage.local.set(entries), {
      ...PEOPLE[level],
      'setting:markStyle': markStyle,
    });
    return until(async () => {
      const snapshot = await snapshotNow();
      return snapshot?.style === markStyle && personalOf(snapshot).verdict.level === level && snapshot;
    }, 'the snapshot');
  }

  /** @param look what is done on the page before its memory is looked at */
  async function visitPage(look: (page: Page) => Promise<unknown> = async () => {}): Promise<Memory> {
    const page = await running.browser.newPage();
    await page.goto(new URL('gauntlet/curious.html', server.address).href, { waitUntil: 'load' });
    await marksToCome(page, 2);
    // Until the last look for late shadow roots is over.
    await framesToPass(page, 330);
    await look(page);
    const memory = await memoryOf(page);
    await page.close();
    return memory;
  }

  /** Visits until there are figures that were seen for each of the verdicts. */
  async function expectOneFigure(markStyle: Snapshot['style'], visit: () => Promise<Memory>): Promise<void> {
    const seen = VERDICT_LEVELS.map((level) => ({
      level,
      document: new Set<number>(),
      scripts: new Set<number>(),
    }));
    const common = (kind: 'document' | 'scripts') =>
      seen.map((each) => each[kind]).reduce((left, right) => left.intersection(right)).size;
    for (let round = 0; round < VISITS && !(common('document') && common('scripts')); round++)
      for (const { level, document, scripts } of seen) {
        await beAs(level, markStyle);
        const memory = await visit();
        document.add(memory.document);
        scripts.add(memory.scripts);
      }
    const told = seen.map(({ level, document, scripts }) => [level, [...document], [...scripts]]);
    expect(common('document'), JSON.stringify(told)).toBeGreaterThan(0);
    expect(common('scripts'), JSON.stringify(told)).toBeGreaterThan(0);
  }

  it.runIf(isApart)(
    'is the same for every verdict, with words in the marks',
    () => expectOneFigure('word', () => visitPage()),
    1_200_000,
  );

  it.runIf(isApart)(
    'is the same for every verdict, with shapes alone and a card open',
    () => expectOneFigure('icon', () => visitPage((page) => openCard(page, '#link'))),
    1_200_000,
  );

  it.runIf(!isApart)(
    'with a card open differs by the session, and hardly by the verdict',
    async () => {
      const visitWith = async (level: VerdictLevel, end: 'least' | 'most'): Promise<Memory> => {
        const { personal } = await beAs(level, 'icon');
        const key = await keyFor(personal, end);
        await inside.evaluate((frameKey) => browser.storage.session.set({ frameKey }), key);
        // Any setting that changes makes the snapshot anew.
        for (const style of ['word', 'icon'])
          await inside.evaluate((entry) => browser.storage.local.set(entry), { 'setting:markStyle': style });
        await until(async () => {
          const snapshot = await snapshotNow();
          return snapshot?.key === key && snapshot.style === 'icon';
        }, 'the key in the snapshot');
        return visitPage((page) => openCard(page, '#link'));
      };
      const told: { level: VerdictLevel; least: Memory; most: Memory }[] = [];
      for (const level of VERDICT_LEVELS)
        told.push({ level, least: await visitWith(level, 'least'), most: await visitWith(level, 'most') });
      // The heap of scripts differs by more from visit to visit than from verdict to verdict.
      for (const [kind, times] of [
        ['document', 50],
        ['scripts', 3],
      ] as const) {
        const spread = Math.min(...told.map(({ least, most }) => most[kind] - least[kind]));
        const without = told.map(({ least }) => least[kind]);
        const byVerdict = Math.max(...without) - Math.min(...without);
        expect(spread, JSON.stringify(told)).toBeGreaterThan(times * byVerdict);
      }
    },
    600_000,
  );
});
