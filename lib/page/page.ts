import type { Translate } from '../i18n.ts';
import type { Snapshot } from '../snapshot.ts';
import { BADGE_TAG, type BadgeMaker, createBadgeMaker } from './badge.ts';
import { createCard } from './card.ts';
import { CANDIDATES, couldBe, findIn, WATCHED_ATTRIBUTES } from './find.ts';
import { createItemList } from './items.ts';
import type { Mark } from './mark.ts';
import { loadedAddresses } from './page-code.ts';
import { isAt, isEditable, type Place, placeOfEmbed, placeOfLink, put } from './place.ts';
import { createPointing } from './pointing.ts';
import type { FromFrame, FromPage, PageCommand, ToPage } from './protocol.ts';
import { mayRepair } from './repair.ts';
import { show } from './show.ts';
import { type Sites, wanted } from './sites.ts';
import { createSummary } from './summary.ts';
import { createSweep } from './sweep.ts';
import { isConnected, read, type Scope } from './unclobbered.ts';
import { type Batch, createWatch, matching } from './watch.ts';

/** What the page's part of the extension needs of the browser. */
export interface PageOptions {
  readonly document: Document;
  readonly t: Translate;
  /** BCP 47 tag and direction of the texts. */
  readonly locale: string;
  readonly direction: string;
  readonly sites: Sites;
  /** The stored snapshot; asked for once, after the first hit. Null where there is none of this format. */
  readonly readSnapshot: () => Promise<Snapshot | null>;
  /** Calls back with each later snapshot; called once, after the first hit. */
  readonly onSnapshot: (listener: (snapshot: Snapshot | null) => void) => void;
  readonly send: (message: FromFrame) => void;
  readonly openRootOf: (element: Element) => ShadowRoot | null;
  /** False once the extension has been disabled, removed or updated under this script. */
  readonly isAlive: () => boolean;
  readonly stop: () => void;
  readonly signal: AbortSignal;
}

/** Milliseconds of drawing in one frame; the rest follows in the next. */
const BUDGET = 8;
/** Badges that are placed together: all reading of style comes before all writing. */
const TOGETHER = 100;

/**
 * Marks the links and embeds of a document to TikTok, and keeps them marked until the signal. A document without any
 * is searched and watched, and nothing else: no node, no attribute, no style, no message.
 */
export function startPage(options: PageOptions) {
  const { document, t, send, signal } = options;
  const marks = new WeakMap<Element, Mark>();
  /** In the order found. */
  const live = new Set<Mark>();
  const ofHost = new WeakMap<EventTarget, Mark>();
  let queue = new Set<Mark>();
  let snapshot: Snapshot | null = null;
  let asked = false;
  let frame = 0;
  let badges: BadgeMaker | undefined;
  const frameId = Math.random().toString(36).slice(2, 10);
  let serial = 0;

  const summary = createSummary(
    () => count(),
    (counts) => send({ type: 'summary', ...counts }),
    signal,
  );
  const items = createItemList(frameId, live, (mark) => mark.badge !== null);
  const watch = createWatch(WATCHED_ATTRIBUTES, onBatch, signal);
  const sweep = createSweep({
    openRootOf: options.openRootOf,
    isCandidate: couldBe,
    onLink: (link) => take(link),
    onRoot: (root) => adopt(root),
    signal,
  });
  const card = createCard({ ...options, snapshot: () => snapshot as Snapshot });
  const pointing = createPointing((host) => ofHost.get(host), card, signal);
  const listening = new WeakSet<EventTarget>();

  function count() {
    let links = 0;
    let embeds = 0;
    if (snapshot && wanted(snapshot, options.sites))
      for (const mark of live)
        if (isKindOn(mark)) {
          if (mark.embed) embeds++;
          else links++;
        }
    return { links, embeds };
  }

  const isKindOn = ({ recognition: { kind } }: Mark): boolean => !!kind && !snapshot?.kindsOff.includes(kind);

  // ---- finding

  function scan(scope: Scope): void {
    for (const element of matching(scope, CANDIDATES)) take(element);
  }

  /** Reads one element, and marks it, marks it anew or unmarks it. */
  function take(element: Element): void {
    if (element.localName === BADGE_TAG) {
      // A copy that the page made of a badge, or what another instance of this script left behind.
      if (!ofHost.has(element)) element.remove();
      return;
    }
    const before = marks.get(element);
    const found = findIn(element);
    if (before && found && before.written === found.written && before.embed === found.embed) {
      if (live.has(before)) return;
      live.add(before);
      queue.add(before);
    } else {
      if (before) drop(before);
      if (!found) return;
      const mark: Mark = { ...found, id: `${frameId}.${serial++}`, badge: null, place: null, repairs: null };
      marks.set(element, mark);
      live.add(mark);
      queue.add(mark);
    }
    changed();
  }

  function adopt(root: Document | ShadowRoot): void {
    watch.observe(root);
    scan(root);
    sweep.root(root);
    draw();
  }

  function drop(mark: Mark): void {
    undraw(mark);
    live.delete(mark);
    queue.delete(mark);
    changed();
  }

  function changed(): void {
    if (!asked) {
      asked = true;
      options.onSnapshot(apply);
      void options.readSnapshot().then((stored) => snapshot ?? apply(stored));
    }
    summary.changed();
    items.changed();
  }

  function onBatch({ added, changed: attributes, removed }: Batch): void {
    if (live.size > 0 && !options.isAlive()) return options.stop();
    for (const element of attributes) {
      if (element.hasAttribute('contenteditable') || element.localName === 'body') checkEditable();
      if (marks.has(element) || Element.prototype.matches.call(element, CANDIDATES)) take(element);
      else if (element.localName === 'a' && couldBe(element.getAttribute('href') ?? '')) take(element);
    }
    for (const scope of added) {
      scan(scope);
      sweep.add(scope);
    }
    if (live.size > 0 && (removed || added.length > 0)) repair();
    draw();
  }

  // ---- drawing

  function apply(next: Snapshot | null): void {
    if (signal.aborted) return;
    snapshot = next;
    card.close();
    if (!next || !wanted(next, options.sites)) {
      for (const mark of live) undraw(mark);
    } else {
      if (!badges) {
        badges = createBadgeMaker(document, (word) => t('badge_name', word));
        listen(window);
      }
      badges.restyle(next);
      for (const mark of live)
        if (!isKindOn(mark)) undraw(mark);
        else if (mark.badge) badges.renew(mark.badge);
        else queue.add(mark);
    }
    watch.forget();
    summary.changed();
    items.changed();
    draw();
  }

  function listen(target: EventTarget): void {
    if (listening.has(target)) return;
    listening.add(target);
    pointing.listen(target);
  }

  /** Draws what is queued, as far as this frame's time goes. */
  function draw(): void {
    if (queue.size === 0 || !badges || !snapshot || !wanted(snapshot, options.sites)) return;
    const end = performance.now() + BUDGET;
    const waiting = [...queue];
    let at = 0;
    while (at < waiting.length && (at === 0 || performance.now() < end)) {
      const together = waiting.slice(at, at + TOGETHER);
      at += TOGETHER;
      const places = together.map((mark) => (isKindOn(mark) && !mark.hidden ? placeOf(mark) : null));
      for (const [i, mark] of together.entries()) set(mark, places[i] ?? null);
    }
    queue = new Set(waiting.slice(at));
    watch.forget();
    if (queue.size > 0 && !frame)
      frame = requestAnimationFrame(() => {
        frame = 0;
        draw();
      });
  }

  const placeOf = ({ target, embed }: Mark): Place | null => {
    if (!target.isConnected || target.ownerDocument !== document) return null;
    return embed ? placeOfEmbed(target) : placeOfLink(target);
  };

  function set(mark: Mark, place: Place | null): void {
    if (!place || !badges) return undraw(mark);
    if (mark.badge && mark.place?.position === place.position) mark.place = place;
    else {
      undraw(mark);
      mark.place = place;
      mark.badge = badges.make(place.position);
      ofHost.set(mark.badge.host, mark);
    }
    if (!isAt(mark.badge.host, place)) put(mark.badge.host, place);
    const root = place.anchor.getRootNode();
    if (root instanceof ShadowRoot) listen(root);
  }

  function undraw(mark: Mark): void {
    if (!mark.badge) return;
    if (card.current() === mark) card.close();
    mark.badge.host.remove();
    mark.badge = null;
    mark.place = null;
  }

  // ---- keeping

  /** Brings badges back to their links, and takes those away whose links are gone. */
  function repair(): void {
    for (const mark of live) {
      if (!mark.target.isConnected || mark.target.ownerDocument !== document) {
        drop(mark);
        continue;
      }
      const { badge, place } = mark;
      if (!badge || !place || (place.anchor.isConnected && isAt(badge.host, place))) continue;
      mark.repairs ??= { since: 0, count: 0, strikes: 0 };
      const may = mayRepair(mark.repairs, performance.now());
      if (may === 'now') queue.add(mark);
      else {
        // Beside another link it would say something wrong.
        badge.host.remove();
        if (may === 'never') undraw(mark);
        else setTimeout(() => signal.aborted || repairLater(), 1000);
      }
    }
    watch.forget();
  }

  function repairLater(): void {
    repair();
    draw();
  }

  function checkEditable(): void {
    for (const mark of live) if (mark.badge && isEditable(mark.target)) undraw(mark);
    watch.forget();
  }

  // ---- life

  const onPageShow = (event: PageTransitionEvent) => {
    if (event.persisted && live.size > 0) {
      summary.again();
      repairLater();
    }
  };

  adopt(document);
  window.addEventListener('pageshow', onPageShow, { signal });
  signal.addEventListener('abort', () => {
    card.close();
    cancelAnimationFrame(frame);
    for (const mark of live) undraw(mark);
    live.clear();
  });

  const inOrder = (): Mark[] =>
    [...live]
      .filter(({ badge }) => badge)
      .sort((a, b) => (a.target.compareDocumentPosition(b.target) & 4 ? -1 : 1));

  const markWithFocus = (list: readonly Mark[]): number => {
    let active = read(Document.prototype, 'activeElement', document);
    for (
      let root = active && options.openRootOf(active);
      root?.activeElement;
      root = options.openRootOf(active)
    ) {
      if (active && ofHost.has(active)) break;
      active = root.activeElement;
    }
    return list.findIndex(({ badge }) => badge?.host === active);
  };

  return {
    /** Connects the popup; it gets the items at once and after each change, until the port closes. */
    connect: (post: (message: FromPage) => void): { receive(message: ToPage): void; close(): void } => {
      const close = items.follow(post);
      return {
        close,
        receive(message) {
          if (message.type === 'code')
            post({ type: 'code', frame: frameId, addresses: loadedAddresses(document) });
          else for (const mark of live) if (mark.id === message.id) show(document, mark);
        },
      };
    },
    command(command: PageCommand): void {
      if (command.type === 'card') return;
      const active = read(Document.prototype, 'activeElement', document);
      if (!document.hasFocus() || active instanceof HTMLIFrameElement) return;
      const list = inOrder();
      const at = markWithFocus(list);
      const next = list.at(at < 0 && command.by < 0 ? -1 : (at + command.by) % list.length);
      if (next && isConnected(next.target)) show(document, next);
    },
  };
}
