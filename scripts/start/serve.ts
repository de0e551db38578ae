import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.xml': 'application/xml; charset=utf-8',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** Answers a request itself and returns true, or leaves it to the files. */
export type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => boolean;

export interface FileServer {
  /** `http://127.0.0.1:<port>/`, with the slash. */
  readonly address: string;
  close(): Promise<void>;
}

async function sendFile(root: string, pathname: string, response: ServerResponse): Promise<void> {
  const relative = normalize(decodeURIComponent(pathname));
  let file = join(root, relative);
  if (relative.split(sep).includes('..')) file = '';
  try {
    if ((await stat(file)).isDirectory()) {
      // Relative links lead from the folder, not from beside it.
      if (!pathname.endsWith('/')) return void response.writeHead(301, { location: `${pathname}/` }).end();
      file = join(file, 'index.html');
    }
    await stat(file);
  } catch {
    const own = join(root, '404.html');
    if (existsSync(own)) response.writeHead(404, { 'content-type': TYPES['.html'] }).end(readFileSync(own));
    else response.writeHead(404, { 'content-type': 'text/plain' }).end('No such page');
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    ...(!response.hasHeader('cache-control') && { 'cache-control': 'no-store' }),
  });
  createReadStream(file).pipe(response);
}

/** Serves the files below `root` on a free port of the loopback address, after the routes have had their turn. */
export async function serve(root: string, routes: readonly Route[] = []): Promise<FileServer> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (!routes.some((route) => route(request, response, url))) void sendFile(root, url.pathname, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
