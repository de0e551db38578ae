import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { scrollThrough } from '../../scripts/start/scroll-through.ts';
import type { Route } from '../../scripts/start/serve.ts';
import { BADGE_TAG, countMarks, inBothBrowsers, until } from '../support/rig.ts';
import data from '../unit/links/vectors.json' with { type: 'json' };
import wild from '../unit/links/vectors-wild.json' with { type: 'json' };

/*
 * All link vectors as links of two pages: one of those that lead to TikTok, one of the others. What the recogniser says
 * in Node must be what a person sees, in both browsers, with their own URL parsers and selectors.
 */

interface Vector {
  readonly url: string;
  readonly expect: string;
  readonly label?: string;
}

const VECTORS: readonly Vector[] = [...data.vectors, ...wild.vectors];
const TIKTOK = VECTORS.filter((vector) => vector.expect === 'tiktok');
const OTHER = VECTORS.filter((vector) => vector.expect !== 'tiktok');
/** Both files resolve relative URLs against pages of https. */
const { base } = data;

const escaped = (text: string): string =>
  text.replace(/[^ -~]|[&<>"]/gu, (character) => `&#${character.codePointAt(0)};`);

const page = (
  vectors: readonly Vector[],
): string => `<!doctype html><meta charset="utf-8"><title>Links</title>
<base href="${base}"><link rel="icon" href="data:,">
${vectors.map(({ url, label }, at) => `<p><a id="v${at}" href="${escaped(url)}">${escaped(label ?? `Link ${at}`)}</a></p>`).join('\n')}`;

const pages: Route = (_request, response, { pathname }) => {
  const vectors = { '/links/tiktok.html': TIKTOK, '/links/other.html': OTHER }[pathname];
  if (!vectors) return false;
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(page(vectors));
  return true;
};

/** Links of the page that have no mark within them, by their place in the vectors. */
const bare = (page: Page): Promise<number[]> =>
  page.evaluate(
    (tag) =>
      [...document.querySelectorAll('a')]
        .filter((link) => !link.querySelector(tag))
        .map(({ id }) => Number(id.slice(1))),
    BADGE_TAG,
  );

inBothBrowsers(
  'links as they are out there',
  (rig) => {
    it('are all marked where they lead to TikTok', async () => {
      await rig().store({ 'setting:linkKindsOff': [] });
      const opened = await rig().visit('links/tiktok.html');
      await until(
        async () => (await rig().toolbar(opened)).text === String(TIKTOK.length),
        'the count of all',
      );
      await until(async () => {
        await scrollThrough(opened);
        return (await bare(opened)).length === 0;
      }, 'marks at all links').catch(async () => {
        expect((await bare(opened)).map((at) => TIKTOK[at]?.url)).toEqual([]);
      });
      expect(await countMarks(opened)).toBe(TIKTOK.length);
      await opened.close();
    });

    it('are none of them marked where they lead elsewhere', async () => {
      const opened = await rig().visit('links/other.html');
      // A link that comes last and is found by the same idle sweep: when it is marked, all before it were read.
      await opened.evaluate(() => {
        const link = document.createElement('a');
        link.href = 'https://www.t%69ktok.com/@last';
        link.textContent = 'last';
        document.body.append(link);
      });
      await until(async () => (await rig().toolbar(opened)).text === '1', 'the last link');
      await scrollThrough(opened);
      const marked = await opened.evaluate(
        (tag) => [...document.querySelectorAll(tag)].map((mark) => mark.closest('a')?.textContent ?? ''),
        BADGE_TAG,
      );
      expect(marked).toEqual(['last']);
      await opened.close();
    });
  },
  { routes: [pages] },
);
