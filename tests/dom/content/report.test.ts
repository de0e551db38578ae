import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Badge, Mark } from '../../../lib/content/mark.ts';
import { createReport } from '../../../lib/content/report.ts';
import { recognise } from '../../../lib/links/recognise.ts';
import type { SendToBackground } from '../../../lib/messages/content-end.ts';
import type { ContentToBackground } from '../../../lib/messages/content-to-background.ts';
import type { ContentToPopup } from '../../../lib/messages/content-to-popup.ts';
import { MAX_ITEMS } from '../../../lib/messages/popup-port.ts';

const markOf = (id: number, embed = false, written = 'https://www.tiktok.com/@a'): Mark => ({
  id: String(id),
  element: document.body,
  written,
  recognition: recognise(written),
  embed,
});

let life: AbortController;
let live: Set<Mark>;
let sent: ContentToBackground[];
/** What the background answers before it answers as ever. */
let answers: boolean[];
const make = (counts = () => true) =>
  createReport({
    frame: 'f',
    live,
    counts,
    send: (async (message) => {
      sent.push(message);
      return answers.shift() ?? true;
    }) as SendToBackground,
    signal: life.signal,
  });

beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  live = new Set();
  sent = [];
  answers = [];
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

it('says nothing as long as there is nothing', () => {
  make().changed();
  vi.advanceTimersByTime(5000);
  expect(sent).toEqual([]);
});

it('reports soon, then at most once a second, and only what changed', () => {
  const report = make();
  live.add(markOf(1));
  live.add(markOf(2, true));
  report.changed();
  vi.advanceTimersByTime(60);
  expect(sent).toEqual([{ type: 'summary', links: 1, embeds: 1 }]);
  for (let i = 3; i < 100; i++) {
    live.add(markOf(i));
    report.changed();
    vi.advanceTimersByTime(5);
  }
  expect(sent).toHaveLength(1);
  vi.advanceTimersByTime(1000);
  expect(sent).toHaveLength(2);
  report.changed();
  vi.advanceTimersByTime(3000);
  expect(sent).toHaveLength(2);
  live.clear();
  report.changed();
  vi.advanceTimersByTime(1000);
  expect(sent.at(-1)).toEqual({ type: 'summary', links: 0, embeds: 0 });
});

it('tells its counts once more, and no oftener, where the background was stopped over them', async () => {
  const report = make();
  const summary = (links: number) => ({ type: 'summary', links, embeds: 0 });
  live.add(markOf(1));
  answers = [false, false];
  report.changed();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toEqual([summary(1), summary(1)]);
  live.add(markOf(2));
  report.changed();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent.slice(2)).toEqual([summary(2)]);
  // What is true no longer is not told again.
  answers = [false];
  live.add(markOf(3));
  report.changed();
  vi.advanceTimersByTime(100);
  report.leave();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent.slice(3)).toEqual([summary(3), summary(0)]);
});

it('takes its counts back when the page goes, and reports anew when it comes back', () => {
  const report = make();
  live.add(markOf(1));
  report.changed();
  vi.advanceTimersByTime(100);
  live.add(markOf(2));
  report.changed();
  report.leave();
  vi.advanceTimersByTime(5000);
  expect(sent.slice(1)).toEqual([{ type: 'summary', links: 0, embeds: 0 }]);
  report.changed();
  vi.advanceTimersByTime(1000);
  expect(sent.at(-1)).toEqual({ type: 'summary', links: 2, embeds: 0 });
});

it('counts nothing while marks are off', () => {
  const report = make(() => false);
  live.add(markOf(1));
  report.changed();
  vi.advanceTimersByTime(100);
  expect(sent).toEqual([]);
});

it('sends the list at once and after changes, cut where it is too long, until its end', () => {
  const report = make();
  for (let i = 0; i < MAX_ITEMS + 5; i++)
    live.add(markOf(i, false, `https://www.tiktok.com/@a?${'x'.repeat(9000)}`));
  const posts: ContentToPopup[] = [];
  const end = report.follow((message) => posts.push(message));
  expect(posts).toHaveLength(1);
  const [first] = posts;
  if (first?.type !== 'items') throw new Error('No list came.');
  expect(first.items).toHaveLength(MAX_ITEMS);
  expect(first.total).toBe(MAX_ITEMS + 5);
  expect(first.items[0]?.written.at(-1)).toBe('…');
  // A part of it would look like the address of something else.
  expect(first.items[0]).toMatchObject({ destination: null, longHost: 'www.tiktok.com' });
  expect(first.items[0]).toMatchObject({ id: '0', kind: 'profile', handle: 'a', marked: true });
  expect(first.items[0]?.written).toHaveLength(2000);
  report.changed();
  vi.advanceTimersByTime(100);
  expect(posts).toHaveLength(2);
  end();
  report.changed();
  vi.advanceTimersByTime(2000);
  expect(posts).toHaveLength(2);
});

it('sends no message that a browser would refuse', () => {
  for (let i = 0; i < MAX_ITEMS; i++)
    live.add(markOf(i, false, `https://www.tiktok.com/@a?x=${i}${'x'.repeat(8000)}`));
  const posts: ContentToPopup[] = [];
  make().follow((message) => posts.push(message))();
  expect(JSON.stringify(posts[0]).length).toBeLessThan(5_000_000);
  expect(posts).toMatchObject([{ total: MAX_ITEMS }]);
});

it('says of each item whether it has a mark, or gets one when it comes near the view', () => {
  const own = { ...markOf(1), badge: {} as Badge };
  for (const mark of [own, markOf(2), { ...markOf(3), isUnplaced: true }, { ...markOf(4), hidden: true }])
    live.add(mark);
  const posts: ContentToPopup[] = [];
  make().follow((message) => posts.push(message))();
  expect(posts).toMatchObject([
    { items: [{ marked: true }, { marked: true }, { marked: false }, { marked: false }] },
  ]);
});

it('names the host of the page from its outermost frame alone', () => {
  const hostSent = () => {
    const posts: ContentToPopup[] = [];
    make().follow((message) => posts.push(message))();
    return posts[0]?.type === 'items' ? posts[0].host : undefined;
  };
  expect(location.hostname).not.toBe('');
  expect(hostSent()).toBe(location.hostname);
  // A frame is a window that is not the top one.
  vi.stubGlobal('self', {});
  expect(hostSent()).toBe('');
  vi.unstubAllGlobals();
});
