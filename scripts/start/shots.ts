/*
 * `npm run shots`: pictures of every state of every surface, light, dark and narrow, into `.output/shots/`, with a page
 * that shows them side by side. `npm run shots -- popup` takes those of one surface.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { placePolicies, restorePolicies, whyNoPolicies } from '../../tests/support/machine-policies.ts';
import { fileWith, openOptions } from '../../tests/support/policy-rig.ts';
import { setup } from '../setup.mjs';
import { launch, type RunningBrowser, tabIdOf } from './browser.ts';
import { serve } from './serve.ts';
import { MANAGED, PEOPLE, POLICY, STATES, type State } from './shot-states.ts';

const PAGES = fileURLToPath(new URL('../../tests/pages', import.meta.url));
const FOLDER = fileURLToPath(new URL('../../.output/shots/', import.meta.url));

/** The part of the extension API that is used inside the extension's own page. */
declare const browser: {
  storage: { local: { set(entries: object): Promise<void>; clear(): Promise<void> } };
};

interface Look {
  readonly name: string;
  readonly dark: boolean;
  readonly width: number;
  readonly height: number;
}

const WIDE: readonly Look[] = [
  { name: 'light', dark: false, width: 1000, height: 800 },
  { name: 'dark', dark: true, width: 1000, height: 800 },
  { name: '320', dark: false, width: 320, height: 640 },
];
/** A popup is never wider than this; some screens leave it no more height. */
const SMALL: readonly Look[] = [
  { name: 'light', dark: false, width: 360, height: 500 },
  { name: 'dark', dark: true, width: 360, height: 500 },
];
const LOOKS: Readonly<Record<State['surface'], readonly Look[]>> = {
  popup: SMALL,
  options: WIDE,
  welcome: WIDE,
  register: WIDE,
  page: WIDE,
};

interface Shot {
  readonly title: string;
  readonly look: string;
  readonly file: string;
}

const settled = () => new Promise((wait) => setTimeout(wait, 700));

/** Opens a surface; the popup is about the example page, which stands in a tab of its own. */
async function openSurface(
  running: RunningBrowser,
  surface: State['surface'],
  example: Page,
  address: string,
): Promise<Page> {
  if (surface === 'page') {
    const page = await running.browser.newPage();
    await page.goto(address);
    return page;
  }
  if (surface !== 'popup') return running.open(`${surface}.html`);
  const options = await running.open('options.html');
  const tabId = await tabIdOf(options, example);
  await options.close();
  const popup = await running.open(`popup.html?tab=${tabId}`);
  await popup.evaluate(() => document.documentElement.classList.add('popup'));
  return popup;
}

async function shoot(
  running: RunningBrowser,
  states: readonly State[],
  person: string,
  address: string,
): Promise<Shot[]> {
  const shots: Shot[] = [];
  const example = await running.browser.newPage();
  await example.goto(address);
  await settled();
  for (const { name, surface, act, at } of states) {
    for (const look of LOOKS[surface]) {
      const page = await openSurface(running, surface, example, address);
      await page.setViewport(look);
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: look.dark ? 'dark' : 'light' },
      ]);
      await settled();
      await act?.(page);
      if (at) await page.$eval(at, (part) => part.scrollIntoView());
      await settled();
      const file = `${surface}-${name}-${person}-${look.name}.png`;
      await page.screenshot({ path: `${FOLDER}${file}` });
      shots.push({ title: `${surface}: ${name}, ${person}`, look: look.name, file });
      await page.close();
    }
  }
  await example.close();
  return shots;
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** The page that shows the pictures, the looks of one state side by side. */
function indexOf(shots: readonly Shot[]): string {
  const groups = Map.groupBy(shots, ({ title }) => title);
  const rows = [...groups].map(
    ([title, looks]) =>
      `<section><h2>${escaped(title)}</h2><div>${looks
        .map(
          ({ file, look }) =>
            `<figure><img src="${file}" loading="lazy"><figcaption>${look}</figcaption></figure>`,
        )
        .join('')}</div></section>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Every state of every surface</title>
<style>body{font:14px system-ui;margin:2em;background:#888}h2{margin:1em 0 .3em}div{display:flex;gap:1em;align-items:start;overflow:auto}figure{margin:0}img{display:block;max-height:600px;box-shadow:0 0 0 1px #0004}</style>
${rows.join('\n')}\n`;
}

setup(['chromium']);
const only = process.argv[2];
const wanted = (states: readonly State[]) => states.filter(({ surface }) => !only || surface === only);
if (spawnSync('wxt', ['build', '-b', 'chrome'], { stdio: 'inherit' }).status !== 0) process.exit(1);
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });

const server = await serve(PAGES);
const shots: Shot[] = [];
const running = await launch('chromium');
try {
  const inside = await running.open('options.html');
  for (const [person, entered] of Object.entries(PEOPLE)) {
    await inside.evaluate(async (entries) => {
      await browser.storage.local.clear();
      await browser.storage.local.set(entries);
    }, entered);
    await settled();
    const own = wanted(STATES).filter(({ people }) => people.includes(person));
    if (own.length > 0) shots.push(...(await shoot(running, own, person, server.address)));
  }
} finally {
  await running.close();
}

const why = whyNoPolicies();
if (why) console.log(`No pictures of a managed browser: ${why}.`);
else {
  placePolicies('chromium', fileWith('chromium', POLICY));
  const managed = await launch('chromium').catch(() => null);
  try {
    if (managed) {
      await (await openOptions(managed)).close();
      shots.push(...(await shoot(managed, wanted(MANAGED), 'managed', server.address)));
    }
  } finally {
    await managed?.close();
    restorePolicies();
  }
}
await server.close();
writeFileSync(`${FOLDER}index.html`, indexOf(shots));
console.log(`${shots.length} pictures; look at .output/shots/index.html`);
