/*
 * `npm start`: builds the extension and shows it at work in a real browser, on the pages shipped in `tests/pages/`
 * or on those that are named. Headless it prints a report instead. See `start-options.ts` for the options.
 */
import { spawnSync } from 'node:child_process';
import type { Page } from 'puppeteer-core';
import { setup } from '../setup.mjs';
import { launch } from './browser.ts';
import { reportPage } from './report-page.ts';
import { addressesOf, type OpenPage } from './start-addresses.ts';
import { readOptions, USAGE } from './start-options.ts';
import { type PageReport, printReport } from './start-report.ts';

const display = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) || process.platform !== 'linux';

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if ('problem' in options) {
    console.error(`${options.problem}\n\n${USAGE}`);
    return 2;
  }
  setup([options.browser]);
  console.error(`Building for ${options.browser} …`);
  const target = options.browser === 'chromium' ? 'chrome' : 'firefox';
  if (spawnSync('wxt', ['build', '-b', target], { stdio: ['ignore', 'ignore', 2] }).status !== 0) return 1;

  const pages = await addressesOf(options.pages);
  try {
    return options.report || !display
      ? await report(pages.open, options)
      : await show(
          pages.open.map(({ address }) => address),
          options.browser,
        );
  } finally {
    await pages.close();
  }
}

/** Opens every page in a window and stays until the person closes it. */
async function show(addresses: readonly string[], browser: 'chromium' | 'firefox'): Promise<number> {
  const running = await launch(browser, { headless: false });
  let failed = 0;
  let first: Page | undefined;
  for (const address of addresses) {
    const page = await running.browser.newPage();
    first ??= page;
    await page.goto(address).catch((error: unknown) => {
      failed = 1;
      console.error(`${address} could not be opened: ${error}`);
    });
  }
  if (first) await running.openPopup(first);
  console.error('Close the browser window to stop.');
  await new Promise((closed) => running.browser.once('disconnected', closed));
  return failed;
}

async function report(
  pages: readonly OpenPage[],
  options: { browser: 'chromium' | 'firefox'; json: boolean },
): Promise<number> {
  const running = await launch(options.browser, { viewport: { width: 1100, height: 900 } });
  const reports: PageReport[] = [];
  try {
    for (const [index, page] of pages.entries()) {
      console.error(`Opening ${page.name} …`);
      reports.push(await reportPage(running, page, index));
    }
  } finally {
    await running.close();
  }
  if (options.json) console.log(JSON.stringify(reports, null, 2));
  else printReport(reports);
  return reports.some(({ error }) => error) ? 1 : 0;
}

process.exitCode = await main();
