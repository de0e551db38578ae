import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** The status it was answered with; 0 while it is not answered. */
  status: number;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A static host on the loopback address that can be made to misbehave, path by path. */
export interface UpdateHost {
  /** The folder's URL, with the slash. */
  readonly url: string;
  /** What it serves, by path without a slash at the beginning. */
  readonly files: Map<string, Buffer>;
  readonly asked: Asked[];
  /** Paths asked for since the last call. */
  paths(): string[];
  /** Answers a path (`*`: every one) in another way from now on. */
  answer(path: string, answer: Answer): void;
  /** Goes back to serving files alone. */
  behave(): void;
  close(): Promise<void>;
}

/** Serves as a good static host does: with ETag, for any origin, to be asked again each time. */
function serveFile(
  files: ReadonlyMap<string, Buffer>,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const bytes = files.get(path);
  response.setHeader('access-control-allow-origin', '*');
  if (!bytes) {
    response.writeHead(404).end('none');
    return;
  }
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
  response.setHeader('etag', etag);
  response.setHeader('cache-control', 'no-cache');
  if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
  else response.writeHead(200, { 'content-type': 'application/json' }).end(bytes);
}

/** Starts a host; with a certificate and its key in PEM, one for https. */
export async function updateHost(tls?: { readonly cert: string; readonly key: string }): Promise<UpdateHost> {
  const files = new Map<string, Buffer>();
  const asked: Asked[] = [];
  const answers = new Map<string, Answer>();
  let read = 0;
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname.slice(1));
    const entry: Asked = { path, headers: request.headers, status: 0 };
    asked.push(entry);
    response.on('close', () => {
      entry.status = response.statusCode;
    });
    const answer = answers.get(path) ?? answers.get('*');
    if (answer) answer(request, response);
    else serveFile(files, path, request, response);
  };
  const server = tls ? createSecureServer(tls, listener) : createServer(listener);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}/`,
    files,
    asked,
    paths() {
      const fresh = asked.slice(read).map(({ path }) => path);
      read = asked.length;
      return fresh;
    },
    answer: (path, answer) => void answers.set(path, answer),
    behave: () => answers.clear(),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
