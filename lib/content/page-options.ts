import type { BackgroundToContent } from '../messages/background-to-content.ts';
import type { SendToBackground } from '../messages/content-end.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { PanelOptions } from './panel.ts';
import type { Sites } from './sites.ts';

/** What the page's part of the extension needs of the browser. */
export interface PageOptions extends PanelOptions {
  readonly sites: () => Sites;
  /** The stored snapshot; asked for after the first hit, and when the page comes out of a cache. Null where there is none of this format. */
  readonly readSnapshot: () => Promise<Snapshot | null>;
  /** Calls back with each later snapshot; called once, after the first hit. */
  readonly onSnapshot: (listener: (snapshot: Snapshot | null) => void) => void;
  /** Calls back with what the background asks for; called once, after the first hit. The answer says whether it could be done. */
  readonly onCommand: (listener: (command: BackgroundToContent) => boolean) => void;
  readonly send: SendToBackground;
  /** The shadow root of an element, open or closed; null where it has none. */
  readonly shadowRootOf: (element: Element) => ShadowRoot | null;
  /** False once the extension has been disabled, removed or updated under this script. */
  readonly isAlive: () => boolean;
  /** Aborts the signal. */
  readonly stop: () => void;
  readonly signal: AbortSignal;
}
