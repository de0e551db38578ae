import { couldBeTikTok } from '../links/could-be-tiktok.ts';
import { BADGE_TAG } from './badge-tag.ts';
import { createSlices, type Task } from './slices.ts';
import { addAll, ELEMENT, isConnected, isElement, NODE, queryAll, read, type Scope } from './unclobbered.ts';

/*
 * What no native selector finds: odd spellings of an address, rare embeds, and shadow roots. They need a look at each
 * element, so this runs in slices while the browser is idle.
 */

/** A root may be attached to an element long after it came: milliseconds between looks at it, and how many. */
const PAUSE = 1000;
const LOOKS = 4;
/** From this look on, only those likely to get one are looked at. */
const EARLY = 2;
/** More scopes than this are not worth keeping apart: the documents and roots that they lie in are searched instead. */
const MANY = 300;
/** In a part of at most so many elements, each that could carry a root is asked. */
const FEW = 600;
/** Elements of small parts that are looked at as one: a page may bring many parts of a few elements. */
const TOGETHER = 128;

/** Names of built-in elements that can carry a shadow root (DOM standard, valid shadow host name). */
const BUILT_IN = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);
// A test, which takes the name of a form for text whatever the page has put in its place.
const hasDash = ({ localName }: Element): boolean => /-/.test(localName) && localName !== BADGE_TAG;

/** Elements with content hardly ever get a root late. */
const isLikely = (host: Element): boolean => !host.hasChildNodes() || hasDash(host);

/** How many elements are asked for their names, and how far apart: no measure in which a page would repeat itself. */
const SAMPLE = 99;
const STRIDE = 7919;

/** Links, but for those to a path of the page's own host, which are half of all, and to a place in the page. */
const OWN_PATHS = ['/', '\\5c', '\\9', '\\a', '\\d'].map((c) => `[href^="/${c}"]`);
/** Browsers leave out line ends and tabs, and turn backslashes: these lead to another host after all. */
const LINKS = `a:not([href^="#"],[href^="/"]:not(${OWN_PATHS}))`;

export interface SweepOptions {
  /** The root of an element, open or closed; null where it has none. */
  readonly shadowRootOf: (element: Element) => ShadowRoot | null;
  /** Looks at one link, or at a rare embed. */
  readonly onElement: (element: Element) => void;
  /** Names of elements that are looked at besides `a`. */
  readonly names: readonly string[];
  /** Selectors of others. */
  readonly selectors: readonly string[];
  readonly onRoot: (root: ShadowRoot) => void;
  readonly signal: AbortSignal;
}

export function createSweep({ shadowRootOf, onElement, names, selectors, onRoot, signal }: SweepOptions) {
  const rare = selectors.join();
  const queue = new Set<Scope>();
  let most = MANY;
  /** What is watched already. Held weakly, as all that a page throws away. */
  const known = new WeakSet<Document | ShadowRoot>();
  /** Elements that may get a root yet, and how often they were asked. */
  const recent = new Map<Element[], number>();
  let base = { url: '', isTikTok: false };
  let due = false;
  let isWaiting = false;
  const schedule = createSlices(sweep, () => queue.size > 0, lookLater, signal);

  function adopt(host: Element, root: ShadowRoot | null): void {
    if (root && !known.has(root) && isConnected(host)) onRoot(root);
  }
  const ask = (host: Element): void => adopt(host, shadowRootOf(host));
  /** Asking for closed roots takes long. */
  const askAgain = (host: Element): void =>
    adopt(host, host.shadowRoot ?? (isLikely(host) ? shadowRootOf(host) : null));

  /**
   * Elements of a large scope that have a dash in their name or one of those looked for. No selector asks for a dash;
   * but a browser quickly leaves out all elements of a few names, most of all if the most frequent come first. A sample
   * meets them in about that order.
   */
  function named(scope: Scope, all: NodeListOf<Element>): NodeListOf<Element> {
    const found = new Set(['a']);
    for (let i = 0; i < SAMPLE; i++) found.add(all[(i * STRIDE) % all.length]?.localName ?? '');
    const plain = [...found].filter((name) => /^\w+$/.test(name) && !names.includes(name));
    return queryAll(scope, `:not(${plain})`);
  }

  /** Whether relative URLs could be TikTok's; asked for each part of a page, which seldom changes its address. */
  function isBaseTikTok(): boolean {
    const url = read(NODE, 'baseURI', document);
    if (base.url !== url) base = { url, isTikTok: couldBeTikTok(url) };
    return base.isTikTok;
  }

  function* sweep(): Generator<Task> {
    const isTikTok = isBaseTikTok();
    const hosts: Element[] = [];
    const readLink = (link: Element): void => {
      const href = link.getAttribute('href');
      if (href === null || couldBeTikTok(href, isTikTok)) onElement(link);
    };
    const keepBuiltIn = (element: Element): void => {
      if (BUILT_IN.has(element.localName)) hosts.push(element);
    };
    const readNamed = (element: Element): void => {
      if (names.includes(element.localName)) onElement(element);
      if (hasDash(element)) hosts.push(element);
    };
    const readAny = (element: Element): void => {
      if (element.localName === 'a') readLink(element);
      keepBuiltIn(element);
      readNamed(element);
    };
    let few: Element[] = [];
    for (const scope of queue) {
      queue.delete(scope);
      if (!isConnected(scope)) continue;
      if (isElement(scope)) {
        few.push(scope);
        if (ELEMENT.matches.call(scope, rare)) yield [[scope], onElement];
      }
      const all = queryAll(scope, '*');
      /*
       * A built-in element with a root usually holds nothing else. One with content is told only by asking, which takes
       * longer than all the rest; so those are asked in small pages and parts only.
       */
      if (all.length < FEW) {
        addAll(all, few);
        const found = queryAll(scope, rare);
        if (found.length > 0) yield [found, onElement];
        if (few.length >= TOGETHER) {
          yield [few, readAny];
          few = [];
        }
      } else {
        yield [queryAll(scope, ':empty'), keepBuiltIn];
        yield [queryAll(scope, isTikTok ? 'a' : LINKS), readLink];
        // One by one, as a browser takes several times as long for a list.
        for (const selector of selectors) yield [queryAll(scope, selector), onElement];
        yield [named(scope, all), readNamed];
      }
    }
    yield [few, readAny];
    for (const [part, looks] of due ? [...recent] : []) {
      recent.delete(part);
      if (looks > LOOKS) continue;
      // What the page has thrown away meanwhile is not kept.
      const kept: Element[] = [];
      const askAndKeep = (host: Element): void => {
        askAgain(host);
        if (host.isConnected && (looks < EARLY || isLikely(host))) kept.push(host);
      };
      yield [part, askAndKeep];
      if (kept.length > 0) recent.set(kept, looks + 1);
    }
    due = false;
    if (hosts.length > 0) recent.set(hosts, 1);
    yield [hosts, ask];
  }

  function lookLater(): void {
    if (isWaiting || recent.size === 0) return;
    isWaiting = true;
    setTimeout(lookAgain, PAUSE);
  }

  function lookAgain(): void {
    isWaiting = false;
    due = true;
    schedule();
  }

  /** Looks through a part of the page when there is time. */
  function add(scope: Scope): void {
    if (queue.size > most) {
      const around = new Set(
        [...queue].filter(isConnected).map((each) => NODE.getRootNode.call(each) as Scope),
      );
      queue.clear();
      for (const root of around) queue.add(root);
      // Many roots stay many; looking at all of them again for each that comes would take long.
      most = Math.max(MANY, 2 * queue.size);
    }
    queue.add(scope);
    schedule();
  }

  return {
    add,
    /** A document or root that is watched from now on. */
    root(root: Document | ShadowRoot): void {
      known.add(root);
      add(root);
    },
  };
}
