import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { bundledPages } from '../../scripts/start/bundle-pages.ts';
import { scrollThrough } from '../../scripts/start/scroll-through.ts';
import { firstState, htmlOf, nextState, randomFrom, type State } from '../pages/frameworks/list.ts';
import type { PageUnderTest } from '../pages/frameworks/run.ts';
import { BADGE_TAG, framesToPass, inBothBrowsers, type Rig, until } from '../support/rig.ts';

declare const pageUnderTest: PageUnderTest;

const SEED = 20261123;
const STEPS = 200;
const LARGE = 600;

const stateOf = (query: URLSearchParams): State =>
  firstState(randomFrom(Number(query.get('seed'))), Number(query.get('count') ?? 12));

/** The state of a page after `steps`. */
function stateAfter(steps: number): State {
  const random = randomFrom(SEED);
  let state = firstState(random);
  for (let i = 0; i < steps; i++) state = nextState(state, random);
  return state;
}

/** A page, and all that it complained about. */
interface Visit {
  readonly page: Page;
  readonly complaints: string[];
}

async function visit(rig: Rig, path: string): Promise<Visit> {
  const page = await rig.running.browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warn', 'assert'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(new URL(path, rig.server.address).href, { waitUntil: 'load' });
  return { page, complaints };
}

/**
 * What the framework drew, with a star for each badge. At which end of a link it lies in a long row of links, the line
 * decides in which the browser broke it.
 */
const drawn = (page: Page): Promise<string> =>
  page.evaluate((tag) => {
    const root = document.querySelector('link-list')?.shadowRoot ?? document.getElementById('app');
    const copy = document.createElement('div');
    copy.append(...[...(root?.childNodes ?? [])].map((node) => node.cloneNode(true)));
    for (const badge of copy.querySelectorAll(`nav ${tag}`)) {
      const link = badge.closest('a') ?? badge.previousElementSibling;
      link?.append(badge);
    }
    for (const badge of copy.querySelectorAll(tag)) badge.replaceWith('*');
    for (const style of copy.querySelectorAll('style')) style.remove();
    return copy.innerHTML.replace(/<!--.*?-->/g, '').trim();
  }, BADGE_TAG);

/** The same with white space that is not shown left out. */
const squeezed = (html: string): string =>
  html.replace(/\s+/g, ' ').replace(/ ?(<\/?(?:section|h2|nav|p|ul|li)\b[^>]*>) ?/g, '$1');

/** One part a link, so that a difference is seen at once. */
const linkByLink = (html: string): string[] => html.split(/(?=<a )/);

/**
 * Waits until the page shows a state with one badge a link, each at its place.
 *
 * @param look done before each look at the page
 */
async function stateToCome(page: Page, state: State, look = async () => {}): Promise<void> {
  const wanted = squeezed(htmlOf(state, '*'));
  let last = '';
  await until(async () => {
    await look();
    last = squeezed(await drawn(page));
    return last === wanted;
  }).catch(() => expect(linkByLink(last)).toEqual(linkByLink(wanted)));
}

/** Draws `STEPS` states, most in one task, some a frame apart; returns how often two badges stood side by side. */
const walk = (page: Page): Promise<number> =>
  page.evaluate(
    async (steps, tag) => {
      let doubled = 0;
      for (let i = 0; i < steps; i++) {
        pageUnderTest.step();
        if (i % 4 > 0) continue;
        await new Promise((drawn) => requestAnimationFrame(drawn));
        const root = document.querySelector('link-list')?.shadowRoot ?? document;
        doubled += root.querySelectorAll(`${tag} + ${tag}`).length;
      }
      return doubled;
    },
    STEPS,
    BADGE_TAG,
  );

/** Walks through all states and holds the last one. */
async function walkToTheEnd(page: Page): Promise<void> {
  expect(await walk(page)).toBe(0);
  await stateToCome(page, stateAfter(STEPS));
}

/** Those that can take over HTML from a server; a development build says so where the HTML is not what it expects. */
const SERVED = ['react-19', 'react-18', 'vue', 'svelte', 'preact'];

inBothBrowsers(
  'frameworks',
  (rig) => {
    it.each(SERVED)('%s takes over before load, draws 200 states and has no complaint', async (name) => {
      const { page, complaints } = await visit(rig(), `frameworks/${name}.html?hydrate&seed=${SEED}`);
      await stateToCome(page, stateAfter(0));
      expect(complaints).toEqual([]);
      await walkToTheEnd(page);
      expect(complaints).toEqual([]);
      await page.close();
    });

    it.each(SERVED)('%s takes over long after load: right content, one badge a link', async (name) => {
      const { page } = await visit(rig(), `frameworks/${name}.html?hydrate&late&seed=${SEED}`);
      await stateToCome(page, stateAfter(0));
      await framesToPass(page, 60);
      await page.evaluate(() => pageUnderTest.start());
      await stateToCome(page, stateAfter(0));
      await walkToTheEnd(page);
      await page.close();
    });

    it.each(['react-19', 'react-18'])(
      '%s takes over a large page in tasks that go on after load',
      async (name) => {
        const address = `frameworks/${name}.html?hydrate&seed=${SEED}&count=${LARGE}`;
        const { page, complaints } = await visit(rig(), address);
        await stateToCome(page, firstState(randomFrom(SEED), LARGE), () => scrollThrough(page));
        expect(complaints).toEqual([]);
        await page.close();
      },
    );

    it.each(['lit', 'lit-element'])('%s draws 200 states and has no complaint', async (name) => {
      const { page, complaints } = await visit(rig(), `frameworks/${name}.html?seed=${SEED}`);
      await stateToCome(page, stateAfter(0));
      await walkToTheEnd(page);
      expect(complaints).toEqual([]);
      await page.close();
    });
  },
  { routes: [bundledPages(stateOf)] },
);
