import { describe, expect, it } from 'vitest';
import { isAt, type Place, placesOf, put } from '../../../lib/content/place.ts';

const HREF = 'href="https://www.tiktok.com/@a"';

/** The places of the element `#t` in a body, in words. */
function placesIn(body: string, { embed = false, isSlotted = false } = {}): string[] {
  document.body.innerHTML = body;
  const element = document.getElementById('t');
  if (!element) throw new Error('The body has no #t.');
  return placesOf({ element, embed }, isSlotted).map(inWords);
}

const inWords = ({ spot, at, anchor, aim }: Place) =>
  [spot, at, anchor.id || anchor.localName, aim].filter(Boolean).join(' ');

describe('the first place of a badge', () => {
  it.each([
    ['in running text', `<p>some <a id="t" ${HREF}>y</a> z</p>`, 'line after t'],
    ['alone in its line', `<li><a id="t" ${HREF}>y</a></li>`, 'edge last t'],
    ['beside a number', `<p><a id="t" ${HREF}>y</a> (12)</p>`, 'edge last t'],
    [
      'in a row that a script places',
      `<div style="position:absolute;transform:translateY(9px)">x and <a id="t" ${HREF}>y</a></div>`,
      'edge after t',
    ],
    ['in preformatted text', `<pre>some <a id="t" ${HREF}>y</a> z</pre>`, 'edge after t'],
    ['a button in a line', `<p><a id="t" ${HREF} style="display:inline-block">y</a></p>`, 'edge last t'],
    ['a link with a picture', `<p><a id="t" ${HREF}><img></a></p>`, 'edge last t'],
    ['a block with text', `<a id="t" ${HREF} style="display:block">y</a>`, 'edge last t'],
    ['an item of a row', `<div style="display:flex"><a id="t" ${HREF}>y</a></div>`, 'edge last t'],
    [
      'a row of items',
      `<a id="t" ${HREF} style="display:flex"><i>x</i><b id="line" style="display:block">y</b></a>`,
      'edge last line',
    ],
    ['a card', `<a id="t" ${HREF} style="display:block"><h3>x</h3><p id="line">y</p></a>`, 'edge last line'],
    [
      'a card whose picture and cover come last',
      `<a id="t" ${HREF} style="display:block"><p id="line">y</p><img style="display:block"><div style="position:absolute">z</div></a>`,
      'edge last line',
    ],
    [
      'a block whose last child is in a line',
      `<a id="t" ${HREF} style="display:block"><div>x</div> <b>y</b> </a>`,
      'edge last t',
    ],
    [
      'an icon in a flex container',
      `<a id="t" ${HREF} style="display:flex"><svg></svg></a>`,
      'free last t corner',
    ],
    ['an icon that is a block', `<a id="t" ${HREF} style="display:block"></a>`, 'block last t corner'],
    [
      'blocks in an inline link',
      `<a id="t" ${HREF}><h3 id="line" style="display:block">x</h3></a>`,
      'edge last line',
    ],
  ])('%s', (_, body, first) => {
    expect(placesIn(body)[0]).toBe(first);
  });

  it('in a slot is inside the link, as a sibling would be no part of the slot', () => {
    expect(placesIn(`<a id="t" ${HREF}>y</a>`, { isSlotted: true })[0]).toBe('edge last t');
  });

  it.each([
    [
      'a drawing',
      `<p><svg id="d"><g><a id="t" ${HREF}><text>y</text></a></g></svg></p>`,
      false,
      'edge after d',
    ],
    [
      'an area',
      `<p><img id="i" usemap="#m"><map name="m"><area id="t" ${HREF}></map></p>`,
      false,
      'edge after i',
    ],
    [
      'an embed stretched over its box',
      '<div><div id="box"><iframe id="t" style="position:absolute"></iframe></div></div>',
      true,
      'block after box inner',
    ],
    [
      'an embed that is an address in text',
      '<figure id="t" style="display:block"><div id="text">https://www.tiktok.com/@a</div></figure>',
      true,
      'edge last text',
    ],
  ])('of %s', (_, body, embed, first) => {
    expect(placesIn(body, { embed })[0]).toBe(first);
  });
});

it('of a picture that is a block is over its corner, as the link around it is as wide as the line', () => {
  const places = placesIn(`<p><a id="t" ${HREF}><img style="display:block"></a></p>`);
  expect(places.slice(0, 2)).toEqual(['edge last t', 'free after img inner']);
});

it('ends with places that take no room', () => {
  const places = placesIn(`<p>some <a id="t" ${HREF}>y</a> z</p>`);
  expect(places.slice(1).join()).not.toContain('line');
  expect(places.length).toBeGreaterThan(2);
});

describe('there is no place', () => {
  it.each([
    ['contenteditable', `<div contenteditable="TRUE"><p><a id="t" ${HREF}>y</a></p></div>`],
    [
      'an island in an editor',
      `<div contenteditable><p contenteditable="false"><a id="t" ${HREF}>y</a></p></div>`,
    ],
    ['a link that is edited', `<a id="t" ${HREF} contenteditable="plaintext-only">y</a>`],
    ['an area without its picture', `<map name="m"><area id="t" ${HREF}></map>`],
  ])('in %s', (_, body) => {
    expect(placesIn(body)).toEqual([]);
  });

  it('in a root within an editor', () => {
    document.body.innerHTML = '<div contenteditable><div id="host"></div></div>';
    const root = document.getElementById('host')?.attachShadow({ mode: 'closed' });
    if (root) root.innerHTML = `<a ${HREF}>y</a>`;
    const element = root?.querySelector('a');
    expect(element && placesOf({ element, embed: false }, false)).toEqual([]);
  });
});

it('a badge is where it was put until something comes between', () => {
  document.body.innerHTML = `<p><a id="t" ${HREF}>y</a> z</p>`;
  const anchor = document.getElementById('t') as Element;
  for (const at of ['after', 'last', 'first'] as const) {
    const host = document.createElement('x-host');
    const place: Place = { anchor, at, spot: 'line' };
    put(host, place);
    expect(isAt(host, place)).toBe(true);
    if (at === 'after') anchor.after('between');
    else host.remove();
    expect(isAt(host, place)).toBe(false);
  }
});
