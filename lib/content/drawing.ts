import type { BackgroundToContent } from '../messages/background-to-content.ts';
import { marksDecision } from '../settings/site-lists.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type BadgeMaker, createBadgeMaker } from './badge.ts';
import { createCard } from './card.ts';
import { createQuestion } from './confirm-before-open.ts';
import { createDisturbance } from './disturbance.ts';
import { kindOf } from './find.ts';
import { listenTo } from './listen-to.ts';
import type { Mark } from './mark.ts';
import { now } from './now.ts';
import type { PageOptions } from './page-options.ts';
import { isAt, type Place, placeOf, put } from './place.ts';
import { createPointing } from './pointing.ts';
import { isTooOften, mayRepair, newRepairs } from './repair.ts';
import type { Report } from './report.ts';
import { show } from './show.ts';
import { DOCUMENT, read } from './unclobbered.ts';

export interface DrawingOptions extends PageOptions {
  /** Marks of what is in the document, in the order found; kept here. */
  readonly live: Set<Mark>;
  readonly markOf: (node: EventTarget) => Mark | undefined;
  readonly report: Report;
  /** Draws now, and what time does not allow for later. */
  readonly drawAll: () => void;
  /** The same from the next frame on. */
  readonly drawSoon: () => void;
}

/** Milliseconds of choosing places in one frame; putting badges there takes about as long again. */
const BUDGET = 8;
/** From this many badges on, the others are drawn when their links come near the view, so that the longest list stays quick. */
const MANY = 150;
/** How near: about a screen, so that they are there before they are seen. */
const NEAR = '1000px';
/** How many are drawn with the first of them that comes near. */
const TOGETHER = 100;

/** Draws badges at what was found, keeps them there, and opens cards and questions. Set up after the first hit. */
export function createDrawing(options: DrawingOptions) {
  const { document, live, markOf, report, drawAll, drawSoon, signal, openRootOf } = options;
  const ofHost = new WeakMap<EventTarget, Mark>();
  const queue = new Set<Mark>();
  let snapshot: Snapshot | null = null;
  /** Marks are on in this document. */
  let on = false;
  /** Kinds of links that are not marked. */
  let off: readonly (string | null)[] = [];
  /** As last seen; empty where what is edited may have changed otherwise. */
  let designMode = '';
  let maker: BadgeMaker | undefined;
  /** Badges there are. */
  let drawn = 0;
  /** Watches the links of those that wait. */
  let approach: IntersectionObserver | undefined;
  /** Those that wait and were found last. */
  let group: Mark[] = [];
  /** The link last right-clicked. */
  let pressed: Mark | undefined;

  const card = createCard(options);
  const lookAt = createDisturbance();
  const question = createQuestion({ ...options, snapshot: () => snapshot, maker: () => maker });
  const listen = createPointing({
    markOf: (host) => ofHost.get(host),
    card,
    question,
    open,
    prepare,
    signal,
  });

  const isShown = (mark: Mark): boolean =>
    on && designMode !== 'on' && !(off.length > 0 && off.includes(kindOf(mark)));

  function open(mark: Mark, focus: boolean): void {
    if (snapshot && maker) card.open(mark, focus, snapshot, maker);
  }

  function prepare(mark: Mark): void {
    if (snapshot && maker) card.prepare(mark, snapshot, maker);
  }

  function apply(next: Snapshot | null): void {
    if (signal.aborted) return;
    snapshot = next;
    on = !!next && marksDecision(next, options.sites()) === 'drawn';
    card.close();
    question.close();
    if (next && on) {
      off = next.linkKindsOff;
      maker ??= createBadgeMaker(document, options.t);
      maker.restyle(next);
      hear();
    }
    for (const mark of live) {
      if (!mark.badge || !isShown(mark)) queue.add(mark);
    }
    report.changed();
    drawAll();
  }

  // ---- drawing

  function draw(): void {
    if (!snapshot) return;
    const before = designMode;
    designMode = read(DOCUMENT, 'designMode', document);
    if (before !== designMode) for (const mark of live) queue.add(mark);
    const end = now() + BUDGET;
    // All reading of style comes before all writing: each change makes a browser work out styles anew.
    const looks: [Mark, ReturnType<typeof lookAt> | null][] = [];
    for (const mark of queue) {
      queue.delete(mark);
      const shown = isShown(mark) && !mark.hidden;
      if (shown && drawn + looks.length >= MANY && isPutOff(mark)) continue;
      const place = shown && placeOf(mark);
      looks.push([mark, place ? lookAt(place, !mark.badge) : null]);
      if (now() > end) break;
    }
    // The first of each kind of situation is tried before the others follow it, so that little is worked out in between.
    for (const [mark, look] of looks) if (look?.tried) set(mark, look.place);
    for (const [, look] of looks) look?.tried?.();
    for (const [mark, look] of looks) set(mark, look?.better?.() ?? look?.place);
  }

  /** Whether a badge waits until its link comes near. */
  function isPutOff(mark: Mark): boolean {
    if (mark.badge || mark.group?.length === 0) return false;
    if (!mark.group) {
      if (group.length >= TOGETHER) group = [];
      group.push(mark);
      mark.group = group;
    }
    approach ??= new IntersectionObserver(onApproach, { rootMargin: NEAR });
    approach.observe(mark.element);
    return true;
  }

  function onApproach(entries: readonly IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      // What has no box never comes into view.
      if (!entry.isIntersecting && entry.boundingClientRect.width) continue;
      const mark = markOf(entry.target);
      if (mark && live.has(mark)) bring(mark);
    }
    drawAll();
  }

  /** Draws a badge that waited, and those that were found about the same time: each drawing lays out the page anew. */
  function bring({ group: waiting }: Mark): void {
    group = [];
    for (const mark of waiting?.splice(0) ?? []) {
      approach?.unobserve(mark.element);
      if (live.has(mark)) queue.add(mark);
    }
  }

  /** Scrolls to a mark and points it out. */
  function showMark(mark: Mark): void {
    bring(mark);
    drawAll();
    show(mark);
  }

  function set(mark: Mark, place: Place | null | undefined): void {
    if (mark.badge?.spot !== place?.spot) undraw(mark);
    if (!place || !maker) return;
    mark.place = place;
    if (!mark.badge) drawn++;
    mark.badge ??= maker.make(mark, place.spot);
    ofHost.set(mark.badge.host, mark);
    if (!isAt(mark.badge.host, place)) {
      put(mark.badge.host, place);
      maker.dress(mark.badge);
    }
    const root = place.anchor.getRootNode();
    if (root instanceof ShadowRoot) listen(root);
  }

  /** Closes what is open at a mark. */
  function shut(mark: Mark): void {
    if (card.current() === mark) card.close();
    question.close(mark);
  }

  function undraw(mark: Mark): void {
    shut(mark);
    if (mark.badge) drawn--;
    mark.badge?.host.remove();
    mark.badge = mark.place = undefined;
  }

  // ---- keeping

  function drop(mark: Mark): void {
    undraw(mark);
    const { group: waiting } = mark;
    if (waiting?.includes(mark)) {
      approach?.unobserve(mark.element);
      waiting.splice(waiting.indexOf(mark), 1);
      delete mark.group;
    }
    live.delete(mark);
    queue.delete(mark);
    report.changed();
  }

  /** Brings badges back to their links, and takes those away whose links are gone or edited. */
  function keep(): void {
    for (const mark of live) {
      const { element, badge, place } = mark;
      if (!element.isConnected || element.ownerDocument !== document) drop(mark);
      else if (badge && place && !(place.anchor.isConnected && isAt(badge.host, place))) {
        shut(mark);
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
    queue.delete(mark);
    mark.waits ??= setTimeout(() => {
      mark.waits = undefined;
      if (!live.has(mark)) return;
      queue.add(mark);
      drawAll();
    }, 1000);
  }

  // ---- life

  /**
   * Nobody tells a script that its extension is gone, or that its document has gone into design mode; so it looks while
   * the page is used.
   */
  function lookAlive(): void {
    if (!options.isAlive()) options.stop();
    else drawSoon();
  }

  function onMenu(event: Event): void {
    pressed = event.composedPath().map(markOf).find(Boolean);
  }

  function onShow({ persisted }: PageTransitionEvent): void {
    // What was stored while the page lay in the cache did not reach it everywhere.
    if (persisted) void options.readSnapshot().then(apply);
  }

  /** Listens to the window; what listens already is not doubled. */
  function hear(): void {
    listenTo(window, 'pageshow', onShow, signal);
    listenTo(window, 'pagehide', report.leave, signal);
    if (!maker) return;
    listenTo(window, 'pointerover focus keydown visibilitychange', lookAlive, signal);
    listen(window);
    listenTo(window, 'contextmenu', onMenu, signal);
  }

  /** Moves the focus to another badge of the document; false where the focus is elsewhere. */
  function step(by: 1 | -1): boolean {
    const list = [...live].filter(({ badge, group }) => badge || (on && group?.length));
    list.sort((a, b) => 3 - (a.element.compareDocumentPosition(b.element) & 6));
    let active = read(DOCUMENT, 'activeElement', document);
    if (!DOCUMENT.hasFocus.call(document) || active instanceof HTMLIFrameElement) return false;
    while (active && !ofHost.has(active)) active = openRootOf(active)?.activeElement ?? null;
    const at = list.findIndex(({ badge }) => badge?.host === active);
    const next = list.at(at < 0 && by < 0 ? -1 : (at + by) % list.length);
    if (next) showMark(next);
    return !!next;
  }

  function command(command: BackgroundToContent): boolean {
    if (command.type !== 'open-card') return step(command.by);
    if (pressed?.badge) open(pressed, true);
    return !!pressed?.badge;
  }

  signal.addEventListener('abort', () => {
    approach?.disconnect();
    live.forEach(undraw);
    live.clear();
  });
  options.onCommand(command);
  options.onSnapshot(apply);
  void options.readSnapshot().then((stored) => snapshot || apply(stored));
  hear();

  return {
    /** Whether marks are on in this document. */
    isOn: (): boolean => on,
    /** Whether an element is a badge of a mark, and not a copy of one. */
    isBadge: (element: Element): boolean => ofHost.has(element),
    /** Whether there is something to draw and all is there that is needed for it. */
    isDue: (): boolean => !!snapshot && queue.size > 0,
    hear,
    draw,
    show: showMark,
    drop,
    /** Takes over a mark that is new, or leads elsewhere than before. @param known it was marked before */
    add(mark: Mark, known: boolean): void {
      shut(mark);
      queue.add(mark);
      if (known && !live.has(mark)) {
        mark.returns ??= newRepairs();
        if (isTooOften(mark.returns, now())) later(mark);
      }
      live.add(mark);
      report.changed();
    },
    /** The page has changed: nodes were moved, or something became editable or stopped being so. */
    changed(moved: boolean, edited: boolean): void {
      if (moved) keep();
      card.review();
      question.review();
      if (edited) designMode = '';
    },
  };
}

export type Drawing = ReturnType<typeof createDrawing>;
