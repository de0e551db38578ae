import { browser } from 'wxt/browser';
import { z } from '../platform/zod.ts';

const KEY = 'askedSites';
const Hosts = z.array(z.string());

const read = async (): Promise<string[]> =>
  Hosts.safeParse((await browser.storage.session.get(KEY))[KEY]).data ?? [];

/** The person was asked on this site before, in this session of the browser. */
export const wasAsked = async (host: string): Promise<boolean> => (await read()).includes(host);

/** Remembers the site until the browser closes; nothing of it is written to disk. */
export const rememberAsked = (host: string): Promise<void> =>
  navigator.locks.request(KEY, async () => {
    await browser.storage.session.set({ [KEY]: [...new Set([...(await read()), host])] });
  }) as Promise<void>;
