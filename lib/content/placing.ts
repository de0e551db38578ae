import { SPOT_PROPERTY } from '../snapshot/snapshot.ts';
import { aimedAt } from './aim.ts';
import type { BadgeMaker } from './badge.ts';
import { coverOf, type Ground, groundAround, groundOf, layerAround } from './covering.ts';
import type { Badge, Mark } from './mark.ts';
import { isAt, type Place, placesOf, put } from './place.ts';
import { isAsBefore, type Witness, witness } from './proof.ts';
import { isFree, isInItsLine, isWhole, movesAlong } from './sight.ts';
import { createStyleProbe } from './style-probe.ts';
import { boxOf, parentOf, shownBy, styleOf } from './surroundings.ts';

/** A badge on its way to a place. */
interface Trial {
  readonly mark: Mark;
  readonly badge: Badge;
  readonly link: Element;
  readonly rest: Iterator<Place>;
  readonly place: Place;
  /** The kind of situation that its place is in. */
  readonly situation: string;
  witness: Witness;
}

/** Spots at which a badge always lies over something. */
const OVER = /back|shifted|block|free|raised/;

/** How many badges of a block are tried with room, one after the other: of some links in a line, one may fit. */
const ROUNDS = 6;

/** How many badges of a layer make sure of the ground of all: a browser takes long to tell what lies where in a long list. */
const ENOUGH = 4;

const takesRoom = ({ place }: Trial): boolean => place.spot === 'line';

/**
 * Those that are tried in a round, and those that wait. One that takes room is tried alone in its block, after those that
 * take none: it moves what the others are judged by.
 */
function oneInABlock(trials: readonly Trial[]): [Trial[], Trial[]] {
  const blocks = new Set(trials.filter((trial) => !takesRoom(trial)).map(({ witness: { block } }) => block));
  const now: Trial[] = [];
  const later: Trial[] = [];
  for (const trial of trials) {
    const { block } = trial.witness;
    if (!takesRoom(trial)) now.push(trial);
    else if (blocks.has(block)) later.push(trial);
    else {
      blocks.add(block);
      now.push(trial);
    }
  }
  return [now, later];
}

/** The layer above what style rules make before or after a link. */
const layerAbove = (link: Element): number =>
  1 +
  Math.max(...['::before', '::after'].map((part) => Number.parseInt(styleOf(link, part).zIndex, 10) || 0));

const setOwn = (host: HTMLElement, name: string, value: string): void =>
  host.style.setProperty(SPOT_PROPERTY + name, value, 'important');

export interface PlacingOptions {
  readonly maker: BadgeMaker;
  readonly shadowRootOf: (element: Element) => ShadowRoot | null;
}

/**
 * Finds for each mark the first place at which its badge proves itself. Works in rounds over many marks: all read, all
 * write, all read again, so that the browser lays out the page a few times and not once for each.
 */
export function createPlacing({ maker, shadowRootOf }: PlacingOptions) {
  const probe = createStyleProbe();
  /** How often the ground of badges in a layer of the page was as the elements around them told. */
  const confirmed = new WeakMap<Element, number>();

  /** Takes the next place that is not known to disturb, and takes down how the page is without a badge there. */
  function prepare(trial: Pick<Trial, 'mark' | 'badge' | 'link' | 'rest'>): Trial | null {
    for (let next = trial.rest.next(); !next.done; next = trial.rest.next()) {
      const place = next.value;
      const situation = probe.situationOf(place);
      if (probe.bears(situation) === false) continue;
      return { ...trial, place, situation, witness: witness(place, trial.link) };
    }
    return null;
  }

  /** Whether an element is given to slots: a node beside it would be given to none, or to another. */
  function isSlotted({ parentElement }: Element): boolean {
    try {
      return !!parentElement && !!shadowRootOf(parentElement);
    } catch {
      // No browser gives a root of what is no HTML element.
      return false;
    }
  }

  function begin(mark: Mark, badge: Badge): Trial | null {
    const link = shownBy(mark);
    if (!link) return null;
    try {
      return prepare({ mark, badge, link, rest: placesOf(mark, isSlotted(link)).values() });
    } catch {
      // A page can make the reading of an element fail. That costs its mark, and not those of others.
      return null;
    }
  }

  function write({ badge, place }: Trial): void {
    const { host } = badge;
    badge.spot = place.spot;
    badge.isPlated = OVER.test(place.spot);
    host.removeAttribute('style');
    if (place.isLow) setOwn(host, 'z', `${layerAbove(place.anchor)}`);
    if (!isAt(host, place)) put(host, place);
    maker.dress(badge);
  }

  /** How far the badge is from its aim, in its own pixels. */
  function offset({ badge, link, place }: Trial): { x: number; y: number } | null {
    if (!place.aim) return { x: 0, y: 0 };
    const { host } = badge;
    const box = boxOf(host);
    // A link around a picture that is a block is as wide as its line.
    const aim = aimedAt(place.aim, place.at === 'after' ? place.anchor : link, box.width);
    if (!aim) return null;
    const zoom = box.width / (host.offsetWidth || box.width) || 1;
    return { x: (aim.x - box.left) / zoom, y: (aim.y - box.top) / zoom };
  }

  function move({ badge, place }: Trial, by: { x: number; y: number }): void {
    if (!place.aim) return;
    const isMirrored =
      /block|shifted/.test(place.spot) && styleOf(parentOf(badge.host) ?? badge.host).direction === 'rtl';
    setOwn(badge.host, 'x', `${(isMirrored ? -by.x : by.x).toFixed(2)}px`);
    setOwn(badge.host, 'y', `${by.y.toFixed(2)}px`);
  }

  function isProved(trial: Trial): boolean {
    const { mark, badge, link, place } = trial;
    const { host } = badge;
    const box = boxOf(host);
    // In text that runs from top to bottom, or is turned, it may have been moved elsewhere.
    const off = offset(trial);
    return (
      probe.bears(trial.situation) !== false &&
      !!off &&
      Math.hypot(off.x, off.y) <= box.width / 2 &&
      isAsBefore(trial.witness, place, box) &&
      isWhole(host, box) &&
      isInItsLine(host, box, place) &&
      movesAlong(host, place) &&
      isFree(host, box, link, place) &&
      // What has just come is looked at when it is seen: to tell what lies where, a browser has to get a frame ready.
      !(mark.covered && coverOf(host, link) === 'page')
    );
  }

  return {
    /**
     * Places badges; those that pass nowhere are out of the page afterwards.
     */
    place(marks: readonly Mark[]): void {
      for (const mark of marks) mark.badge?.host.remove();
      let trials: Trial[] = [];
      for (const mark of marks) {
        mark.place = undefined;
        const trial = begin(mark, mark.badge ?? maker.make('line'));
        if (trial) trials.push(trial);
      }
      const tried = new Map<Element, number>();
      while (trials.length > 0) {
        const [now, waiting] = oneInABlock(trials);
        trials = now;
        for (const { witness } of now.filter(takesRoom))
          tried.set(witness.block, (tried.get(witness.block) ?? 0) + 1);
        const lookAgain = probe.look(trials);
        trials.forEach(write);
        const offsets = trials.map(offset);
        trials.forEach((trial, i) => {
          const by = offsets[i];
          if (by) move(trial, by);
        });
        // The way to its aim may have made a scroll bar come or go.
        const rests = trials.map((trial) => (trial.place.aim ? offset(trial) : null));
        trials.forEach((trial, i) => {
          const [by, rest] = [offsets[i], rests[i]];
          if (by && rest && Math.hypot(rest.x, rest.y) > 1)
            move(trial, { x: by.x + rest.x, y: by.y + rest.y });
        });
        lookAgain();
        const proved = trials.map((trial, i) => !!offsets[i] && isProved(trial));
        const failed = trials.filter((_, i) => !proved[i]);
        trials.forEach((trial, i) => {
          if (proved[i]) settle(trial);
          else trial.badge.host.remove();
        });
        const isOver = ({ witness }: Trial) => (tried.get(witness.block) ?? 0) >= ROUNDS;
        const later = waiting.filter((trial) => !isOver(trial));
        for (const trial of later) trial.witness = witness(trial.place, trial.link);
        trials = [...[...failed, ...waiting.filter(isOver)].map(prepare).filter((each) => !!each), ...later];
      }
      for (const mark of marks) {
        mark.isUnplaced = !mark.place;
        if (!mark.place) mark.badge = undefined;
      }
    },
    /** Sees to it that badges in view stand out from what lies behind them. */
    plate,
  };

  function settle({ mark, badge, place }: Trial): void {
    mark.badge = badge;
    mark.place = place;
    stand(badge, groundAround(badge.host));
  }

  function plate(badges: readonly Badge[]): void {
    // All reading comes before all writing, as each change makes a browser lay out the page anew.
    const grounds = badges.map(seenBehind);
    badges.forEach((badge, i) => {
      stand(badge, grounds[i] as Ground);
    });
  }

  /** What lies behind a badge in view. */
  function seenBehind({ host }: Badge): Ground {
    const told = groundAround(host);
    const layer = layerAround(host);
    const times = confirmed.get(layer) ?? 0;
    if (times >= ENOUGH) return told;
    const seen = groundOf(host);
    if (seen.isPlain && told.isPlain && seen.isDark === told.isDark) confirmed.set(layer, times + 1);
    return seen;
  }

  /** Sees to it that a badge stands out from a ground. */
  function stand(badge: Badge, { isPlain, isDark }: Ground): void {
    const isPlated = badge.isPlated || !isPlain;
    if (isPlated === badge.isPlated && isDark === badge.isOnDark) return;
    badge.isPlated = isPlated;
    badge.isOnDark = isDark;
    maker.dress(badge);
  }
}

export type Placing = ReturnType<typeof createPlacing>;
