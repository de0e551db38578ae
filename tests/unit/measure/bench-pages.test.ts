import { describe, expect, it } from 'vitest';
import { recognise } from '../../../lib/links/recognise.ts';
import { PAGE_NAMES, PAGES, type PageName } from '../../bench/pages.ts';

const ADDRESS = /<(a|iframe)\b[^>]*?\s(?:href|src)="([^"]*)"/g;
const addresses = (html: string) =>
  [...html.matchAll(ADDRESS)].map(([, tag, address = '']) => ({
    tag,
    address: address.replaceAll('&#9;', '\t').replaceAll('&amp;', '&'),
  }));
const leadsToTikTok = (address: string) => recognise(address, 'http://127.0.0.1/').tiktok;

/** Made once: some are large. */
const html = Object.fromEntries(PAGE_NAMES.map((name) => [name, PAGES[name].html()])) as Record<
  PageName,
  string
>;

describe('the pages of the benchmark', { timeout: 30_000 }, () => {
  it.each(PAGE_NAMES)('%s is the same in every run', (name) => {
    expect(PAGES[name].html()).toBe(html[name]);
  });

  it.each([
    ['article', 400],
    ['feed', 12_000],
    ['feed0', 12_000],
    ['directory', 100_000],
    ['all', 5000],
  ] as const)('%s has %i links, and as many to TikTok as its row says', (name, links) => {
    const found = addresses(html[name]);
    expect(found.filter(({ tag }) => tag === 'a')).toHaveLength(links);
    expect(found.filter(({ address }) => leadsToTikTok(address))).toHaveLength(PAGES[name].tiktok);
  });

  it('live holds in its story, posts and changes as many TikTok links as its row says', () => {
    for (const name of ['live', 'live0'] as const) {
      const [body = '', rest = ''] = html[name].split('<script>');
      const changes = JSON.parse(/window\.data = (.*);<\/script>/.exec(rest)?.[1] ?? 'null');
      expect(body.match(/<template>/g)).toHaveLength(40);
      expect(body.match(/<article /g)).toHaveLength(800);
      expect(changes).toHaveLength(10);
      const all = addresses(body)
        .map(({ address }) => address)
        .concat(changes);
      expect(all.filter(leadsToTikTok)).toHaveLength(PAGES[name].tiktok);
    }
  });

  it('directory has spellings that the text "tiktok" is not in', () => {
    const odd = addresses(html.directory).filter(
      ({ address }) => !address.includes('tiktok') && leadsToTikTok(address),
    );
    expect(odd).toHaveLength(100);
  });
});
