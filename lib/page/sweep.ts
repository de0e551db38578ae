import { isConnected, isElement, queryAll, read, type Scope } from './unclobbered.ts';

/*
 * What no native selector finds: odd spellings of an address, rare embeds, and shadow roots. They need a look at each
 * element, so this runs in slices while the browser is idle.
 */

/** Milliseconds a slice may take. */
const SLICE = 3;
/** A root may be attached to an element long after it came: milliseconds between looks at a new part, and how many. */
const PAUSE = 1000;
const LOOKS = 5;
/** More scopes than this are not worth keeping apart. */
const MANY = 300;
/** Where at most this many elements could carry a root, each is asked. */
const FEW = 300;

/** Built-in elements that can carry a shadow root (DOM standard, valid shadow host name). */
const BUILT_IN =
  ':is(article,aside,blockquote,body,div,footer,h1,h2,h3,h4,h5,h6,header,main,nav,p,section,span)';
/** The most frequent of the others; what is left is told by a hyphen in its name. */
const FREQUENT = 'a,b,br,button,em,i,img,input,label,li,option,path,script,strong,svg,td,tr,ul,use';

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
   * A built-in element with a shadow root usually holds nothing else. One with content is told only by asking the
   * browser, which takes longer than all the rest; so such elements are asked in small pages and parts only.
   */
  function* hosts(scope: Scope): Generator<void> {
    if (isElement(scope)) ask(scope);
    for (const element of queryAll(scope, `:not(${FREQUENT},${BUILT_IN})`))
      yield void (element.localName.includes('-') && ask(element));
    const builtIn = queryAll(scope, BUILT_IN);
    for (const element of builtIn.length > FEW ? queryAll(scope, `${BUILT_IN}:empty`) : builtIn)
      yield ask(element);
  }

  function* sweep(): Generator<void> {
    for (const scope of queue) {
      queue.delete(scope);
      if (!isConnected(scope)) continue;
      yield* links(scope);
      yield* hosts(scope);
      recent.set(scope, 0);
    }
    for (const [scope, looks] of due ? recent : []) {
      if (looks === LOOKS || !isConnected(scope)) recent.delete(scope);
      else {
        recent.set(scope, looks + 1);
        yield* hosts(scope);
      }
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
