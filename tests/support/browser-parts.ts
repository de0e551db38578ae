import type { Snapshot } from '../../lib/snapshot/snapshot.ts';

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
  verdict: { level: 'not-allowed', word: 'Not allowed', sentence: 'It is not allowed.', notes: [] },
  sheets: { badge: ':host{}', frame: '', panel: '', over: '', below: '' },
  key: 'a-key',
  card: [
    ['h2', '', 'Not allowed'],
    ['section', 'link'],
    ['button', 'close ', 'Close'],
  ],
  confirmation: [],
  language: 'en',
  direction: 'ltr',
  via: { safelinks: 'Microsoft Safe Links' },
  restrictions: [],
  response: '',
  register: '',
  isShort: false,
  ...changes,
});

/** Waits until mutation records, promises and short timers have had their turn. */
export const settle = (milliseconds = 20): Promise<void> =>
  new Promise((done) => setTimeout(done, milliseconds));
