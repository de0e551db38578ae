import { attribute, elsewhere, plain } from './addresses.ts';
import { createRandom, type Random } from './random.ts';
import { link, page, storyBody } from './still.ts';

/** A page that is busy for a while sets `window.busy`, and clears it when it is through. */
const script = (name: string, data: unknown = null): string =>
  `<script>window.busy = true; window.data = ${JSON.stringify(data).replaceAll('<', '\\u003c')};</script>` +
  `<script src="/pages/${name}.js"></script>`;

const post = (random: Random, address: string): string =>
  `<h2>Post</h2><p>${link(random, elsewhere(random))} <span>said</span> ${link(random, address)}</p>` +
  `<footer>${link(random, elsewhere(random))} <button>Like</button></footer>`;

/**
 * A story that grows by 40 batches of 20 posts in 4 s, flips classes, changes ten addresses and its route.
 * With `tiktok`, 85 links in all are TikTok's: 3 and an embed in the story, 76 in posts, 5 by a change of address.
 */
export function live(tiktok: boolean): string {
  const random = createRandom(5);
  const batches = Array.from({ length: 40 }, (_, batch) => {
    const posts = Array.from({ length: 20 }, (_, i) => {
      const ours = tiktok && (i === 3 || (i === 13 && batch < 36));
      return `<article data-item>${post(random, ours ? plain(random) : elsewhere(random))}</article>`;
    });
    return `<template>${posts.join('')}</template>`;
  });
  const changes = Array.from({ length: 10 }, (_, i) =>
    tiktok && i % 2 === 0 ? plain(random) : elsewhere(random),
  );
  return page('live', storyBody(1, tiktok) + batches.join(''), script('live', changes));
}

/** A list of 10,000 rows of which 40 exist, and texts, all changed 60 times a second for 30 s; every 25th row is TikTok's. */
export function mutating(): string {
  const random = createRandom(6);
  const rows = Array.from({ length: 500 }, (_, i) => (i % 25 === 0 ? plain(random) : elsewhere(random)));
  return page('mutating', storyBody(1, false), script('mutating', rows));
}

/** 200 shadow roots that come late, half closed: half on new elements, half on elements that were there. */
export function shadow(): string {
  const random = createRandom(7);
  const links = Array.from({ length: 200 }, () => link(random, plain(random)));
  const waiting = '<div class="late"></div>'.repeat(100);
  return page('shadow', storyBody(1, false) + waiting, script('shadow', links));
}

/** A story and a function `churn(rounds)` that adds and removes twenty posts a round, five of them with TikTok links. */
export function churn(): string {
  const random = createRandom(8);
  const posts = Array.from({ length: 20 }, (_, i) =>
    post(random, i % 4 === 0 ? plain(random) : elsewhere(random)),
  );
  return page('churn', storyBody(1, true), script('churn', posts.join('')));
}

/** What the warm-up looks at: enough to start every part of an extension once. */
export const warmUp = (): string =>
  page('warm-up', `<p>A <a href="${attribute('https://www.tiktok.com/@warm.up')}">link</a> and another.</p>`);
