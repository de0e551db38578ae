import type { Snapshot } from '../../lib/snapshot/snapshot.ts';
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
  const sheets = new WeakMap<ShadowRoot, unknown[]>();
  Object.defineProperty(ShadowRoot.prototype, 'adoptedStyleSheets', {
    configurable: true,
    get(this: ShadowRoot) {
      return sheets.get(this) ?? [];
    },
    set(this: ShadowRoot, own: unknown[]) {
      sheets.set(this, own);
    },
  });
}

/** A snapshot as the background makes it, with as little as a test needs. */
export const snapshotOf = (changes: Partial<Snapshot> = {}): Snapshot => ({
  format: 4,
  day: '2026-11-23',
  paused: false,
  sitesOff: [],
  sitesOnly: [],
  linkKindsOff: ['corporate'],
  marksOnTikTok: false,
  style: 'icon',
  beforeOpen: 'never',
  verdict: verdictBlockOf(),
  sheets: { badge: ':host{}', card: '', over: '', below: '' },
  name: 'About this TikTok link: Not allowed',
  card: [
    ['h2', '', 'Not allowed'],
    ['section', 'link'],
    ['button', 'close ', 'Close'],
  ],
  confirmation: [],
  language: 'en',
  direction: 'ltr',
  via: { safelinks: 'Microsoft Safe Links' },
  register: '',
  ...changes,
});

/** Waits until mutation records, promises and short timers have had their turn. */
export const settle = (milliseconds = 20): Promise<void> =>
  new Promise((done) => setTimeout(done, milliseconds));
