import { browser } from 'wxt/browser';
import { SESSION_KEYS, UPDATE_PARTS, UPDATE_SHELVES, updateKey } from '../platform/storage-keys.ts';
import type { StorageArea } from './shelf.ts';

const KEPT: ReadonlySet<string> = new Set([
  ...UPDATE_SHELVES.flatMap((shelf) => UPDATE_PARTS.map((part) => updateKey(shelf, part))),
  SESSION_KEYS.unstoredLook,
]);

/** The browser's own storage for what is kept of updates. One `set` is one transaction in Chromium and in Firefox. */
export const extensionStorage: StorageArea = {
  get: (keys) => browser.storage.local.get(keys),
  set: (entries) => browser.storage.local.set(entries),
  remove: (keys) => browser.storage.local.remove(keys),
};

/** Calls back when anything that is kept of updates has changed, with what has. */
export function watchUpdates(changed: (keys: readonly string[]) => void): void {
  browser.storage.onChanged.addListener((changes) => {
    const keys = Object.keys(changes).filter((key) => KEPT.has(key));
    if (keys.length > 0) changed(keys);
  });
}

/** The version of the extension, by whose schema a register was checked. */
export const extensionVersion = (): string => browser.runtime.getManifest().version;
