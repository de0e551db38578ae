import { SESSION_KEYS } from '../platform/storage-keys.ts';
import { storedValue } from '../platform/stored-value.ts';
import { z } from '../platform/zod.ts';

/** Hosts, until the browser closes; nothing of them is written to disk. */
const confirmed = storedValue('session', SESSION_KEYS.confirmedSites, z.array(z.string()), []);

/** The person has confirmed on this site, in this session of the browser, that they want to open a link. */
export const isConfirmed = async (host: string): Promise<boolean> => (await confirmed.get()).includes(host);

/** Remembers that they have. */
export const rememberConfirmed = (host: string): Promise<void> =>
  confirmed.update((hosts) => [...new Set([...hosts, host])]);
