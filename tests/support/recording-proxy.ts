import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LaunchOptions } from '../../scripts/start/browser.ts';

/** An HTTP proxy on the loopback address that writes down every request, and lets those to this machine through. */
export interface RecordingProxy {
  /** Address of each request so far, in order; of an encrypted one host and port alone. */
  readonly asked: string[];
  /** What makes a browser send everything here, requests to this machine included. */
  readonly launch: LaunchOptions;
  close(): Promise<void>;
}

export async function recordingProxy(): Promise<RecordingProxy> {
  const asked: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const { url = '', method, headers } = incoming;
    asked.push(url);
    if (!URL.canParse(url) || new URL(url).hostname !== '127.0.0.1') {
      outgoing.writeHead(403).end();
      return;
    }
    const onward = request(url, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  server.on('connect', ({ url = '' }, socket) => {
    asked.push(url);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    launch: {
      args: [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'],
      prefs: {
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': port,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': port,
        'network.proxy.no_proxies_on': '',
        'network.proxy.allow_hijacking_localhost': true,
      },
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
