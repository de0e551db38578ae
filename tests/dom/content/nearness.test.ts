import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FrameLoop } from '../../../lib/content/frame-loop.ts';
import type { Mark } from '../../../lib/content/mark.ts';
import { createMarks } from '../../../lib/content/marks.ts';
import { createNearness } from '../../../lib/content/nearness.ts';
import { addBrowserParts } from '../../support/browser-parts.ts';

addBrowserParts();

/** What the browser tells of elements that wait. */
let tell: (entries: readonly Partial<IntersectionObserverEntry>[]) => void;
const observed = new Set<Element>();

beforeEach(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: (entries: readonly Partial<IntersectionObserverEntry>[]) => void) {
        tell = callback;
      }
      observe = (element: Element) => void observed.add(element);
      unobserve = (element: Element) => void observed.delete(element);
      takeRecords = () => [];
      disconnect() {}
    },
  );
  document.body.innerHTML =
    '<main><p id=a><a></a></p><p id=b><a></a></p><p id=c><a></a><a></a></p></main><a id=d></a>';
});

afterEach(() => {
  vi.restoreAllMocks();
  observed.clear();
});

const FAR = 100_000;

/** Marks of the links of a page, and how often a browser was asked for a box. */
function page({ top }: { top: number }) {
  const links = [...document.querySelectorAll('a')].map(
    (element) => ({ element, embed: false, written: '' }) as unknown as Mark,
  );
  let y = top;
  const asked = vi
    .spyOn(Element.prototype, 'getBoundingClientRect')
    .mockImplementation(() => new DOMRect(10, y, 100, 20));
  const marks = createMarks();
  for (const mark of links) marks.live.add(mark);
  const run = vi.fn();
  const nearness = createNearness(marks, { run } as unknown as FrameLoop, new AbortController().signal);
  const [first, second, third, fourth, inBody] = links as [Mark, Mark, Mark, Mark, Mark];
  return {
    marks,
    nearness,
    asked,
    scrollTo: (to: number) => {
      y = to;
    },
    first,
    second,
    third,
    fourth,
    inBody,
  };
}

it('what follows something far below the view is far below, without a look at its box', () => {
  const { nearness, asked, second, third, fourth } = page({ top: FAR });
  expect(nearness.isNear(second)).toBe(false);
  expect(asked).toHaveBeenCalledTimes(1);
  expect([nearness.isNear(third), nearness.isNear(fourth)]).toEqual([false, false]);
  expect(asked).toHaveBeenCalledTimes(1);
});

it('what is before it, and what lies directly in the body, is looked at', () => {
  const { nearness, asked, scrollTo, first, second, inBody } = page({ top: FAR });
  nearness.isNear(second);
  scrollTo(0);
  expect([nearness.isNear(first), nearness.isNear(inBody)]).toEqual([true, true]);
  expect(asked).toHaveBeenCalledTimes(3);
});

it('nothing follows from what the page has put elsewhere', () => {
  const { nearness, scrollTo, second, third } = page({ top: FAR });
  nearness.isNear(second);
  document.querySelector('#a')?.append(second.element);
  document.querySelector('main')?.append(document.querySelector('#b') as Element);
  scrollTo(0);
  expect(nearness.isNear(third)).toBe(true);
});

it('what follows is looked at again once that has come near the view', () => {
  const { nearness, marks, scrollTo, second, third } = page({ top: FAR });
  expect(nearness.isNear(second)).toBe(false);
  nearness.wait(second);
  scrollTo(0);
  tell([{ target: second.element, isIntersecting: true, boundingClientRect: new DOMRect(10, 0, 100, 20) }]);
  expect([...marks.due]).toEqual([second]);
  expect(nearness.isNear(third)).toBe(true);
});

it('a link without a box of its own waits where what is around it lies', () => {
  const { nearness, marks, first } = page({ top: FAR });
  (first.element as HTMLElement).style.display = 'contents';
  nearness.wait(first);
  tell([{ target: first.element, isIntersecting: false, boundingClientRect: new DOMRect() }]);
  expect([...observed]).toEqual([document.querySelector('#a')]);
  const target = document.querySelector('#a') as Element;
  tell([{ target, isIntersecting: true, boundingClientRect: new DOMRect(10, 0, 100, 20) }]);
  expect([...marks.due]).toEqual([first]);
  expect(observed.size).toBe(0);
});
