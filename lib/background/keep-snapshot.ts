import { browser } from 'wxt/browser';
import { canonicalJson } from '../platform/canonical-json.ts';
import { direction, locale, t } from '../platform/i18n.ts';
import { LOCAL_KEYS, SESSION_KEYS } from '../platform/storage-keys.ts';
import { storedValue } from '../platform/stored-value.ts';
import { today } from '../platform/today.ts';
import { z } from '../platform/zod.ts';
import { readSettings } from '../policy/settings-in-force.ts';
import { loadSubdivisionNames } from '../register/load.ts';
import type { Settings } from '../settings/schema.ts';
import { ballastOf } from '../snapshot/ballast.ts';
import { makeSnapshot, shortSnapshot } from '../snapshot/make-snapshot.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { storedSnapshot } from '../snapshot/stored-snapshot.ts';
import { loadRegisterInUse } from '../updates/load-register-in-use.ts';

/** A snapshot with the settings it was made from. */
export interface Kept {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
}

let latest: Promise<Kept> | undefined;
let known: Snapshot | null = null;
/** What is stored is on its way to be the short one. */
let isStoring = false;

const storedKey = storedValue('session', SESSION_KEYS.frameKey, z.string(), '');

/** A secret of this session of the browser, by which our scripts know each other in a page. */
async function sessionKey(): Promise<string> {
  await storedKey.update((key) => key || crypto.randomUUID());
  return storedKey.get();
}

async function make(): Promise<Kept> {
  const [{ values, policy }, names] = await Promise.all([readSettings(), loadSubdivisionNames()]);
  const { register } = await loadRegisterInUse(policy.organisation);
  const made = makeSnapshot(values, register, today(), locale(), direction(), t, names);
  const key = await sessionKey();
  const snapshot: Snapshot = { ...made, key, ballast: await ballastOf(key, made.personal) };
  known = snapshot;
  // A write wakes the content script of every open page; none is made for nothing.
  if (canonicalJson(await storedSnapshot.get()) !== canonicalJson(snapshot))
    await storedSnapshot.set(snapshot).catch(() => storeShort(snapshot));
  return { snapshot, settings: values };
}

/**
 * Where the storage has no room for the snapshot: a short one that is as true, under which no marks are drawn. What was
 * stored before, for another verdict, must not be taken for today's.
 */
async function storeShort(snapshot: Snapshot): Promise<void> {
  // Room is made first: the old one is most of what is there.
  isStoring = true;
  await storedSnapshot.remove();
  await storedSnapshot.set(shortSnapshot(snapshot)).catch(() => {});
  isStoring = false;
}

/** Makes the snapshot anew from settings, register and day, and stores it where it differs. */
export const renewSnapshot = (): Promise<Kept> => {
  const made = (latest ?? Promise.resolve()).then(make, make);
  latest = made;
  return made;
};

/** The last snapshot made, for what cannot wait; null right after a start. */
export const knownSnapshot = (): Snapshot | null => known;

/** The snapshot of today: the one at hand, or a new one after a start or past midnight. */
export async function currentSnapshot(): Promise<Kept> {
  const kept = await latest?.catch(() => undefined);
  return kept && kept.snapshot.day === today() ? kept : renewSnapshot();
}

/**
 * Puts the snapshot back where anything but the background has changed it: what is locked stays locked for the marks
 * too, whatever is typed into the console of one of our pages.
 */
export function guardSnapshot(): void {
  const putBack = async (changed: unknown): Promise<void> => {
    const { snapshot } = await currentSnapshot();
    const stored = canonicalJson(changed);
    const isOurs = [snapshot, shortSnapshot(snapshot)].some((each) => canonicalJson(each) === stored);
    if (!isOurs && !isStoring) await renewSnapshot();
  };
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && LOCAL_KEYS.snapshot in changes)
      // Where that fails, the next change or start does it.
      void putBack(changes[LOCAL_KEYS.snapshot]?.newValue).catch(() => {});
  });
}
