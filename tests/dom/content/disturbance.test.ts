import { beforeEach, expect, it } from 'vitest';
import { BADGE_TAG } from '../../../lib/content/badge-tag.ts';
import { createDisturbance } from '../../../lib/content/disturbance.ts';
import { placeOf, put } from '../../../lib/content/place.ts';

let lookAt: ReturnType<typeof createDisturbance>;
beforeEach(() => {
  lookAt = createDisturbance();
});

/** Puts a badge at each link of a body as the page's code does, and says where each went. */
function putAll(body: string): string[] {
  document.body.innerHTML = body;
  const all = [...document.querySelectorAll('a')].map((target) => {
    const place = placeOf({ element: target, embed: false });
    if (!place) throw new Error('No place.');
    return { host: document.createElement(BADGE_TAG), ...lookAt(place, true) };
  });
  for (const { host, place, tried } of all) if (tried) put(host, place);
  for (const { tried } of all) tried?.();
  return all.map(({ host, place, better }) => {
    const last = better?.() ?? place;
    put(host, last);
    return last.spot;
  });
}

const LINK = '<a href="https://www.tiktok.com/@a">x</a>';

it('leaves the badge beside its link where no rule minds', () => {
  expect(putAll(`<style>a:last-child { cursor: help; }</style><p>${LINK}</p>`)).toEqual(['after']);
});

it.each([
  ['a last child', 'a:last-child { color: red; }', `<p>${LINK}</p>`],
  ['what stands right after a link', 'a + b { color: red; }', `<p>${LINK}<b>y</b></p>`],
  ['the next link', 'a + a { margin-inline-start: 9px; }', `<p>${LINK}<a>y</a></p>`],
])('puts it inside where the page styles %s', (_, rules, body) => {
  expect(putAll(`<style>${rules}</style>${body}`)[0]).toBe('inside');
});

it('puts it beside a block that may not have another child', () => {
  const rules = 'a { display: block; } a > :last-child { color: red; }';
  expect(putAll(`<style>${rules}</style><div>${LINK.replace('x', '<b>x</b>')}</div>`)).toEqual(['after']);
});

it('tries one of each kind of situation, and remembers', () => {
  const rules = '<style>li a:last-child { color: red; }</style>';
  const item = `<li class="item">${LINK}</li>`;
  expect(putAll(rules + item.repeat(3))).toEqual(['inside', 'inside', 'inside']);
  expect(putAll(item)).toEqual(['inside']);
  expect(putAll(`<li class="other">${LINK}</li>`)).toEqual(['after']);
});
