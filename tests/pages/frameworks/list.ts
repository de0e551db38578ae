/** One link of the list that every framework draws, in a list item or directly beside other links. */
export interface Item {
  readonly key: string;
  readonly href: string;
  readonly text: string;
  /** Text that follows the link. */
  readonly note: string;
  /** What the link is in its list item: in the line, a block, or an item of a flex container. */
  readonly shape: 'line' | 'block' | 'row';
}

/** What is drawn: `items` once as links side by side and once as a list, and one link more where `aside` is true. */
export interface State {
  readonly aside: boolean;
  readonly items: readonly Item[];
}

/** A number from 0 up to but without `end`. */
type Random = (end: number) => number;

/** Numbers that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let at = seed;
  return (end) => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), at | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  };
}

const SHAPES = ['line', 'block', 'row'] as const;

/** Two of three lead to TikTok. */
const address = (random: Random): string =>
  random(3) > 0
    ? `https://www.tiktok.com/@demo.${random(1000)}/video/7${String(random(1e9)).padStart(18, '0')}`
    : `https://example.org/${random(1000)}`;

const newItem = (random: Random): Item => ({
  key: `k${random(1e9)}`,
  href: address(random),
  text: `link ${random(1000)}`,
  note: ` note ${random(1000)}`,
  shape: SHAPES[random(3)] ?? 'line',
});

const newItems = (random: Random, count: number): Item[] =>
  Array.from({ length: count }, () => newItem(random));

/** The state that a page starts with. */
export const firstState = (random: Random, count = 12): State => ({
  aside: true,
  items: newItems(random, count),
});

function shuffled(items: readonly Item[], random: Random): Item[] {
  const rest = [...items];
  return items.flatMap(() => rest.splice(random(rest.length), 1));
}

/** The items with the one at `at` replaced by what `change` makes of it. */
const changed = (items: readonly Item[], at: number, change: (item: Item) => Partial<Item>): Item[] =>
  items.map((item, i) => (i === at ? { ...item, ...change(item) } : item));

type Step = (state: State, random: Random, at: number) => Partial<State>;

/** What can happen to a state; `at` is the number of a random item. */
const STEPS: readonly Step[] = [
  ({ items }, random) => ({ items: shuffled(items, random) }),
  ({ items }) => ({ items: items.toReversed() }),
  ({ items }) => ({ items: [...items.slice(-1), ...items.slice(0, -1)] }),
  ({ items }, random, at) => ({ items: items.toSpliced(at, 0, newItem(random)) }),
  ({ items }, random, at) => ({ items: items.toSpliced(at, items.length > 6 ? 2 : 0, newItem(random)) }),
  ({ items }, random, at) => ({ items: changed(items, at, () => ({ href: address(random) })) }),
  ({ items }, random, at) => ({ items: changed(items, at, () => ({ text: `link ${random(1000)}` })) }),
  ({ items }, random, at) => ({ items: changed(items, at, () => ({ note: ` note ${random(1000)}` })) }),
  ({ items }, random, at) => ({ items: changed(items, at, () => ({ key: `k${random(1e9)}` })) }),
  ({ aside }) => ({ aside: !aside }),
  (_state, random) => ({ items: newItems(random, 8 + random(6)) }),
];

/** The state after one random step. */
export function nextState(state: State, random: Random): State {
  const step = STEPS[random(STEPS.length)];
  return { ...state, ...step?.(state, random, random(state.items.length)) };
}

export const ASIDE = 'https://vm.tiktok.com/ZMexample/';

const linkHtml = ({ href, text }: Pick<Item, 'href' | 'text'>, mark: string, within: boolean): string => {
  const here = href.includes('tiktok.com') ? mark : '';
  return within ? `<a href="${href}">${text}${here}</a>` : `<a href="${href}">${text}</a>${here}`;
};

/**
 * The HTML that each framework draws for a state.
 *
 * @param mark what to write at each place where a badge belongs: in a link that is a block or the item of a flex
 *   container, after each other one
 */
export function htmlOf({ aside, items }: State, mark = ''): string {
  const row = items.map((item) => linkHtml(item, mark, true)).join('');
  const more = aside ? `<p>Also ${linkHtml({ href: ASIDE, text: 'this' }, mark, false)} one.</p>` : '';
  const list = items.map(
    (item) =>
      `<li class="${item.shape}">${linkHtml(item, mark, item.shape !== 'line')}<span>${item.note}</span></li>`,
  );
  const heading = `<h2>${items.length} links</h2>`;
  return `<section>${heading}<nav>${row}</nav>${more}<ul>${list.join('')}</ul>The end.</section>`;
}
