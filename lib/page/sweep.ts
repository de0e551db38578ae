import { couldBeTikTok } from '../links/selectors.ts';
import { BADGE_TAG } from './badge-tag.ts';
import { now } from './now.ts';
import { isConnected, isElement, NODE, queryAll, read, type Scope } from './unclobbered.ts';

/*
 * What no native selector finds: odd spellings of an address, rare embeds, and shadow roots. They need a look at each
 * element, so this runs in slices while the browser is idle.
 */

/** Milliseconds a slice may take, and elements between two looks at the clock. */
const SLICE = 3;
const STEP = 32;
/** Slices asked for at once: a browser runs one idle callback of a page only once in each of its idle periods. */
const SLICES = 8;
/** A root may be attached to an element long after it came: milliseconds between looks at a new part, and how many. */
const PAUSE = 1000;
const LOOKS = 4;
/** More scopes than this are not worth keeping apart. */
const MANY = 300;
/** In a part of at most so many elements, each that could carry a root is asked. */
const FEW = 600;

/** Names of built-in elements that can carry a shadow root (DOM standard, valid shadow host name). */
const BUILT_IN = /^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;
const isBuiltIn = ({ localName }: Element): boolean => BUILT_IN.test(localName);
// A test, which takes the name of a form for text whatever the page has put in its place.
const hasDash = ({ localName }: Element): boolean => /-/.test(localName) && localName !== BADGE_TAG;

/** How many elements are asked for their names, and how far apart: no measure in which a page would repeat itself. */
const SAMPLE = 99;
const STRIDE = 7919;

/**
 * All elements of a large scope with a dash in their name. No selector asks for that; but a browser quickly leaves out
 * all elements of a few names, most of all if the most frequent come first. A sample meets them in about that order.
 */
function withDash(scope: Scope, all: NodeListOf<Element>): Element[] {
  const names = new Set(['a']);
  for (let i = 0; i < SAMPLE; i++) names.add(all[(i * STRIDE) % all.length]?.localName ?? '');
  const plain = [...names].filter((name) => /^\w+$/.test(name));
  return [...queryAll(scope, `:not(${plain})`)].filter(hasDash);
}

/** Links, but for those to a path of the page's own host, which are half of all, and to a place in the page. */
const LINKS = 'a:not([href^="/"],[href^="#"])';
/** Of those left out, the ones that lead to another host after all: browsers leave out line ends and tabs, and turn backslashes. */
const TO_A_HOST = `a:is(${['/', '\\5c', '\\9', '\\a', '\\d'].map((c) => `[href^="/${c}"]`)})`;

/** Elements, and what is done with each. Lists are worked off in a plain loop, which engines make fast. */
type Task = readonly [ArrayLike<Element>, (element: Element) => void];
const NOTHING: Task = [[], () => {}];

export interface SweepOptions {
  /** The root of an element, open or closed; null where it has none. */
  readonly openRootOf: (element: Element) => ShadowRoot | null;
  /** Looks at one link, or at a rare embed. */
  readonly onElement: (element: Element) => void;
  /** Selectors of what is looked at besides `a`. */
  readonly rare: readonly string[];
  readonly onRoot: (root: ShadowRoot) => void;
  readonly signal: AbortSignal;
}

export function createSweep({ openRootOf, onElement, rare, onRoot, signal }: SweepOptions) {
  /** In a small part one query for all is quicker than one for each. */
  const together = [rare.join()];
  const queue = new Set<Scope>();
  const roots = new Set<Document | ShadowRoot>();
  /** New parts, the elements in them that may carry a root, and how often they were asked. */
  const recent = new Map<Scope, { readonly hosts: readonly Element[]; looks: number }>();
  let work: Iterator<Task> | undefined;
  /** The list at hand, and the place in it. */
  let task = NOTHING;
  let next = 0;
  /** Slices asked for that have not begun. */
  let waiting = 0;
  let due = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));

  function adopt(root: ShadowRoot | null): void {
    if (root && !roots.has(root)) onRoot(root);
  }
  const ask = (host: Element): void => adopt(openRootOf(host));
  /** Asking for closed roots takes long, and elements with content hardly ever get one late. */
  const askAgain = (host: Element): void =>
    host.shadowRoot || (host.firstChild && !hasDash(host)) ? adopt(host.shadowRoot) : ask(host);

  /**
   * Elements that may carry a root. A built-in element with a root usually holds nothing else. One with content is told
   * only by asking, which takes longer than all the rest; so those are asked in small pages and parts only.
   */
  function hostsIn(scope: Scope, all: NodeListOf<Element>, isSmall: boolean): Element[] {
    const hosts: Element[] = [];
    const keep = (element: Element | undefined): void => {
      if (element && (isBuiltIn(element) || hasDash(element))) hosts.push(element);
    };
    if (isElement(scope)) keep(scope);
    const near = isSmall ? all : queryAll(scope, ':empty');
    for (let i = 0; i < near.length; i++) keep(near[i]);
    return isSmall ? hosts : hosts.concat(withDash(scope, all));
  }

  function* sweep(): Generator<Task> {
    const base = couldBeTikTok(read(NODE, 'baseURI', document));
    const readLink = (link: Element) => {
      const href = link.getAttribute('href');
      if (href === null || couldBeTikTok(href, base)) onElement(link);
    };
    for (const scope of queue) {
      queue.delete(scope);
      if (!isConnected(scope)) continue;
      const all = queryAll(scope, '*');
      const isSmall = all.length < FEW;
      if (isElement(scope)) onElement(scope);
      for (const links of base || isSmall ? ['a'] : [LINKS, TO_A_HOST])
        yield [queryAll(scope, links), readLink];
      for (const others of isSmall ? together : rare) yield [queryAll(scope, others), onElement];
      const hosts = hostsIn(scope, all, isSmall);
      recent.set(scope, { hosts, looks: 1 });
      yield [hosts, ask];
    }
    for (const [scope, part] of due ? recent : []) {
      if (part.looks++ > LOOKS || !isConnected(scope)) recent.delete(scope);
      else yield [part.hosts, askAgain];
    }
    due = false;
  }

  /** Works on a list, and answers whether there was time for all of it. */
  function through(end: number): boolean {
    const [list, each] = task;
    while (next < list.length) {
      each(list[next++] as Element);
      if (next % STEP === 0 && now() > end) return false;
    }
    return now() < end;
  }

  function slice(): void {
    waiting--;
    if (signal.aborted) return;
    const end = now() + SLICE;
    while (work && through(end)) {
      const { done, value } = work.next();
      task = value ?? NOTHING;
      next = 0;
      if (done) work = queue.size > 0 ? sweep() : undefined;
    }
    if (work) schedule(SLICES);
    else if (recent.size > 0) timer ??= setTimeout(lookAgain, PAUSE);
  }

  function lookAgain(): void {
    timer = undefined;
    due = true;
    schedule();
  }

  function schedule(slices = 1): void {
    work ??= sweep();
    for (; waiting < slices; waiting++) requestIdleCallback(slice, { timeout: PAUSE });
  }

  /** Looks through a part of the page when there is time. */
  function add(scope: Scope): void {
    if (queue.size > MANY || recent.size > MANY) {
      queue.clear();
      recent.clear();
      for (const root of roots) {
        if (!isConnected(root)) roots.delete(root);
        else add(root);
      }
    }
    queue.add(scope);
    schedule();
  }

  return {
    add,
    /** A document or root that is watched from now on. */
    root(root: Document | ShadowRoot): void {
      roots.add(root);
      add(root);
    },
  };
}
