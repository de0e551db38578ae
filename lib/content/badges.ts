import type { BadgeMaker } from './badge.ts';
import { createDisturbance } from './disturbance.ts';
import type { DrawingRules } from './drawing-rules.ts';
import type { FarBadges } from './far-badges.ts';
import type { FrameLoop } from './frame-loop.ts';
import type { Mark } from './mark.ts';
import type { Marks } from './marks.ts';
import { now } from './now.ts';
import { isAt, type Place, placeOf, put } from './place.ts';
import { isTooOften, mayRepair, newRepairs } from './repair.ts';

/** Milliseconds of choosing places in one frame; putting badges there takes about as long again. */
const BUDGET = 8;
/** From this many badges on, the others are drawn when their links come near the view, so that the longest list stays quick. */
const MANY = 150;
/** Milliseconds until a badge is drawn after all that was taken away or led elsewhere too often. */
const PAUSE = 1000;

export interface BadgesOptions {
  readonly document: Document;
  readonly marks: Marks;
  readonly loop: FrameLoop;
  readonly rules: DrawingRules;
  readonly far: FarBadges;
  readonly maker: BadgeMaker;
  /** Closes what is open at a mark. */
  readonly shut: (mark: Mark) => void;
  /** Listens to a shadow root that holds badges. */
  readonly listen: (root: ShadowRoot) => void;
  readonly signal: AbortSignal;
}

/** Draws badges beside what is marked, keeps them there, and takes them away again. */
export function createBadges(options: BadgesOptions) {
  const { document, marks, loop, rules, far, maker, shut, listen, signal } = options;
  const { live, due } = marks;
  const lookAt = createDisturbance();
  /** Badges there are. */
  let drawn = 0;
  signal.addEventListener('abort', () => {
    live.forEach(remove);
    live.clear();
  });

  /** Draws what is due, as far as this frame's time goes. */
  function draw(): boolean {
    takeOverChanges();
    if (!rules.snapshot()) return false;
    if (rules.isEditingNew()) for (const mark of live) due.add(mark);
    const end = now() + BUDGET;
    // All reading of style comes before all writing: each change makes a browser work out styles anew.
    const looks: [Mark, ReturnType<typeof lookAt> | null][] = [];
    for (const mark of due) {
      due.delete(mark);
      const isShown = live.has(mark) && rules.shows(mark);
      if (isShown && drawn + looks.length >= MANY && far.putOff(mark)) continue;
      const place = isShown && placeOf(mark);
      looks.push([mark, place ? lookAt(place, !mark.badge) : null]);
      if (now() > end) break;
    }
    // The first of each kind of situation is tried before the others follow it, so that little is worked out in between.
    for (const [mark, look] of looks) if (look?.tried) set(mark, look.place);
    for (const [, look] of looks) look?.tried?.();
    for (const [mark, look] of looks) set(mark, look?.better?.() ?? look?.place);
    return due.size > 0;
  }

  function takeOverChanges(): void {
    for (const [mark, returned] of marks.changed) {
      shut(mark);
      due.add(mark);
      if (!returned) continue;
      mark.returns ??= newRepairs();
      if (isTooOften(mark.returns, now())) putOff(mark);
    }
    marks.changed.clear();
  }

  function set(mark: Mark, place: Place | null | undefined): void {
    if (mark.badge?.spot !== place?.spot) remove(mark);
    if (!place) return;
    mark.place = place;
    if (!mark.badge) drawn++;
    mark.badge ??= maker.make(place.spot);
    marks.setHost(mark.badge.host, mark);
    if (!isAt(mark.badge.host, place)) {
      put(mark.badge.host, place);
      maker.dress(mark.badge);
    }
    const root = place.anchor.getRootNode();
    if (root instanceof ShadowRoot) listen(root);
  }

  function remove(mark: Mark): void {
    shut(mark);
    if (mark.badge) drawn--;
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

  return {
    draw,
    /** Brings badges back to their links, and takes those away whose links are gone or edited. */
    keep(): void {
      for (const mark of live) {
        const { element, badge, place } = mark;
        if (!element.isConnected || element.ownerDocument !== document) {
          marks.drop(mark);
          remove(mark);
        } else if (badge && place && !(place.anchor.isConnected && isAt(badge.host, place))) {
          shut(mark);
          mark.repairs ??= newRepairs();
          const may = mayRepair(mark.repairs, now());
          if (may === 'now') due.add(mark);
          // Beside another link it would say something wrong.
          else remove(mark);
          if (may === 'later') putOff(mark);
        }
      }
    },
  };
}
