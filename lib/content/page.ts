import type { PopupLine } from '../messages/content-end.ts';
import type { ContentToPopup } from '../messages/content-to-popup.ts';
import { BADGE_TAG } from './badge-tag.ts';
import { RARE_NAMES, RARE_SELECTORS, WATCHED_ATTRIBUTES } from './find.ts';
import { createFrameLoop } from './frame-loop.ts';
import { createMarking, type Marking } from './marking.ts';
import { createMarks } from './marks.ts';
import { loadedAddresses } from './page-code.ts';
import type { PageOptions } from './page-options.ts';
import { createReader } from './reader.ts';
import { createReport, type Report } from './report.ts';
import { createSweep } from './sweep.ts';
import { queryAll } from './unclobbered.ts';
import { type Batch, createWatch } from './watch.ts';

/** Milliseconds in which what is found in idle time is gathered before it is drawn. */
const PASSING = 150;

/**
 * Marks the links and embeds of a document to TikTok, and keeps them marked until the signal. A document without any
 * is searched and watched, and nothing else: no node, no attribute, no style, no message.
 *
 * This file only wires: `watch` and `sweep` say what to look at, `reader` reads it and writes the registry of `marks`,
 * `marking` draws from that registry, and one loop over frames drives reading and drawing.
 *
 * @returns connects the popup: it gets the items at once and after each change, until `close`
 */
export function startPage(options: PageOptions) {
  const { document, signal, shadowRootOf } = options;
  const frameId = Math.random().toString(36).slice(2, 10);
  const marks = createMarks();
  const loop = createFrameLoop(() => watch.forget(), signal);
  const reader = createReader(marks, frameId);
  const watch = createWatch(WATCHED_ATTRIBUTES, onBatch, signal);
  const sweep = createSweep({
    shadowRootOf,
    names: RARE_NAMES,
    selectors: RARE_SELECTORS,
    onElement: readInPassing,
    onRoot: adoptInPassing,
    signal,
  });
  let marking: Marking | undefined;
  let report: Report | undefined;
  let isPassing = false;

  const reporter = (): Report =>
    (report ??= createReport({
      ...options,
      frame: frameId,
      live: marks.live,
      counts: () => !!marking?.isOn(),
    }));

  /** Sets up what draws, at the first hit: most pages have none. */
  function begin(): boolean {
    if (marking || marks.version() === 0) return false;
    marking = createMarking(options, marks, loop, reporter());
    // Badges of this extension's script before an update, whose links are found now again.
    queryAll(document, BADGE_TAG).forEach(reader.take);
    return false;
  }

  function readInPassing(element: Element): void {
    reader.take(element);
    begin();
    // Each drawing makes a browser lay out a large page anew.
    if (isPassing || marks.changed.size === 0) return;
    isPassing = true;
    setTimeout(drawPassed, PASSING);
  }

  function drawPassed(): void {
    isPassing = false;
    loop.run();
  }

  /** Watches and searches a document or root. */
  function adopt(root: Document | ShadowRoot): void {
    watch.observe(root);
    reader.scan(root);
    sweep.root(root);
  }

  function adoptInPassing(root: ShadowRoot): void {
    adopt(root);
    if (reader.isBehind()) loop.soon();
  }

  function onBatch(batch: Batch): void {
    const { added, changed, opened } = batch;
    if (marks.live.size > 0 && !options.isAlive()) {
      options.stop();
      return;
    }
    if (opened) marking?.addWindowListeners();
    changed.forEach(reader.take);
    for (const scope of added) {
      reader.scan(scope);
      sweep.add(scope);
    }
    marking?.onChange(batch);
    loop.run();
  }

  loop.add(reader.read, begin);
  adopt(document);
  loop.run();

  return (post: (message: ContentToPopup) => void): PopupLine => ({
    close: reporter().follow(post),
    receive(message) {
      if (message.type === 'code') post({ type: 'code', frame: frameId, urls: loadedAddresses(document) });
      else for (const mark of marks.live) if (mark.id === message.id) marking?.show(mark);
    },
  });
}
