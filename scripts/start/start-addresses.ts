import { globSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type FileServer, serve } from './serve.ts';

const SHIPPED = fileURLToPath(new URL('../../tests/pages', import.meta.url));

/** A page to open: `name` as the person wrote it, `address` as the browser gets it. */
export interface OpenPage {
  readonly name: string;
  readonly address: string;
}

/**
 * Addresses for what the person named. Files are served over loopback, because a browser gives an extension no
 * access to file addresses without a grant. `close` ends the servers.
 */
export async function addressesOf(
  named: readonly string[],
): Promise<{ open: OpenPage[]; close(): Promise<void> }> {
  const servers = new Map<string, FileServer>();
  const fromFolder = async (folder: string, file: string): Promise<string> => {
    const server = servers.get(folder) ?? (await serve(folder));
    servers.set(folder, server);
    return new URL(file, server.address).href;
  };
  const open: OpenPage[] = [];
  for (const name of named) {
    if (/^https?:/i.test(name)) {
      open.push({ name, address: name });
      continue;
    }
    const path = name.startsWith('file:') ? fileURLToPath(name) : resolve(name);
    open.push({ name, address: await fromFolder(dirname(path), basename(pathToFileURL(path).href)) });
  }
  if (named.length === 0)
    for (const file of ['index.html', ...globSync('basic/*.html', { cwd: SHIPPED }).sort()])
      open.push({ name: `tests/pages/${file}`, address: await fromFolder(SHIPPED, file) });
  return {
    open,
    close: async () => {
      await Promise.all([...servers.values()].map((server) => server.close()));
    },
  };
}
