import { isConnected, isElement, queryAll, read, type Scope } from './unclobbered.ts';

/*
 * What no native selector finds: odd spellings of an address, and shadow roots. Both need a look at each element, so
 * this runs in slices while the browser is idle.
 */

/** Milliseconds a slice may take. */
const SLICE = 3;
/** Milliseconds until the next look for roots that were attached to elements seen before. */
const LOOKS = [900, 1500, 3000, 6000];
/** More scopes than this are not worth keeping apart. */
const MANY = 300;
const XLINK = 'http://www.w3.org/1999/xlink';

/** Built-in elements that can carry a shadow root (DOM standard, valid shadow host name). */
const BUILT_IN = 'article,aside,blockquote,body,div,footer,h1,h2,h3,h4,h5,h6,header,main,nav,p,section,span';
/** Elements without a hyphen in their name that are not worth a look; the rest is read by name. */
const COMMON = `${BUILT_IN},a,abbr,area,b,base,br,button,caption,cite,code,dd,del,dl,dt,em,figure,figcaption,form,hr,html,i,iframe,img,input,kbd,label,li,link,meta,nav,ol,option,path,pre,script,small,source,strong,style,sub,sup,svg,table,tbody,td,template,th,thead,time,title,tr,u,ul,use,video`;
/**
 * A built-in element with a shadow root usually holds nothing else. One with content is told only by asking the
 * browser, which takes longer than all the rest; so such elements are asked in small pages and parts only.
 */
const HOSTS = `:is(${BUILT_IN}):empty,:not(${COMMON})`;
const FULL_HOSTS = `:is(${BUILT_IN}):not(:empty)`;
const FULL_LIMIT = 300;

export interface SweepOptions {
  /** The root of an element, open or closed; null where it has none. */
  readonly openRootOf: (element: Element) => ShadowRoot | null;
  /** A cheap test whether an address may lead to TikTok. */
  readonly isCandidate: (href: string) => boolean;
  readonly onLink: (link: Element) => void;
  readonly onRoot: (root: ShadowRoot) => void;
  readonly signal: AbortSignal;
}

/** The address of an HTML or SVG link; null where it has none. */
export const hrefOf = (link: Element): string | null =>
  link.getAttribute('href') ?? link.getAttributeNS(XLINK, 'href');

export function createSweep({ openRootOf, isCandidate, onLink, onRoot, signal }: SweepOptions) {
  const queue = new Set<Scope>();
  /** Roots that are looked through again, and how often each element in them was asked for a root. */
  const roots = new Set<Document | ShadowRoot>();
  const asked = new WeakMap<Element, number>();
  let work: Iterator<void> | undefined;
  let handle = 0;
  let look = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function* links(scope: Scope): Generator<void> {
    const type = read(Node.prototype, 'nodeType', scope);
    // A live list is not made in one go, which takes longer than a slice in a page of 100,000 links.
    const all =
      type === 11
        ? queryAll(scope, 'a')
        : (type === 9 ? Document : Element).prototype.getElementsByTagName.call(scope, 'a');
    for (let i = 0; i < all.length; i++) {
      const link = all[i] as Element;
      const href = hrefOf(link);
      if (href && isCandidate(href)) onLink(link);
      yield;
    }
    for (const area of queryAll(scope, 'area[href]')) {
      if (isCandidate(hrefOf(area) ?? '')) onLink(area);
      yield;
    }
  }

  function* hosts(scope: Scope): Generator<void> {
    if (isElement(scope)) ask(scope);
    for (const element of queryAll(scope, HOSTS)) {
      // Without a hyphen and not empty: a drawing's parts and other rare names, none of which carries a root.
      if (element.localName.includes('-') || !element.firstChild) ask(element);
      yield;
    }
    const full = queryAll(scope, FULL_HOSTS);
    if (full.length > FULL_LIMIT) return;
    for (const element of full) {
      ask(element);
      yield;
    }
  }

  function ask(element: Element): void {
    const times = asked.get(element) ?? 0;
    if (times > LOOKS.length) return;
    asked.set(element, times + 1);
    const root = openRootOf(element);
    if (!root || roots.has(root)) return;
    onRoot(root);
  }

  function* sweep(): Generator<void> {
    for (const scope of queue) {
      queue.delete(scope);
      if (!isConnected(scope)) continue;
      yield* links(scope);
      yield* hosts(scope);
    }
  }

  function* lookAgain(): Generator<void> {
    for (const root of roots)
      if (isConnected(root)) yield* hosts(root);
      else roots.delete(root);
  }

  function slice(): void {
    handle = 0;
    const end = performance.now() + SLICE;
    do {
      for (let i = 0; i < 24; i++) {
        if (!work?.next().done) continue;
        if (queue.size) work = sweep();
        else {
          work = undefined;
          scheduleLook();
          return;
        }
      }
    } while (performance.now() < end);
    schedule();
  }

  function schedule(): void {
    if (!handle && !signal.aborted) handle = requestIdleCallback(slice, { timeout: 1000 });
  }

  function scheduleLook(): void {
    const delay = LOOKS[look];
    if (timer !== undefined || delay === undefined || signal.aborted) return;
    timer = setTimeout(() => {
      timer = undefined;
      look++;
      work ??= lookAgain();
      schedule();
    }, delay);
  }

  signal.addEventListener('abort', () => {
    cancelIdleCallback(handle);
    clearTimeout(timer);
  });

  return {
    /** Looks through a part of the page when there is time. */
    add(scope: Scope): void {
      queue.add(scope);
      if (queue.size > MANY) {
        queue.clear();
        for (const root of roots) queue.add(root);
      }
      work ??= sweep();
      look = 0;
      schedule();
    },
    /** A document or root that is watched from now on, to be looked through again for late roots. */
    root(root: Document | ShadowRoot): void {
      roots.add(root);
      this.add(root);
    },
  };
}
