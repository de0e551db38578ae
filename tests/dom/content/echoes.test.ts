import { beforeEach, expect, it, vi } from 'vitest';
import { createEchoes } from '../../../lib/content/echoes.ts';
import type { Mark } from '../../../lib/content/mark.ts';

const onRest = vi.fn();
let echoes: ReturnType<typeof createEchoes>;
let part: HTMLElement;
let mark: Mark;

beforeEach(() => {
  vi.useFakeTimers();
  onRest.mockClear();
  echoes = createEchoes(onRest, new AbortController().signal);
  document.body.innerHTML = '<div><p><a></a></p></div><p><a></a></p>';
  part = document.querySelector('div') as HTMLElement;
  mark = { element: document.querySelector('a') } as unknown as Mark;
});

/** A page that draws a part anew so many milliseconds after each badge. */
function redraw(times: number, after: number): void {
  for (let i = 0; i < times; i++) {
    const hadBadge = !echoes.holds(mark);
    vi.advanceTimersByTime(after);
    echoes.note(part, hadBadge ? after : null);
  }
}

it('no badge comes to a part that is drawn anew in the same moment as a badge comes', () => {
  redraw(5, 1);
  expect(echoes.holds(mark)).toBe(true);
  vi.advanceTimersByTime(1000);
  expect(echoes.holds(mark)).toBe(true);
  expect(onRest).not.toHaveBeenCalled();
});

it('one that was drawn many times and then rests by itself gets its badge back with the next second', () => {
  redraw(62, 16);
  expect(echoes.holds(mark)).toBe(true);
  vi.advanceTimersByTime(1500);
  expect(onRest).toHaveBeenCalledTimes(1);
  expect(echoes.holds(mark)).toBe(false);
});

it('one that was held back before is told sooner', () => {
  redraw(60, 16);
  vi.advanceTimersByTime(1500);
  redraw(10, 16);
  expect(echoes.holds(mark)).toBe(true);
  vi.advanceTimersByTime(20_000);
  expect(echoes.holds(mark)).toBe(true);
});

it('such a part is tried again soon, then later, and less often each time', () => {
  const tried: number[] = [];
  onRest.mockImplementation(() => tried.push(performance.now()));
  const start = performance.now();
  for (let second = 0; second < 300; second++) {
    redraw(5, 1);
    vi.advanceTimersByTime(995);
  }
  expect(tried.map((at) => Math.round((at - start) / 10_000))).toEqual([0, 3, 9, 21]);
});

it('a list in which rows go that had a badge for long keeps its badges, however quickly a person scrolls', () => {
  for (let i = 0; i < 200; i++) {
    vi.advanceTimersByTime(16);
    echoes.note(part, 900);
  }
  expect(echoes.holds(mark)).toBe(false);
});

it('the rest of the page keeps its badges', () => {
  redraw(5, 1);
  const other = { element: document.querySelectorAll('a')[1] } as unknown as Mark;
  expect(echoes.holds(other)).toBe(false);
});

it('no badge comes to a part that is drawn anew in the frame after a badge, and rests without one', () => {
  redraw(60, 16);
  vi.advanceTimersByTime(400);
  expect(echoes.holds(mark)).toBe(true);
});

it('a part that goes on without a badge draws by itself, and is believed', () => {
  redraw(60, 33);
  expect(echoes.holds(mark)).toBe(true);
  redraw(13, 33);
  expect(onRest).toHaveBeenCalledTimes(1);
  expect(echoes.holds(mark)).toBe(false);
  redraw(1000, 33);
  expect(echoes.holds(mark)).toBe(false);
});

it.each([
  ['now and then, at once after its badge', 4, 1],
  ['each second, for hours', 10_000, 1000],
  ['some dozen times in a row', 59, 100],
])('a part that is drawn anew %s keeps its badge', (_, times, after) => {
  redraw(times, after);
  expect(echoes.holds(mark)).toBe(false);
});

it('what is far from the view, and has no badge as yet, says nothing', () => {
  for (let i = 0; i < 100; i++) echoes.note(part, null);
  expect(echoes.holds(mark)).toBe(false);
});
