import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBadgeMaker } from '../../../lib/content/badge.ts';
import { createCard } from '../../../lib/content/card.ts';
import type { Mark } from '../../../lib/content/mark.ts';
import type { ContentToBackground } from '../../../lib/messages/content-to-background.ts';
import { addBrowserParts, snapshotOf } from '../../support/browser-parts.ts';

addBrowserParts();
HTMLElement.prototype.showPopover = () => {};

const SNAPSHOT = snapshotOf();
const sent: ContentToBackground[] = [];
const card = createCard({
  document,
  t: (key) => key,
  send: async (message) => void sent.push(message),
  lend: () => {},
});
const maker = createBadgeMaker(document);
maker.restyle(SNAPSHOT);

function markAtLink(): Mark {
  const link = document.body.appendChild(document.createElement('a'));
  const written = 'https://www.tiktok.com/@demo';
  const mark: Mark = { id: 'f.1', element: link, written, embed: false, recognition: undefined };
  mark.badge = maker.make('line');
  mark.badge.host.tabIndex = 0;
  link.after(mark.badge.host);
  return mark;
}
const open = (mark: Mark, focus: boolean) => card.open(mark, focus, SNAPSHOT, maker);
/** The element that holds the private frame; what is in it no test of one document can see. */
const shown = (mark: Mark) => mark.badge?.host.firstElementChild ?? null;
const frame = (width: number, height: number) =>
  Object.assign(window, { innerWidth: width, innerHeight: height });

beforeEach(() => {
  sent.length = 0;
  document.body.replaceChildren();
  frame(1024, 768);
});
afterEach(() => card.close());

describe('the card', () => {
  it('is made ready at the first sign that it may be wanted, and gone again where it is not', () => {
    const mark = markAtLink();
    card.prepare(mark, SNAPSHOT, maker);
    expect(shown(mark)).not.toBeNull();
    expect(card.current()).toBeUndefined();
    card.release();
    expect(shown(mark)).toBeNull();
    card.prepare(mark, SNAPSHOT, maker);
    const ready = shown(mark);
    open(mark, false);
    expect(shown(mark)).toBe(ready);
    card.release();
    expect(card.current()).toBe(mark);
  });

  it('is taken away with its mark, shown or only made ready, so that no frame loads anew where a badge moves', () => {
    const [mark, other] = [markAtLink(), markAtLink()];
    card.prepare(mark, SNAPSHOT, maker);
    card.drop(other);
    expect(shown(mark)).not.toBeNull();
    card.drop(mark);
    expect(shown(mark)).toBeNull();
    open(mark, false);
    card.drop(mark);
    expect(shown(mark)).toBeNull();
    expect(card.current()).toBeUndefined();
  });

  it.each([
    ['wide', 219, 400],
    ['high', 400, 159],
  ])('does not open in a frame not %s enough for it; the popup opens instead', (_what, width, height) => {
    frame(width, height);
    const mark = markAtLink();
    open(mark, true);
    expect(shown(mark)).toBeNull();
    expect(card.current()).toBeUndefined();
    expect(sent).toEqual([{ type: 'open', page: 'popup' }]);
  });

  it('is not replaced by the popup where the pointer only passes a badge', () => {
    frame(200, 100);
    const mark = markAtLink();
    open(mark, false);
    expect(shown(mark)).toBeNull();
    expect(sent).toEqual([]);
  });

  it('opens in the smallest frame that has room', () => {
    frame(220, 160);
    const mark = markAtLink();
    open(mark, true);
    expect(shown(mark)).not.toBeNull();
    expect(sent).toEqual([]);
  });

  it('opens once at a badge and one at a time, and says so to those who do not see it', () => {
    const [first, second] = [markAtLink(), markAtLink()];
    open(first, false);
    open(first, true);
    expect(first.badge?.host.children).toHaveLength(1);
    expect(first.badge?.host.ariaExpanded).toBe('true');
    open(second, false);
    expect([shown(first), card.current()]).toEqual([null, second]);
    expect(first.badge?.host.ariaExpanded).toBeNull();
  });

  it('takes the focus only where the person asked for it, and gives it back', () => {
    const mark = markAtLink();
    open(mark, false);
    expect(document.activeElement).toBe(document.body);
    card.close(true);
    expect(document.activeElement).toBe(mark.badge?.host);
  });

  it('does not open at a link whose badge is gone', () => {
    const mark = markAtLink();
    mark.badge = undefined;
    open(mark, true);
    expect(card.current()).toBeUndefined();
  });
});
