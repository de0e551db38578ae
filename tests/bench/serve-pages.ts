import { type FileServer, serve } from '../../scripts/start/serve.ts';
import { OTHER_PAGES, PAGES, type PageName } from './pages.ts';

/** Serves pages of the benchmark, made once, and those it always needs, from the loopback address. */
export async function servePages(pages: readonly PageName[]): Promise<FileServer> {
  const html = new Map<string, string>();
  for (const page of ['article', ...pages] as const) html.set(page, PAGES[page].html());
  for (const [name, make] of Object.entries(OTHER_PAGES)) html.set(name, make());
  return serve(import.meta.dirname, [
    (_, response, { pathname }) => {
      const page = html.get(pathname.slice(1));
      if (page === undefined) return false;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
      return true;
    },
  ]);
}
