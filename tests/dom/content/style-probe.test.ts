import { beforeEach, expect, it } from 'vitest';
import { BADGE_TAG } from '../../../lib/content/badge-tag.ts';
import { type Place, put } from '../../../lib/content/place.ts';
import { createStyleProbe } from '../../../lib/content/style-probe.ts';
import { addBrowserParts } from '../../support/browser-parts.ts';

addBrowserParts();

let probe: ReturnType<typeof createStyleProbe>;
beforeEach(() => {
  probe = createStyleProbe();
});

const LINK = '<a href="https://www.tiktok.com/@a">x</a>';

/** Puts a badge at the first link of a body; answers whether all looked as before. */
function bears(body: string, at: Place['at'] = 'after'): boolean {
  document.body.innerHTML = body;
  const anchor = document.querySelector('a');
  if (!anchor) throw new Error('No link.');
  const place: Place = { anchor, at, spot: 'line' };
  const situation = probe.situationOf(place);
  const lookAgain = probe.look([{ situation, place }]);
  put(document.createElement(BADGE_TAG), place);
  lookAgain();
  return probe.bears(situation) === true;
}

it('lets a badge be where no rule minds', () => {
  expect(bears(`<style>a:last-child { cursor: help; }</style><p>${LINK}</p>`)).toBe(true);
});

it.each([
  ['a last child', 'a:last-child { color: red; }', `<p>${LINK}</p>`],
  ['what stands right after a link', 'a + b { color: red; }', `<p>${LINK}<b>y</b></p>`],
  ['the next link', 'a + a { margin-inline-start: 9px; }', `<p>${LINK}<a>y</a></p>`],
  ['what a box holds', 'p:has(> a:last-child) { color: red; }', `<p>${LINK}</p>`],
  [
    'the whole page by what is in it',
    `:root:has(${BADGE_TAG}) { opacity: 0; }`,
    `<main><div><div><div><p>${LINK}</p></div></div></div></main>`,
  ],
  ['a link by how many follow', 'p > b:nth-last-child(4) { color: red; }', `<p><b>x</b>${LINK}<i>y</i></p>`],
])('sees that the page styles %s', (_, rules, body) => {
  expect(bears(`<style>${rules}</style>${body}`)).toBe(false);
});

it('sees that a block styles its last child', () => {
  const rules = 'a > :last-child { color: red; }';
  expect(bears(`<style>${rules}</style><div>${LINK.replace('x', '<b>x</b>')}</div>`, 'last')).toBe(false);
});

it('remembers what a kind of situation bears', () => {
  const rules = '<style>li a:last-child { color: red; }</style>';
  const item = (name: string) => `<li class="${name}">${LINK}</li>`;
  bears(rules + item('item'));
  document.body.innerHTML = rules + item('item') + item('other');
  const [first, second] = [...document.querySelectorAll('a')].map((anchor) =>
    probe.bears(probe.situationOf({ anchor, at: 'after', spot: 'line' })),
  );
  expect([first, second]).toEqual([false, undefined]);
});

it('tries some of a new kind together, for a rule that minds one of them', () => {
  document.body.innerHTML = `<style>.second a:last-child { color: red; }</style>${['', 'second', ''].map((name) => `<div class="${name}"><p>${LINK}</p></div>`).join('')}`;
  const places = [...document.querySelectorAll('a')].map(
    (anchor): Place => ({ anchor, at: 'after', spot: 'line' }),
  );
  const trials = places.map((place) => ({ situation: probe.situationOf(place), place }));
  const lookAgain = probe.look(trials);
  for (const place of places) put(document.createElement(BADGE_TAG), place);
  lookAgain();
  expect(trials.map(({ situation }) => probe.bears(situation))).toEqual([false, false, false]);
});
