import type { Place } from './place.ts';
import { neighbourOf } from './proof.ts';
import { isBadge, styleOf } from './surroundings.ts';
import { bodyOf, ELEMENT, NODE, read, rootElementOf } from './unclobbered.ts';

/*
 * A page may style by siblings (`a + a`, `:last-child`), by being empty or by what it holds (`:has`), so that one more
 * node changes how something looks. No script can read all style rules of a page. So the first badges in each kind
 * of situation are tried, and where anything around them looks different with the badge, no badge stands like that.
 */

type Look = keyof CSSStyleDeclaration;
/** What such rules usually change, as computed values that do not follow from sizes. */
const FROM_AFAR = 'display visibility opacity color backgroundColor backgroundImage'.split(' ') as Look[];
/** The same of what is beside a badge. */
const LOOKS = (
  'display visibility opacity color backgroundColor backgroundImage fontSize fontWeight fontStyle textTransform ' +
  'textDecorationLine padding margin borderWidth borderStyle borderColor borderRadius boxShadow outlineStyle transform order'
).split(' ') as Look[];
/** Siblings before a badge that are looked at, and boxes around it: rules count from the end, and ask for what is within. */
const BEFORE = 4;
const AROUND = 3;
/** How many of a new kind are tried: a rule may ask for one of them alone, such as the first of a list. */
const SAMPLES = 3;
/** More kinds of situation than a page has. */
const MANY = 500;

const kindOf = (element: Element | null): string | null =>
  element && `${read(ELEMENT, 'localName', element)}.${ELEMENT.getAttribute.call(element, 'class')}`;

/** Reads how elements look, as often as it is called. What changes slowly begins to move, and looks as before at first. */
function looksOf({ near, far }: ReturnType<typeof looked>): () => string {
  const all = [...near, ...far];
  const [styles, stylesFar] = [near, far].map((some) => some.map((each) => styleOf(each))) as [
    CSSStyleDeclaration[],
    CSSStyleDeclaration[],
  ];
  const made = all.flatMap((each) => ['::before', '::after'].map((name) => styleOf(each, name)));
  return () =>
    [
      ...styles.flatMap((style) => LOOKS.map((name) => style[name])),
      ...stylesFar.flatMap((style) => FROM_AFAR.map((name) => style[name])),
      ...made.map(({ content }) => content),
      ...all.map((each) => ELEMENT.getAnimations.call(each).length),
    ].join();
}

/** The element of the page that a badge at a place of an anchor would stand beside. */
function besideBadge(anchor: Element, at: Place['at']): Element | null {
  if (at === 'after') return neighbourOf(anchor, 'nextElementSibling');
  const edge = read(ELEMENT, at === 'last' ? 'lastElementChild' : 'firstElementChild', anchor);
  if (!edge || !isBadge(edge)) return edge;
  return neighbourOf(edge, at === 'last' ? 'previousElementSibling' : 'nextElementSibling');
}

/** The elements by which a kind of situation is known. */
function around({ anchor, at }: Place): (Element | null)[] {
  return [read(NODE, 'parentElement', anchor), anchor, besideBadge(anchor, at)];
}

/** As many elements as there are, in the direction of a step. */
function walk(from: Element, step: (at: Element) => Element | null, most: number): Element[] {
  const found: Element[] = [];
  for (let at = step(from); at && found.length < most; at = step(at)) found.push(at);
  return found;
}

/** The elements whose looks may follow from a node more at a place. */
function looked(place: Place): { near: Element[]; far: Element[] } {
  const before = walk(place.anchor, (at) => neighbourOf(at, 'previousElementSibling'), BEFORE);
  const boxes = walk(place.anchor, (at) => read(NODE, 'parentElement', at), AROUND);
  const near = new Set([...around(place), ...before]);
  const far = new Set([...boxes, rootElementOf(place.anchor), bodyOf(place.anchor)]);
  const isThere = (each: Element | null) => each !== null;
  return { near: [...near].filter(isThere), far: [...far].filter(isThere).filter((each) => !near.has(each)) };
}

/** Remembers which kinds of situation bear a badge, and which do not. */
export function createStyleProbe() {
  const known = new Map<string, boolean>();

  return {
    /** The kind of situation of a place: elements of the same names and classes in the same order. */
    situationOf: (place: Place): string =>
      [
        place.spot,
        place.at,
        kindOf(neighbourOf(place.anchor, 'previousElementSibling')),
        ...around(place).map(kindOf),
      ].join(),
    /** Whether it bears a badge; undefined where that is not known. */
    bears: (situation: string): boolean | undefined => known.get(situation),
    /**
     * Looks at what is new among the situations of trials before their badges come, as often as it takes to know a kind.
     *
     * @returns to be called once the badges are there and before the browser draws: makes known which of the new kinds
     *   bear a badge
     */
    look(trials: Iterable<{ readonly situation: string; readonly place: Place }>): () => void {
      if (known.size > MANY) known.clear();
      const looks = new Map<string, (() => boolean)[]>();
      for (const { situation, place } of trials) {
        const samples = looks.get(situation) ?? [];
        if (known.has(situation) || samples.length >= SAMPLES) continue;
        const readLooks = looksOf(looked(place));
        const before = readLooks();
        samples.push(() => readLooks() === before);
        looks.set(situation, samples);
      }
      return () => {
        for (const [situation, samples] of looks)
          known.set(
            situation,
            samples.every((isSame) => isSame()),
          );
      };
    },
  };
}
