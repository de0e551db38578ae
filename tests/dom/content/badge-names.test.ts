import { beforeEach, expect, it, vi } from 'vitest';
import { createBadgeMaker } from '../../../lib/content/badge.ts';
import { type BadgeNames, createBadgeNames } from '../../../lib/content/badge-names.ts';
import type { Mark } from '../../../lib/content/mark.ts';
import { addBrowserParts, snapshotOf } from '../../support/browser-parts.ts';

addBrowserParts();

let names: BadgeNames;
beforeEach(() => {
  names = createBadgeNames(() => snapshotOf());
});
const LINK = '<a href="https://www.tiktok.com/@a">the clip</a>';

/** The mark of the link in a body, as a sibling of it among words, unless the body is a list of items. */
function markIn(body: string, isText = true): Mark & { badge: NonNullable<Mark['badge']> } {
  document.body.innerHTML = body;
  const element = document.querySelector('a[href*=tiktok]');
  if (!element) throw new Error('No link.');
  const badge = createBadgeMaker(document).make('line');
  element.after(badge.host);
  const written = element.getAttribute('href') ?? '';
  const place = { anchor: element, at: 'after', spot: 'line', isText } as const;
  return { id: 'f.1', element, written, embed: false, recognition: undefined, badge, place };
}

const given = (body: string, isText?: boolean) => {
  const mark = markIn(body, isText);
  names.give(mark);
  const { host } = mark.badge;
  return { hidden: host.ariaHidden, role: host.role, name: host.ariaLabel, tab: host.tabIndex };
};

it('a badge in running text is a button with a tab stop, named after its link', () => {
  expect(given(`<p>Watch ${LINK} now</p>`)).toEqual({
    hidden: null,
    role: 'button',
    name: 'badge_name the clip',
    tab: 0,
  });
});

it.each([
  ['a heading', `<h2>${LINK}</h2>`],
  ['a label', `<label><input>I have seen ${LINK}</label>`],
  ['a button', `<button>Press ${LINK}</button>`],
  ['a summary', `<details><summary>More on ${LINK}</summary></details>`],
  ['a legend', `<fieldset><legend>Group ${LINK}</legend></fieldset>`],
  ['a cell', `<table><tr><td>Row ${LINK}</td></tr></table>`],
  ['an option', `<div role="option">Item ${LINK}</div>`],
  ['a menu', `<div role="menu">Item ${LINK}</div>`],
  ['a dialog that keeps the focus', `<div role="dialog" aria-modal="true">Read ${LINK}</div>`],
  ['what names a region', `<section aria-labelledby="h"><p id="h">On ${LINK}</p></section>`],
  ['what describes a field', `<input aria-describedby="h"><p id="h">As in ${LINK}</p>`],
  ['a log of messages', `<div role="log"><p>Ann: see ${LINK}</p></div>`],
  ['a result', `<output>Found ${LINK}</output>`],
  ['what is read out when it changes', `<div aria-live="polite"><p>New: ${LINK}</p></div>`],
  ['what is not read', `<div aria-hidden="true"><p>As in ${LINK} before</p></div>`],
])('in %s it is no part of the name and no tab stop', (_, body) => {
  expect(given(body)).toEqual({ hidden: 'true', role: null, name: null, tab: -1 });
});

it('beside a link out of the tab order it is no tab stop, and has no number that a trap for the focus would find', () => {
  const link = LINK.replace('<a ', '<a tabindex="-1" ');
  expect(given(`<p>Watch ${link} now</p>`)).toMatchObject({ hidden: 'true', tab: -1 });
  expect(document.querySelector('[tabindex]:not(a)')).toBeNull();
});

it('in a slot of a dialog it is no tab stop', () => {
  const mark = markIn(`<x-box><p>Read ${LINK} now</p></x-box>`);
  const root = document.querySelector('x-box')?.attachShadow({ mode: 'open' });
  root?.append(Object.assign(document.createElement('div'), { role: 'dialog', innerHTML: '<slot></slot>' }));
  names.give(mark);
  expect(mark.badge.host.ariaHidden).toBe('true');
});

it('what is around it may become a menu, and a text may come to name something: it follows', () => {
  const mark = markIn(`<section><div><p id="h">Watch ${LINK} now</p></div></section>`);
  const { host } = mark.badge;
  const section = document.querySelector('section') as HTMLElement;
  const tabAfter = (name: string, value: string | null): number => {
    if (value === null) section.removeAttribute(name);
    else section.setAttribute(name, value);
    const naming = name === 'aria-labelledby';
    names.review([mark], { renamed: new Set(naming ? [] : [section]), naming });
    return host.tabIndex;
  };
  names.give(mark);
  expect([
    tabAfter('role', 'menu'),
    tabAfter('role', null),
    tabAfter('aria-labelledby', 'h'),
    tabAfter('aria-labelledby', null),
  ]).toEqual([-1, 0, -1, 0]);
});

it('among items it is neither', () => {
  expect(given(`<ul><li>${LINK}</li></ul>`, false)).toMatchObject({ hidden: 'true', tab: -1 });
});

it('one that is hidden takes the focus when a person asks for it, says its link, and goes back', async () => {
  const mark = markIn(`<h2>${LINK}</h2>`);
  const { host } = mark.badge;
  names.give(mark);
  names.lend(mark);
  host.focus();
  expect([document.activeElement, host.ariaHidden, host.ariaLabel]).toEqual([
    host,
    null,
    'badge_name the clip',
  ]);
  const card = host.appendChild(document.createElement('button'));
  card.focus();
  await new Promise((later) => setTimeout(later));
  // Else a screen reader would not read the card in it.
  expect(host.ariaHidden).toBe(null);
  document.body.appendChild(document.createElement('button')).focus();
  await vi.waitFor(() =>
    expect([host.ariaHidden, host.ariaLabel, host.tabIndex]).toEqual(['true', null, -1]),
  );
});
