import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type FileServer, type Route, serve } from '../start/serve.ts';
import { option, readArguments, runCommand, UsageError } from './arguments.ts';
import { headersFor } from './headers.ts';
import { publish, USUAL_FOLDER } from './publish.ts';
import { VERSIONS } from './versions.ts';

const USAGE = `npm run site -- [--dir DIR]

Serves a public folder on this machine alone, as a host would, and opens it in the browser where there is one.
  --dir DIR   the folder; without it .output/register, which is published first where it lacks`;

/** Says of every file what a host should say: see `headers.ts`. */
const asAHost: Route = (_request, response, { pathname }) => {
  for (const [name, value] of headersFor(pathname)) response.setHeader(name, value);
  return false;
};

/** Serves a public folder on a free port of the loopback address, after the routes have had their turn. */
export const serveSite = (dir: string, routes: readonly Route[] = []): Promise<FileServer> =>
  serve(resolve(dir), [...routes, asAHost]);

const OPENERS: Partial<Record<NodeJS.Platform, readonly [command: string, ...args: string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Asks the desktop to show an address. Where there is no desktop, nothing happens. */
function openInBrowser(address: string): void {
  const [command, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  spawn(command, [...args, address], { detached: true, stdio: 'ignore' })
    .on('error', () => {})
    .unref();
}

if (import.meta.main)
  await runCommand(USAGE, async () => {
    const { options } = readArguments(process.argv.slice(2), ['dir']);
    const given = option(options, 'dir');
    const dir = given ?? USUAL_FOLDER;
    if (!existsSync(join(dir, VERSIONS))) {
      if (given !== undefined) throw new UsageError(`${dir} holds no public folder.`);
      await publish([]);
    }
    const { address } = await serveSite(dir);
    console.log(`${address}\nCtrl+C ends it.`);
    if (process.stdout.isTTY) openInBrowser(address);
  });
