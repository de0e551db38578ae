import { BADGE_TAG } from './badge-tag.ts';
import { type Place, styleOf, swapped } from './place.ts';

/*
 * A page may style by siblings (`a + a`, `:last-child`), by being empty or by what it holds (`:has`), so that one more
 * node changes how something looks. No script can read all style rules of a page. So the first badge in each kind of
 * situation is tried: where anything around it looks different with the badge, badges go to the other place there.
 */

type Look = keyof CSSStyleDeclaration;
/** What such rules usually change, as computed values. */
const LOOKS =
  'display visibility opacity color backgroundColor fontWeight fontStyle textTransform padding borderWidth'.split(
    ' ',
  ) as Look[];
/** Besides, for badges in a line: elsewhere an automatic margin follows the room that the badge takes. */
const IN_LINE = ['marginInlineStart', 'marginInlineEnd'] as Look[];
/** More kinds of situation than a page has. */
const MANY = 500;

const kindOf = (element: Element | null): string | null =>
  element && `${element.localName}.${element.className}`;

/** Reads how elements look, as often as it is called. */
function looksOf(elements: readonly Element[], names: readonly Look[]): () => string {
  const styles = elements.map((each) => styleOf(each));
  const made = elements.flatMap((each) => ['::before', '::after'].map((name) => styleOf(each, name)));
  return () =>
    [
      ...styles.flatMap((style) => names.map((name) => style[name])),
      ...made.map(({ content }) => content),
    ].join();
}

/** Remembers which situations bear a badge at their first place, and which do not. */
export function createDisturbance() {
  /** By situation, whether badges go to the other place; null while the first one is tried. */
  const known = new Map<string, boolean | null>();

  /**
   * Looks at a place before a badge is put there; all looking comes before all writing.
   *
   * @param fresh there is no badge yet
   * @returns the place; where the situation is new, `tried`, to be called once the badge is there and before the browser
   * draws; and where that may say something for this badge, `better`, which then answers with the place to put it
   * instead, or with null
   */
  return (
    place: Place,
    fresh: boolean,
  ): { place: Place; tried?: () => void; better?: () => Place | null } => {
    const { anchor, spot, within } = place;
    const { parentElement: parent } = anchor;
    const other = swapped(place);
    if (!other) return { place };
    let { nextElementSibling: next, lastElementChild: last } = anchor;
    if (next?.localName === BADGE_TAG) next = next.nextElementSibling;
    if (last?.localName === BADGE_TAG) last = last.previousElementSibling;
    const previous = anchor.previousElementSibling?.localName;
    const situation = [spot, previous, ...[parent, anchor, next, last].map(kindOf)].join();
    const before = known.get(situation);
    if (before) return { place: other };
    if (before === false || !fresh || known.size > MANY) return { place };
    const better = () => (known.get(situation) ? other : null);
    if (before === null) return { place, better };
    known.set(situation, null);
    const names = spot === 'after' ? [...LOOKS, ...IN_LINE] : LOOKS;
    const read = looksOf(
      [parent, anchor, within ? last : next].filter((each) => !!each),
      names,
    );
    const looks = read();
    return { place, better, tried: () => void known.set(situation, read() !== looks) };
  };
}
