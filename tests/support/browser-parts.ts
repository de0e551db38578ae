import type { Personal, Snapshot } from '../../lib/snapshot/snapshot.ts';
import { verdictBlockOf } from './example-block.ts';

/** Puts in what jsdom lacks of a browser, as far as the page's code needs it. */
export function addBrowserParts(): void {
  const global = globalThis as Record<string, unknown>;
  global.requestIdleCallback ??= (work: () => void) => setTimeout(work, 1);
  global.cancelIdleCallback ??= (handle: number) => clearTimeout(handle);
  global.CSSStyleSheet = class {
    text = '';
    replaceSync(text: string) {
      this.text = text;
    }
  };
  const sheets = new WeakMap<object, unknown[]>();
  for (const prototype of [ShadowRoot.prototype, Document.prototype])
    Object.defineProperty(prototype, 'adoptedStyleSheets', {
      configurable: true,
      get(this: object) {
        return sheets.get(this) ?? [];
      },
      set(this: object, own: unknown[]) {
        sheets.set(this, own);
      },
    });
  global.IntersectionObserver = class {
    observe() {}
    unobserve() {}
    takeRecords = () => [];
    disconnect() {}
  };
  global.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  Element.prototype.getAnimations ??= () => [];
  addLayout();
}

/** A layout in which all that is shown has the same box; nothing lies over anything. */
function addLayout(): void {
  const box = (element: Element): DOMRect => {
    const isShown = element.isConnected && getComputedStyle(element).display !== 'none';
    return isShown ? new DOMRect(10, 10, 100, 20) : new DOMRect();
  };
  Element.prototype.getBoundingClientRect = function (this: Element) {
    return box(this);
  };
  Element.prototype.checkVisibility = () => true;
  Element.prototype.getClientRects = function (this: Element) {
    return [box(this)] as unknown as DOMRectList;
  };
  Range.prototype.getBoundingClientRect = () => new DOMRect();
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  for (const prototype of [Document.prototype, ShadowRoot.prototype]) {
    prototype.elementFromPoint = () => null;
    prototype.elementsFromPoint = () => [];
  }
}

/** A snapshot as the background makes it, with as little as a test needs. */
export const snapshotOf = (changes: Partial<Snapshot> = {}, personal: Partial<Personal> = {}): Snapshot => ({
  format: 7,
  day: '2026-11-23',
  paused: false,
  sitesOff: [],
  sitesOnly: [],
  linkKindsOff: ['corporate'],
  marksOnTikTok: false,
  cardOpens: 'on-hover',
  style: 'icon',
  beforeOpen: 'never',
  personal: JSON.stringify({
    verdict: verdictBlockOf(),
    card: [
      ['h2', '', 'Not allowed'],
      ['section', 'link'],
      ['button', 'close ', 'Close'],
    ],
    confirmation: [],
    ...personal,
  } satisfies Personal),
  sheets: { badge: ':host{}', frame: '', panel: '', over: '', below: '' },
  key: 'a-key',
  badgeName: { before: 'badge_name ', after: '', plain: 'badge_name_plain' },
  ballast: { comments: 3, fragments: 2, slots: 1 },
  language: 'en',
  direction: 'ltr',
  via: { safelinks: 'Microsoft Safe Links' },
  register: '',
  isShort: false,
  ...changes,
});
