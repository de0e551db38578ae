import { describe, expect, it } from 'vitest';
import { isAt, placeOf, put } from '../../../lib/content/place.ts';

const HREF = 'href="https://www.tiktok.com/@a"';

/** The place of the element `#t` in a body. */
function placeIn(body: string, embed = false) {
  document.body.innerHTML = body;
  const target = document.getElementById('t');
  if (!target) throw new Error('The body has no #t.');
  return placeOf({ element: target, embed });
}

describe('the place of a badge', () => {
  it.each([
    ['in running text', `<p>x <a id="t" ${HREF}>y</a> z</p>`, 'after'],
    ['a button in a line', `<p><a id="t" ${HREF} style="display:inline-block">y</a></p>`, 'after'],
    ['a link with a small picture', `<p><a id="t" ${HREF}><img></a></p>`, 'after'],
    ['a block with text', `<a id="t" ${HREF} style="display:block">y</a>`, 'inside'],
    [
      'a block whose last child is in a line',
      `<a id="t" ${HREF} style="display:block"><div>x</div> <b>y</b> </a>`,
      'inside',
    ],
    ['a row of items', `<a id="t" ${HREF} style="display:flex;flex-direction:row"><i></i>y</a>`, 'inside'],
    [
      'a column of items',
      `<a id="t" ${HREF} style="display:flex;flex-direction:column"><i></i>y</a>`,
      'over',
    ],
    ['a grid', `<a id="t" ${HREF} style="display:grid">y</a>`, 'over'],
    ['an icon that is a block', `<a id="t" ${HREF} style="display:block"><i hidden>x</i></a>`, 'over'],
  ])('%s', (_, body, spot) => {
    expect(placeIn(body)).toMatchObject({ anchor: document.getElementById('t'), spot });
  });

  it.each([
    ['a card', `<a id="t" ${HREF} style="display:block"><h3>x</h3><p id="line">y</p></a>`, false],
    ['a quote', `<blockquote id="t"><section id="line">x <b>y</b></section></blockquote>`, true],
    [
      'a card whose picture and cover come last',
      `<a id="t" ${HREF} style="display:block"><p id="line">y</p><img style="display:block"><div style="position:absolute">z</div></a>`,
      false,
    ],
    [
      'a column',
      `<a id="t" ${HREF} style="display:flex;flex-direction:column"><i>x</i><i id="line">y</i></a>`,
      false,
    ],
  ])('of %s is in its last line', (_, body, embed) => {
    expect(placeIn(body, embed)).toEqual({
      anchor: document.getElementById('line'),
      spot: 'inside',
      within: true,
    });
  });

  it('of a link in a drawing is after the outermost drawing', () => {
    const place = placeIn(`<p><svg id="d"><g><a id="t" ${HREF}><text>y</text></a></g></svg></p>`);
    expect(place).toMatchObject({ anchor: document.getElementById('d'), within: false });
  });

  it('of an area is after the picture of its map, or nowhere', () => {
    const area = `<map name="m"><area id="t" ${HREF}></map>`;
    expect(placeIn(`<img id="i" usemap="#m">${area}`)).toMatchObject({
      anchor: document.getElementById('i'),
    });
    expect(placeIn(area)).toBeNull();
  });

  it('of an embed stretched over its box is after the box', () => {
    const place = placeIn(
      '<div><div id="box"><iframe id="t" style="position:absolute"></iframe></div></div>',
      true,
    );
    expect(place).toMatchObject({ anchor: document.getElementById('box'), within: false });
  });

  it('of a bare address is after the text', () => {
    const place = placeIn(
      '<figure id="t" class="is-provider-tiktok"><div id="text">https://www.tiktok.com/@a</div></figure>',
      true,
    );
    expect(place).toMatchObject({ anchor: document.getElementById('text'), spot: 'inside' });
  });

  it.each([
    ['contenteditable', `<div contenteditable="TRUE"><p><a id="t" ${HREF}>y</a></p></div>`],
    [
      'an island in an editor',
      `<div contenteditable><p contenteditable="false"><a id="t" ${HREF}>y</a></p></div>`,
    ],
    ['a link that is edited', `<a id="t" ${HREF} contenteditable="plaintext-only">y</a>`],
  ])('is nowhere in %s', (_, body) => {
    expect(placeIn(body)).toBeNull();
  });

  it('is nowhere in a root within an editor', () => {
    document.body.innerHTML = '<div contenteditable><div id="host"></div></div>';
    const root = document.getElementById('host')?.attachShadow({ mode: 'closed' });
    if (root) root.innerHTML = `<a ${HREF}>y</a>`;
    const target = root?.querySelector('a');
    expect(target && placeOf({ element: target, embed: false })).toBeNull();
  });

  it('is where it was put until something comes between', () => {
    const place = placeIn(`<p><a id="t" ${HREF}>y</a> z</p>`);
    if (!place) throw new Error('No place.');
    const host = document.createElement('x-host');
    put(host, place);
    expect(isAt(host, place)).toBe(true);
    place.anchor.after('between');
    expect(isAt(host, place)).toBe(false);
  });
});
