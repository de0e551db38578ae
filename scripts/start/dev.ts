/*
 * `npm run dev`: builds for development, opens a browser with the extension on the sample page, and takes over each
 * change of a source file, until the browser is closed. `-- --browser firefox` for Firefox.
 */
import { join } from 'node:path';
import { createServer } from 'wxt';
import { setup } from '../setup.mjs';
import { launch } from './browser.ts';
import { addressesOf } from './start-addresses.ts';
import { readOptions } from './start-options.ts';

const display = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) || process.platform !== 'linux';

const options = readOptions(process.argv.slice(2));
if ('problem' in options) {
  console.error(options.problem);
  process.exit(2);
}
setup([options.browser]);
const target = options.browser === 'chromium' ? 'chrome' : 'firefox';
// The browser is opened here and not by WXT, which would need one more package for it.
const server = await createServer({ browser: target, webExt: { disabled: true } });
await server.start();
const pages = await addressesOf(options.pages);
const running = await launch(options.browser, {
  extension: join(import.meta.dirname, '../../.output', `${target}-mv3-dev`),
  headless: !display,
  developerMode: true,
});
for (const { address } of pages.open) await (await running.browser.newPage()).goto(address);
console.error('Close the browser window to stop.');
await new Promise((closed) => running.browser.once('disconnected', closed));
await Promise.all([pages.close(), server.stop()]);
process.exit();
