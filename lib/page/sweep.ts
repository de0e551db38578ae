import { BADGE_TAG } from './badge.ts';
import { isConnected, isElement, queryAll, read, type Scope } from './unclobbered.ts';

/*
 * What no native selector finds: odd spellings of an address, rare embeds, and shadow roots. They need a look at each
 * element, so this runs in slices while the browser is idle.
 */

/** Milliseconds a slice may take. */
const SLICE = 3;
/** A root may be attached to an element long after it came: milliseconds between looks at a new part, and how many. */
const PAUSE = 1000;
const LOOKS = 4;
/** More scopes than this are not worth keeping apart. */
const MANY = 300;
/** In a part of at most so many elements, each that could carry a root is asked. */
const FEW = 600;

/** Built-in elements that can carry a shadow root (DOM standard, valid shadow host name). */
const BUILT_IN =
  ':is(article,aside,blockquote,body,div,footer,h1,h2,h3,h4,h5,h6,header,main,nav,p,section,span)';
/** The most frequent of the others, and our own. */
const FREQUENT = `a,b,br,button,em,form,i,img,input,label,li,option,path,script,strong,svg,td,tr,ul,use,${BADGE_TAG}`;

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
  const queue = new Set<Scope>();
  const roots = new Set<Document | ShadowRoot>();
  /** New parts, and how often they were looked through for roots. */
  const recent = new Map<Scope, number>();
  let work: Iterator<void> | undefined;
  let handle = 0;
  let due = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => {
    cancelIdleCallback(handle);
    clearTimeout(timer);
  });

  function ask(element: Element): void {
    const root = openRootOf(element);
    if (root && !roots.has(root)) onRoot(root);
  }

  function* links(scope: Scope): Generator<void> {
    const type = read(Node.prototype, 'nodeType', scope);
    // A live list is not made in one go, which takes longer than a slice in a page of 100,000 links.
    const { getElementsByTagName } = (type === 9 ? Document : Element).prototype;
    const all = type === 11 ? queryAll(scope, 'a') : getElementsByTagName.call(scope, 'a');
    for (let i = 0; i < all.length; i++) yield onElement(all[i] as Element);
    for (const selector of rare) for (const element of queryAll(scope, selector)) yield onElement(element);
  }

  /**
   * Asks elements for their roots. A built-in element with a root usually holds nothing else. One with content is told
   * only by asking, which takes longer than all the rest; so those are asked in small pages and parts only.
   *
   * @returns the number of looks that this one counts for
   */
  function* hosts(scope: Scope): Generator<void, number> {
    const small = queryAll(scope, '*').length < FEW;
    if (isElement(scope)) ask(scope);
    for (const element of queryAll(scope, `:not(${FREQUENT},${small ? 'b' : `${BUILT_IN}:not(:empty)`})`)) {
      if (element.localName.includes('-') || element.matches(BUILT_IN)) ask(element);
      yield;
    }
    return small ? 1 : LOOKS / 2;
  }

  function* sweep(): Generator<void> {
    for (const scope of queue) {
      queue.delete(scope);
      if (!isConnected(scope)) continue;
      yield* links(scope);
      recent.set(scope, yield* hosts(scope));
    }
    for (const [scope, looks] of due ? recent : []) {
      if (looks > LOOKS || !isConnected(scope)) recent.delete(scope);
      else recent.set(scope, looks + (yield* hosts(scope)));
    }
    due = false;
  }

  function slice(): void {
    handle = 0;
    const end = performance.now() + SLICE;
    while (work && performance.now() < end)
      for (let i = 0; i < 24; i++) if (work?.next().done) work = queue.size > 0 ? sweep() : undefined;
    if (work) schedule();
    else if (recent.size > 0) timer ??= setTimeout(lookAgain, PAUSE);
  }

  function lookAgain(): void {
    timer = undefined;
    due = true;
    schedule();
  }

  function schedule(): void {
    work ??= sweep();
    if (!signal.aborted) handle ||= requestIdleCallback(slice, { timeout: PAUSE });
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
