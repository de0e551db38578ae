import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Register } from '../../lib/register/schema.ts';
import { readRegister } from '../../scripts/data/read-register.ts';
import { publish } from '../../scripts/publish/publish.ts';
import { serveSite } from '../../scripts/publish/serve-site.ts';
import { type BrowserName, launch, type RunningBrowser } from '../../scripts/start/browser.ts';
import type { FileServer, Route } from '../../scripts/start/serve.ts';

/** A record of the register that gets an older id for the tests. */
export const RENAMED = {
  old: 'eu-parliament-of-old',
  new: ['eu-parliament-staff-devices'],
  reason: 'It was renamed for a test.',
};

const withRename = (register: Register): Register => ({
  ...register,
  moved: { ...register.moved, records: [...register.moved.records, RENAMED] },
});

/** What a page said and asked for while it was open. */
export interface Watched {
  readonly page: Page;
  /** Errors and warnings of the console, and what was thrown. */
  readonly complaints: string[];
  /** URLs of every request. */
  readonly requests: string[];
  /** Lets scripts of ours run in a page whose own ones had no turn. */
  allowScripts(): Promise<void>;
}

/** The published folder, served below a path, in a browser without the extension. */
export interface SiteRig {
  readonly name: BrowserName;
  /** URL of the website, with the slash. */
  readonly site: string;
  /** Opens a page of the website by its path, and waits for its load. */
  visit(path: string, options?: { readonly scripts?: boolean }): Promise<Watched>;
}

/** One block of tests for each browser. */
export function onSite(what: string, tests: (rig: () => SiteRig) => void): void {
  describe.each(['chromium', 'firefox'] as const)(`${what} (%s)`, (name) => {
    let rig: SiteRig;
    let running: RunningBrowser;
    let server: FileServer;
    const folder = mkdtempSync(join(tmpdir(), 'site-'));
    beforeAll(async () => {
      // Served below a path, as GitHub Pages does: nothing may begin at the host's root.
      [running, server] = await Promise.all([
        launch(name, { extension: null, viewport: { width: 1280, height: 900 } }),
        serveSite(folder, [withoutScripts]),
      ]);
      const site = new URL('register/', server.address).href;
      const out = join(folder, 'register');
      await publish(['--out', out, '--site', site], new Date(), withRename(readRegister()));
      rig = { name, site, visit: (path, options) => visit(running, new URL(path, site), options) };
    });
    afterAll(async () => {
      await running?.close();
      await server?.close();
      rmSync(folder, { recursive: true, force: true });
    });
    tests(() => rig);
  });
}

/** Firefox cannot be told to run no scripts in a page: it gets empty ones. */
let emptyScripts = false;
const withoutScripts: Route = (_request, response, { pathname }) => {
  if (!emptyScripts || !pathname.endsWith('.js')) return false;
  response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-store' }).end();
  return true;
};

async function visit(
  running: RunningBrowser,
  url: URL,
  { scripts = true }: { readonly scripts?: boolean } = {},
): Promise<Watched> {
  const page = await running.browser.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  const chromium = running.name === 'chromium';
  emptyScripts = !scripts && !chromium;
  await page.setCacheEnabled(scripts);
  if (scripts)
    await page.evaluateOnNewDocument(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(`policy: ${violatedDirective} ${blockedURI}`),
      );
    });
  else if (chromium) await page.setJavaScriptEnabled(false);
  await page.goto(url.href, { waitUntil: 'load' });
  return {
    page,
    complaints,
    requests,
    allowScripts: async () => {
      if (chromium) await page.setJavaScriptEnabled(true);
    },
  };
}
