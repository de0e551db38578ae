import type { PopupLine } from '../messages/content-end.ts';
import type { ContentToPopup } from '../messages/content-to-popup.ts';
import { BADGE_TAG } from './badge-tag.ts';
import { createDrawing, type Drawing } from './drawing.ts';
import { findIn, quickMatches, RARE_NAMES, RARE_SELECTORS, WATCHED_ATTRIBUTES } from './find.ts';
import type { Mark } from './mark.ts';
import { now } from './now.ts';
import { loadedAddresses } from './page-code.ts';
import type { PageOptions } from './page-options.ts';
import { createReport, type Report } from './report.ts';
import { createSweep } from './sweep.ts';
import { isConnected, queryAll, type Scope } from './unclobbered.ts';
import { type Batch, createWatch } from './watch.ts';

/** Milliseconds of reading addresses in one frame; the rest follows in the next. */
const READING = 12;
/** Addresses between two looks at the clock. */
const STEP = 16;
/** Milliseconds in which what is found in idle time is gathered before it is drawn. */
const PASSING = 150;

/**
 * Marks the links and embeds of a document to TikTok, and keeps them marked until the signal. A document without any
 * is searched and watched, and nothing else: no node, no attribute, no style, no message. What draws is set up at the
 * first hit, as most pages have none.
 *
 * @returns connects the popup: it gets the items at once and after each change, until `close`
 */
export function startPage(options: PageOptions) {
  const { document, signal, openRootOf } = options;
  const marks = new WeakMap<Element, Mark>();
  /** In the order found. */
  const live = new Set<Mark>();
  /** What native selectors found, and nobody has read. */
  let unread: Element[] = [];
  let serial = 0;
  /** A frame was asked for; a timer runs. */
  let isAsked = false;
  let isPassing = false;
  let drawing: Drawing | undefined;
  let report: Report | undefined;

  const frameId = Math.random().toString(36).slice(2, 10);
  const watch = createWatch(WATCHED_ATTRIBUTES, onBatch, signal);
  const sweep = createSweep({
    openRootOf,
    names: RARE_NAMES,
    selectors: RARE_SELECTORS,
    onElement: takeInPassing,
    onRoot: adoptInPassing,
    signal,
  });

  const reporter = (): Report =>
    (report ??= createReport({ ...options, frame: frameId, live, counts: () => !!drawing?.isOn() }));

  function begin(): Drawing {
    drawing = createDrawing({
      ...options,
      live,
      markOf: (node) => marks.get(node as Element),
      report: reporter(),
      drawAll: draw,
      drawSoon,
    });
    // Badges of this extension's script before an update, whose links are found now again.
    queryAll(document, BADGE_TAG).forEach(take);
    return drawing;
  }

  const scan = (scope: Scope): void => quickMatches(scope, !!drawing, unread);

  /** Reads what was found, as far as this frame's time goes. */
  function readFound(): void {
    const end = now() + READING;
    let i = 0;
    while (i < unread.length && (i % STEP || now() < end)) {
      const element = unread[i++] as Element;
      // The page may have taken it away while it waited.
      if (isConnected(element)) take(element);
    }
    unread = unread.slice(i);
  }

  /** Reads one element, and marks it, marks it anew or unmarks it. */
  function take(element: Element): void {
    if (element.localName === BADGE_TAG) {
      // A copy that the page made of a badge, or what another instance of this script left behind.
      if (!drawing?.isBadge(element)) element.remove();
      return;
    }
    const before = marks.get(element);
    const found = findIn(element, before);
    if (!found) {
      if (before && live.has(before)) drawing?.drop(before);
      return;
    }
    if (found === before && live.has(before)) return;
    // Another address at the same link: its badge stays, so that a page may write addresses as often as it likes.
    const mark = before ? Object.assign(before, found) : { ...found, id: `${frameId}.${serial++}` };
    marks.set(element, mark);
    (drawing ?? begin()).add(mark, !!before);
  }

  function takeInPassing(element: Element): void {
    take(element);
    // Each drawing makes a browser lay out a large page anew.
    if (isPassing || !drawing?.isDue()) return;
    isPassing = true;
    setTimeout(drawPassed, PASSING);
  }

  function drawPassed(): void {
    isPassing = false;
    draw();
  }

  /** Watches and searches a document or root. */
  function adopt(root: Document | ShadowRoot): void {
    watch.observe(root);
    scan(root);
    sweep.root(root);
  }

  function adoptInPassing(root: ShadowRoot): void {
    adopt(root);
    if (unread.length > 0) drawSoon();
  }

  function onBatch({ added, changed, edited, moved, opened }: Batch): void {
    if (live.size > 0 && !options.isAlive()) {
      options.stop();
      return;
    }
    if (opened) drawing?.hear();
    changed.forEach(take);
    for (const scope of added) {
      scan(scope);
      sweep.add(scope);
    }
    drawing?.changed(moved, edited);
    draw();
  }

  /** Reads what was found and draws what is queued, as far as this frame's time goes. */
  function draw(): void {
    if (signal.aborted) return;
    if (unread.length > 0) readFound();
    drawing?.draw();
    watch.forget();
    if (unread.length > 0 || drawing?.isDue()) drawSoon();
  }

  function drawSoon(): void {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      draw();
    });
  }

  adopt(document);
  draw();

  return (post: (message: ContentToPopup) => void): PopupLine => ({
    close: reporter().follow(post),
    receive(message) {
      if (message.type === 'code') post({ type: 'code', frame: frameId, urls: loadedAddresses(document) });
      else for (const mark of live) if (mark.id === message.id) drawing?.show(mark);
    },
  });
}
