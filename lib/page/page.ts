import type { Snapshot } from '../snapshot.ts';
import { type BadgeMaker, createBadgeMaker } from './badge.ts';
import { BADGE_TAG } from './badge-tag.ts';
import { createCard } from './card.ts';
import { createDisturbance } from './disturbance.ts';
import { findIn, quickMatches, RARE_SELECTORS, WATCHED_ATTRIBUTES } from './find.ts';
import type { Mark } from './mark.ts';
import { now } from './now.ts';
import { loadedAddresses } from './page-code.ts';
import type { PanelOptions } from './panel.ts';
import { isAt, type Place, placeOf, put } from './place.ts';
import { createPointing } from './pointing.ts';
import type { FromFrame, FromPage, PageCommand, ToPage } from './protocol.ts';
import { createQuestion } from './question.ts';
import { isTooOften, mayRepair, newRepairs } from './repair.ts';
import { createReport } from './report.ts';
import { show } from './show.ts';
import { type Sites, wanted } from './sites.ts';
import { createSweep } from './sweep.ts';
import { DOCUMENT, isConnected, queryAll, read, type Scope } from './unclobbered.ts';
import { type Batch, createWatch } from './watch.ts';

/** What the page's part of the extension needs of the browser. */
export interface PageOptions extends PanelOptions {
  readonly sites: () => Sites;
  /** The stored snapshot; asked for after the first hit, and when the page comes out of a cache. Null where there is none of this format. */
  readonly readSnapshot: () => Promise<Snapshot | null>;
  /** Calls back with each later snapshot; called once, after the first hit. */
  readonly onSnapshot: (listener: (snapshot: Snapshot | null) => void) => void;
  /** Sends to the background; what it answers, where it does. */
  readonly send: (message: FromFrame) => Promise<unknown>;
  /** The shadow root of an element, open or closed; null where it has none. */
  readonly openRootOf: (element: Element) => ShadowRoot | null;
  /** False once the extension has been disabled, removed or updated under this script. */
  readonly isAlive: () => boolean;
  /** Aborts the signal. */
  readonly stop: () => void;
  readonly signal: AbortSignal;
}

/** Milliseconds of reading addresses and of drawing in one frame; the rest follows in the next. */
const READING = 12;
const BUDGET = 8;
/** Badges that are placed together: all reading of style comes before all writing. */
const TOGETHER = 100;

/**
 * Marks the links and embeds of a document to TikTok, and keeps them marked until the signal. A document without any
 * is searched and watched, and nothing else: no node, no attribute, no style, no message.
 */
export function startPage(options: PageOptions) {
  const { document, send, signal, openRootOf } = options;
  const frameId = Math.random().toString(36).slice(2, 10);
  const marks = new WeakMap<Element, Mark>();
  const ofHost = new WeakMap<EventTarget, Mark>();
  /** In the order found. */
  const live = new Set<Mark>();
  const queue = new Set<Mark>();
  /** What native selectors found, and nobody has read. */
  let unread: Element[] = [];
  let serial = 0;
  let snapshot: Snapshot | null = null;
  /** Marks are on in this document. */
  let on = false;
  let asked = false;
  /** As last seen; empty where what is edited may have changed otherwise. */
  let designMode = '';
  let frame = 0;
  let maker: BadgeMaker | undefined;
  /** The link last right-clicked. */
  let pressed: Mark | undefined;

  const isOn = ({ recognition: { kind } }: Mark): boolean =>
    on && designMode !== 'on' && !!kind && !snapshot?.kindsOff.includes(kind);
  const reporter = createReport({ frame: frameId, live, counts: () => on, send, signal });
  const watch = createWatch(WATCHED_ATTRIBUTES, onBatch, signal);
  const sweep = createSweep({
    openRootOf,
    rare: RARE_SELECTORS,
    onElement: takeInPassing,
    onRoot: adoptInPassing,
    signal,
  });
  const card = createCard(options);
  const lookAt = createDisturbance();
  const markOf = (node: EventTarget) => marks.get(node as Element);
  const question = createQuestion({ ...options, markOf, snapshot: () => snapshot, maker: () => maker });
  const listen = createPointing({ markOf: (host) => ofHost.get(host), card, question, open, signal });

  function open(mark: Mark, focus: boolean): void {
    if (snapshot && maker) card.open(mark, focus, snapshot, maker);
  }

  /**
   * Nobody tells a script that its extension is gone, or that its document has gone into design mode; so it looks while
   * the page is used.
   */
  function lookAlive(): void {
    if (!options.isAlive()) options.stop();
    else drawSoon();
  }

  function report(): void {
    if (!asked) {
      asked = true;
      // Badges of this extension's script before an update, whose links are found now again.
      queryAll(document, BADGE_TAG).forEach(take);
      options.onSnapshot(apply);
      void options.readSnapshot().then((stored) => snapshot || apply(stored));
    }
    reporter.changed();
  }

  // ---- finding

  const scan = (scope: Scope): void => quickMatches(scope, asked, unread);

  /** Reads what was found, as far as this frame's time goes. */
  function readFound(): void {
    const end = now() + READING;
    let i = 0;
    while (i < unread.length && (i % 8 > 0 || now() < end)) {
      const element = unread[i++] as Element;
      // The page may have taken it away while it waited.
      if (isConnected(element)) take(element);
    }
    unread = unread.slice(i);
    if (unread.length > 0) drawSoon();
  }

  /** Reads one element, and marks it, marks it anew or unmarks it. */
  function take(element: Element): void {
    if (element.localName === BADGE_TAG) {
      // A copy that the page made of a badge, or what another instance of this script left behind.
      if (!ofHost.has(element)) element.remove();
      return;
    }
    const before = marks.get(element);
    const found = findIn(element, before);
    if (!found) {
      if (before && live.has(before)) drop(before);
      return;
    }
    if (found === before && live.has(before)) return;
    // Another address at the same link: its badge stays, so that a page may write addresses as often as it likes.
    const mark = before ? Object.assign(before, found) : { ...found, id: `${frameId}.${serial++}` };
    marks.set(element, mark);
    if (card.current() === mark) card.close();
    if (before && !live.has(mark)) mark.returns ??= newRepairs();
    if (!live.has(mark) && mark.returns && isTooOften(mark.returns, now())) later(mark);
    else queue.add(mark);
    live.add(mark);
    report();
  }

  function takeInPassing(element: Element): void {
    take(element);
    if (queue.size > 0) drawSoon();
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

  function drop(mark: Mark): void {
    undraw(mark);
    live.delete(mark);
    queue.delete(mark);
    report();
  }

  function onBatch({ added, changed, edited, moved, opened }: Batch): void {
    if (live.size > 0 && !options.isAlive()) {
      options.stop();
      return;
    }
    if (opened) hear();
    changed.forEach(take);
    for (const scope of added) {
      scan(scope);
      sweep.add(scope);
    }
    if (moved) keep();
    if (edited) designMode = '';
    draw();
  }

  // ---- drawing

  function apply(next: Snapshot | null): void {
    if (signal.aborted) return;
    snapshot = next;
    on = !!next && wanted(next, options.sites());
    card.close();
    if (next && on) {
      maker ??= createBadgeMaker(document);
      maker.restyle(next);
      hear();
    }
    for (const mark of live) {
      if (mark.badge && isOn(mark)) maker?.renew(mark.badge);
      else queue.add(mark);
    }
    report();
    draw();
  }

  /** Reads what was found and draws what is queued, as far as this frame's time goes. */
  function draw(): void {
    if (unread.length > 0) readFound();
    const end = now() + BUDGET;
    const together: Mark[] = [];
    const flush = () => {
      const looks = together.map((mark) => {
        const place = isOn(mark) && !mark.hidden && placeOf(mark);
        return place ? lookAt(place, !mark.badge) : null;
      });
      for (const [i, mark] of together.entries()) set(mark, looks[i]?.place);
      for (const [i, mark] of together.entries()) {
        const better = looks[i]?.after?.();
        if (better) set(mark, better);
      }
      together.length = 0;
    };
    if (!snapshot) return;
    const before = designMode;
    designMode = read(DOCUMENT, 'designMode', document);
    if (before !== designMode) for (const mark of live) queue.add(mark);
    for (const mark of queue) {
      queue.delete(mark);
      together.push(mark);
      if (together.length < TOGETHER) continue;
      flush();
      if (now() > end) break;
    }
    flush();
    watch.forget();
    if (queue.size > 0) drawSoon();
  }

  function drawSoon(): void {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      draw();
    });
  }

  function set(mark: Mark, place: Place | null | undefined): void {
    if (!place || !maker || (mark.badge && mark.place?.position !== place.position)) undraw(mark);
    if (!place || !maker) return;
    mark.place = place;
    mark.badge ??= maker.make(place.position);
    ofHost.set(mark.badge.host, mark);
    if (!isAt(mark.badge.host, place)) put(mark.badge.host, place);
    const root = place.anchor.getRootNode();
    if (root instanceof ShadowRoot) listen(root);
  }

  function undraw(mark: Mark): void {
    if (card.current() === mark) card.close();
    mark.badge?.host.remove();
    mark.badge = mark.place = undefined;
  }

  // ---- keeping

  /** Brings badges back to their links, and takes those away whose links are gone or edited. */
  function keep(): void {
    for (const mark of live) {
      const { target, badge, place } = mark;
      if (!target.isConnected || target.ownerDocument !== document) drop(mark);
      else if (badge && place && !(place.anchor.isConnected && isAt(badge.host, place))) {
        mark.repairs ??= newRepairs();
        const may = mayRepair(mark.repairs, now());
        if (may === 'now') queue.add(mark);
        // Beside another link it would say something wrong.
        else undraw(mark);
        if (may === 'later') later(mark);
      }
    }
  }

  function later(mark: Mark): void {
    mark.waits ??= setTimeout(() => {
      mark.waits = undefined;
      if (!live.has(mark)) return;
      queue.add(mark);
      draw();
    }, 1000);
  }

  // ---- life

  function onMenu(event: Event): void {
    pressed = event.composedPath().map(markOf).find(Boolean);
  }

  function onShow({ persisted }: PageTransitionEvent): void {
    // What was stored while the page lay in the cache did not reach it everywhere.
    if (persisted && asked) void options.readSnapshot().then(apply);
  }

  /** Listens to the window; what listens already is not doubled. */
  function hear(): void {
    window.addEventListener('pageshow', onShow, { signal });
    window.addEventListener('pagehide', reporter.leave, { signal });
    if (!maker) return;
    for (const type of ['pointerover', 'focus', 'keydown', 'visibilitychange'])
      window.addEventListener(type, lookAlive, { capture: true, signal });
    listen(window);
    window.addEventListener('contextmenu', onMenu, { capture: true, signal });
  }

  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    live.forEach(undraw);
    live.clear();
  });
  hear();
  adopt(document);
  draw();

  return {
    /** Connects the popup; it gets the items at once and after each change, until `close`. */
    connect: (post: (message: FromPage) => void): { receive(message: ToPage): void; close(): void } => ({
      close: reporter.follow(post),
      receive(message) {
        if (message.type === 'code')
          post({ type: 'code', frame: frameId, addresses: loadedAddresses(document) });
        else for (const mark of live) if (mark.id === message.id) show(mark);
      },
    }),
    /** Does what the background asks for; for `card`, whether there was one to open. */
    command(command: PageCommand): boolean {
      if (command.type === 'card') {
        if (pressed?.badge) open(pressed, true);
        return !!pressed?.badge;
      }
      const list = [...live].filter(({ badge }) => badge);
      list.sort((a, b) => 3 - (a.target.compareDocumentPosition(b.target) & 6));
      let active = read(DOCUMENT, 'activeElement', document);
      if (!DOCUMENT.hasFocus.call(document) || active instanceof HTMLIFrameElement) return false;
      while (active && !ofHost.has(active)) active = openRootOf(active)?.activeElement ?? null;
      const at = list.findIndex(({ badge }) => badge?.host === active);
      const next = list.at(at < 0 && command.by < 0 ? -1 : (at + command.by) % list.length);
      if (next) show(next);
      return !!next;
    },
  };
}
