import { readFileSync } from 'node:fs';
import { HEAVY, type HeavyPage } from './held-up.ts';
import { churn, live, mutating, shadow, warmUp } from './pages/moving.ts';
import { all, directory, feed, page, storyBody } from './pages/still.ts';

/** A page of the benchmark. */
export interface BenchPage {
  readonly html: () => string;
  /** Links and embeds that lead to TikTok, once the page has come to rest. */
  readonly tiktok: number;
  readonly what: string;
}

const pages = <K extends string>(table: Record<K, readonly [number, string, () => string]>) =>
  Object.fromEntries(
    Object.entries<readonly [number, string, () => string]>(table).map(([name, [tiktok, what, html]]) => [
      name,
      { tiktok, what, html },
    ]),
  ) as Record<K, BenchPage>;

/** Every page that is timed. */
export const PAGES = pages({
  article: [4, 'a news story: 400 links, 4 TikTok', () => page('article', storyBody(1, true))],
  feed: [150, 'a long list: 12,000 links, 150 TikTok', () => feed(150)],
  feed0: [0, 'the same without TikTok', () => feed(0)],
  live: [85, '40 batches of 20 posts in 4 s, 85 TikTok', () => live(true)],
  live0: [0, 'the same without TikTok', () => live(false)],
  directory: [1000, '100,000 links, 1 % TikTok, wrapped and odd ones among them', directory],
  all: [5000, '5,000 TikTok links', all],
  mutating: [2, 'a virtual list and texts changed 60 times a second for 30 s', mutating],
  shadow: [200, '200 shadow roots that come late', shadow],
});
export type PageName = keyof typeof PAGES;
export const PAGE_NAMES = Object.keys(PAGES) as PageName[];

/** Pages with a purpose of their own. */
const gauntlet = (name: HeavyPage) => (): string =>
  readFileSync(new URL(`../pages/gauntlet/${name}.html`, import.meta.url), 'utf8');

export const OTHER_PAGES: Readonly<Record<string, () => string>> = {
  'warm-up': warmUp,
  churn,
  ...Object.fromEntries((Object.keys(HEAVY) as HeavyPage[]).map((name) => [name, gauntlet(name)])),
};
