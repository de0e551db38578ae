import { browser } from 'wxt/browser';
import { withLock } from '../platform/lock.ts';
import { LOCAL_KEYS, UPDATE_SHELVES, updateKey } from '../platform/storage-keys.ts';
import { storedValue } from '../platform/stored-value.ts';
import { z } from '../platform/zod.ts';
import { readSettings } from '../policy/settings-in-force.ts';
import { updateInterval } from '../policy/update-source.ts';
import { packagedRegisterText } from '../register/load.ts';
import { getFrom } from '../updates/download.ts';
import { extensionStorage, extensionVersion, watchUpdates } from '../updates/extension-storage.ts';
import { UpdateFailure } from '../updates/failure.ts';
import { unstoredLook } from '../updates/last-look.ts';
import { type Look, look } from '../updates/look.ts';
import { readRegisterFile } from '../updates/register-file.ts';
import { Due, nextDue, whatIsDue } from '../updates/schedule.ts';
import { clearShelf, keptRegister, type Shelf, type Source, shelfOf } from '../updates/shelf.ts';
import type { Get } from '../updates/workflow.ts';
import { type Watched, watchedSources } from './update-sources.ts';

/** The name of the alarm. */
const ALARM = 'updates';

const due = storedValue('local', LOCAL_KEYS.updatesDue, z.nullable(Due), null);

/** One thing at a time: two windows that press the button, the alarm, a change of settings. */
const alone = <T>(work: () => Promise<T>): Promise<T> => withLock('updates', work);

const sameSource = (a: Watched, b: Watched | undefined): boolean =>
  a.source?.url === b?.source?.url && a.source?.root === b?.source?.root;

const find = (all: readonly Watched[], { shelf }: Watched): Watched | undefined =>
  all.find((each) => each.shelf === shelf);

/** A register that an earlier version of the extension checked is checked again by this one, and goes where it fails. */
async function checkAgain(shelf: Shelf): Promise<void> {
  const kept = await shelf.register();
  const extension = extensionVersion();
  if (!kept || kept.checkedBy === extension) return;
  try {
    readRegisterFile(new TextEncoder().encode(kept.text), 'register');
    await shelf.keepRegister({ ...kept, checkedBy: extension });
  } catch {
    await shelf.dropRegister();
  }
}

/** Makes what is kept fit the settings: nothing of other sources, nothing unchecked, and an alarm while one is on. */
async function settle(): Promise<void> {
  const settings = await readSettings();
  const sources = watchedSources(settings);
  for (const { shelf: name, source } of sources) {
    if (source === null) {
      if (await keptRegister(name, extensionStorage)) await clearShelf(name, extensionStorage);
      continue;
    }
    const shelf = shelfOf(name, source, extensionStorage);
    await shelf.tidy();
    await checkAgain(shelf);
  }
  if (!sources.some(({ on, source }) => on && source)) {
    await browser.alarms.clear(ALARM);
    await due.remove();
    return;
  }
  const interval = updateInterval(settings.policy.accepted.updatesIntervalHours);
  const next = whatIsDue(await due.get(), Date.now(), interval, Math.random);
  if (next === 'look') await lookAll(interval);
  else await plan(next);
}

async function plan(next: Due): Promise<void> {
  await due.set(next);
  await browser.alarms.create(ALARM, { when: next.at });
}

/** Asks every source that is on, one after the other, and plans the next time. */
async function lookAll(interval: number): Promise<void> {
  // Planned before anything is asked: a background that is stopped meanwhile must not ask again at each start.
  await plan(nextDue(Date.now(), interval, true, Math.random));
  const sources = watchedSources(await readSettings()).filter(({ on, source }) => on && source);
  const looks: Look[] = [];
  for (const watched of sources) looks.push(await lookAt(watched));
  const reached = looks.every(({ failure }) => failure?.kind !== 'unreachable');
  if (!reached) await plan(nextDue(Date.now(), interval, false, Math.random));
}

/**
 * Where the extension may not act on a host, Firefox sends its internal address with a request, which is another one
 * for each browser (`moz-extension://UUID` as `Origin`). Chromium's is the same for everybody.
 */
async function isAnonymous({ url }: Source): Promise<boolean> {
  if (import.meta.env.BROWSER !== 'firefox') return true;
  const { protocol, hostname } = new URL(url);
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}

/** Asks for nothing, and says why. */
const refuse: Get = async () => {
  throw new UpdateFailure('not-anonymous');
};

async function lookAt(watched: Watched): Promise<Look> {
  const { shelf: name, source } = watched;
  if (!source) throw new Error('no source to look at');
  const outcome = await look({
    source,
    shelf: shelfOf(name, source, extensionStorage),
    get: (await isAnonymous(source)) ? getFrom(source.url) : refuse,
    now: new Date(),
    shipped: name === 'updates' ? await packagedRegisterText() : null,
    extension: extensionVersion(),
    // Somebody may have switched it off, or chosen another folder, while it was loading.
    wanted: async () => {
      const now = find(watchedSources(await readSettings()), watched);
      return now?.on === true && sameSource(watched, now);
    },
  });
  if (name === 'updates') {
    if (outcome.failure?.kind === 'storage') await unstoredLook.set({ ...outcome, source: source.url });
    else await unstoredLook.remove();
  }
  return outcome;
}

/** Looks at once, for a person who waits for it. */
export const lookForUpdates = (): Promise<void> =>
  alone(async () => {
    const settings = await readSettings();
    await lookAll(updateInterval(settings.policy.accepted.updatesIntervalHours));
  });

/** Takes away what updates have brought; what was trusted of the source goes too. */
export const backToShipped = (): Promise<void> => alone(() => clearShelf('updates', extensionStorage));

const REGISTERS: readonly string[] = UPDATE_SHELVES.map((shelf) => updateKey(shelf, 'register'));

/**
 * Starts to keep the register up to date, as far as that is switched on.
 *
 * @param changed the register in use may have changed
 * @returns to be called after each change of settings and at each start
 */
export function startUpdates(changed: () => void): () => void {
  // Where it fails, the last good register goes on, and the next start or alarm tries again.
  const again = () => void alone(settle).catch(() => {});
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) again();
  });
  watchUpdates((keys) => {
    if (keys.some((key) => REGISTERS.includes(key))) changed();
  });
  return again;
}
