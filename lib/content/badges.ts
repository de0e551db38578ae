import type { BadgeMaker } from './badge.ts';
import { type BadgeNames, hasFocus } from './badge-names.ts';
import { createChanges } from './changes.ts';
import type { DrawingRules } from './drawing-rules.ts';
import { createEchoes } from './echoes.ts';
import type { FrameLoop } from './frame-loop.ts';
import { createTakeovers } from './late-takeover.ts';
import type { Mark } from './mark.ts';
import type { Marks } from './marks.ts';
import type { Nearness } from './nearness.ts';
import { now } from './now.ts';
import { isAt, put } from './place.ts';
import { createPlacing } from './placing.ts';
import { neighbourOf } from './proof.ts';
import { isTooOften, mayRepair, newRepairs, REFUSALS } from './repair.ts';
import { isEditable } from './surroundings.ts';
import { NODE } from './unclobbered.ts';
import { createViewCheck } from './view-check.ts';
import type { Batch } from './watch.ts';

/** Milliseconds of placing badges in one frame; and how many at once, however long that takes. */
const BUDGET = 8;
const TOGETHER = 60;
/** Milliseconds until a badge is drawn after all that was taken away or led elsewhere too often. */
const PAUSE = 1000;

export interface BadgesOptions {
  readonly document: Document;
  readonly shadowRootOf: (element: Element) => ShadowRoot | null;
  readonly marks: Marks;
  readonly loop: FrameLoop;
  readonly rules: DrawingRules;
  readonly nearness: Nearness;
  readonly maker: BadgeMaker;
  readonly names: BadgeNames;
  /** Whether a card or question is open at a mark. */
  readonly isOpen: (mark: Mark) => boolean;
  /** Closes what is open at a mark. */
  readonly shut: (mark: Mark) => void;
  /** Listens to a shadow root that holds badges. */
  readonly listen: (root: ShadowRoot) => void;
  readonly signal: AbortSignal;
}

/** Whether the anchor of a badge still belongs to its link. */
const isStillBeside = ({ element, place }: Mark): boolean =>
  !!place?.anchor.isConnected && (place.anchor.contains(element) || element.contains(place.anchor));

/** Whether a badge is where it was put. */
const isPlaced = ({ badge, place }: Mark): boolean =>
  !!badge && !!place?.anchor.isConnected && isAt(badge.host, place);

/** Steps in which a page takes a part down, from its leaves up. */
const STEPS = 20;

/** What is still on the page of where a link was that the page has taken away. */
function partOf(link: Element, takenFrom: Batch['takenFrom']): Node | undefined {
  const topOf = (node: Node): Node => NODE.getRootNode.call(node, { composed: true });
  let from = takenFrom(topOf(link));
  for (let i = 0; from && !from.isConnected && i < STEPS; i++) from = takenFrom(topOf(from));
  return from;
}

/** What the page has after a link. */
const nextOf = (link: Element): Element | null => neighbourOf(link, 'nextElementSibling');

/** Draws badges at what is marked, keeps them there, and takes them away again. */
export function createBadges(options: BadgesOptions) {
  const { document, marks, loop, rules, nearness, maker, names, isOpen, shut, listen, signal } = options;
  const { live, due } = marks;
  const placing = createPlacing(options);
  const takeovers = createTakeovers(document, marks, loop, signal);
  const changes = createChanges(marks, loop, signal);
  const echoes = createEchoes(drawHeld, signal);
  const held = new Set<Mark>();
  const view = createViewCheck(marks, placing, loop, signal);
  signal.addEventListener('abort', () => {
    for (const mark of live) remove(mark);
    live.clear();
  });

  /** Draws what is due, as far as this frame's time goes. */
  function draw(): boolean {
    takeOverChanges();
    if (!rules.snapshot()) return false;
    if (rules.isEditingNew()) for (const mark of live) due.add(mark);
    const until = now() + BUDGET;
    do drawSome();
    while (due.size > 0 && now() < until);
    return due.size > 0;
  }

  function drawSome(): void {
    const ready: Mark[] = [];
    for (const mark of due) {
      due.delete(mark);
      if (!(live.has(mark) && rules.draws(mark))) remove(mark);
      else if (!(mark.badge || nearness.isNear(mark))) wait(mark);
      else if (rules.isKindOff(mark)) remove(mark);
      // What a person reads stays where it is.
      else if (isOpen(mark) && isPlaced(mark) && !isEditable(mark.element)) continue;
      else if (echoes.holds(mark)) {
        remove(mark, true);
        held.add(mark);
      } else if ((mark.badge || !takeovers.waits(mark)) && ready.push(mark) >= TOGETHER) break;
    }
    if (ready.length === 0) return;
    for (const mark of ready) {
      shut(mark);
      changes.forget(mark);
      // One that a person asked for comes before its link is told of as near.
      nearness.forget(mark);
    }
    const focused = ready.find(({ badge }) => badge && hasFocus(badge.host));
    placing.place(ready);
    const drawnAt = now();
    for (const mark of ready) mark.drawnAt = drawnAt;
    ready.forEach(finish);
    if (!focused?.badge) return;
    // What is put elsewhere loses the focus, and with it the person's place on the page.
    names.lend(focused);
    focused.badge.host.focus({ preventScroll: true });
  }

  /** Puts a mark off until its link comes near the view, or shows something there. */
  function wait(mark: Mark): void {
    if (nearness.isEmpty(mark)) changes.follow(mark);
    else nearness.wait(mark);
  }

  /** Sees to a badge that has just been placed, or found no place. */
  function finish(mark: Mark): void {
    const { badge, place } = mark;
    mark.next = nextOf(mark.element);
    if (!badge || !place) {
      // What the page changes around it may make room.
      changes.follow(mark);
      return;
    }
    marks.setHost(badge.host, mark);
    names.give(mark);
    view.watch(mark);
    changes.follow(mark);
    const root = place.anchor.getRootNode();
    if (root instanceof ShadowRoot) listen(root);
  }

  function takeOverChanges(): void {
    for (const [mark, returned] of marks.changed) {
      shut(mark);
      // Another URL moves nothing: a page may write URLs as often as it likes.
      if (isPlaced(mark) && rules.shows(mark)) names.give(mark);
      else due.add(mark);
      if (!returned) continue;
      mark.returns ??= newRepairs();
      if (isTooOften(mark.returns, now())) putOff(mark);
    }
    marks.changed.clear();
  }

  /** Draws what was held back. */
  function drawHeld(): void {
    for (const mark of held) if (live.has(mark)) due.add(mark);
    held.clear();
    loop.run();
  }

  function remove(mark: Mark, isUnplaced = false): void {
    mark.isUnplaced = isUnplaced;
    held.delete(mark);
    shut(mark);
    nearness.forget(mark);
    changes.forget(mark);
    view.forget(mark);
    mark.badge?.host.remove();
    mark.badge = mark.place = undefined;
  }

  function putOff(mark: Mark): void {
    due.delete(mark);
    mark.waits ??= setTimeout(() => {
      mark.waits = undefined;
      if (!live.has(mark)) return;
      due.add(mark);
      loop.run();
    }, PAUSE);
  }

  /** Puts a badge back that is no longer at its link, unless the page has said no. */
  function bringBack(mark: Mark, wasTakenAlone: boolean): void {
    const { badge, place } = mark;
    if (!badge || !place) return;
    shut(mark);
    if (wasTakenAlone) mark.refusals = (mark.refusals ?? 0) + 1;
    if ((mark.refusals ?? 0) >= REFUSALS) {
      remove(mark, true);
      return;
    }
    mark.repairs ??= newRepairs();
    const may = mayRepair(mark.repairs, now(), wasTakenAlone);
    // Beside another link it would say something wrong.
    if (may !== 'now') remove(mark, may === 'never');
    else if (isStillBeside(mark)) put(badge.host, place);
    else {
      remove(mark);
      due.add(mark);
    }
    if (may === 'later') putOff(mark);
    else if (mark.badge) maker.dress(mark.badge);
  }

  return {
    draw,
    /** Looks at badges again, as a person uses the page. */
    review: view.review,
    /**
     * Brings badges back to their links, and takes those away whose links are gone.
     *
     * @param taken what the page took away
     */
    keep({ wasTakenAlone, takenFrom }: Pick<Batch, 'wasTakenAlone' | 'takenFrom'>): void {
      /** Parts that marked links went from, and how old the badges were that went with them. */
      const drawnAnew = new Map<Node, number | null>();
      const at = now();
      for (const mark of live) {
        const { element, badge } = mark;
        if (!element.isConnected || element.ownerDocument !== document) {
          const part = partOf(element, takenFrom);
          const age = badge ? at - (mark.drawnAt ?? 0) : null;
          if (part) drawnAnew.set(part, age ?? drawnAnew.get(part) ?? null);
          marks.drop(mark);
          remove(mark);
        } else if (badge && !isPlaced(mark)) {
          bringBack(mark, wasTakenAlone(badge.host));
        } else if (badge ? nextOf(element) !== mark.next : nearness.isEmpty(mark)) {
          // It may lie over what stands there now; or something may have come into the link.
          changes.stir(mark);
        }
      }
      for (const [part, age] of drawnAnew) echoes.note(part, age);
    },
  };
}
