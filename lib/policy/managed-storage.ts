import { browser } from 'wxt/browser';
import { canonicalJson } from '../platform/canonical-json.ts';
import { LOCAL_KEYS, SESSION_KEYS } from '../platform/storage-keys.ts';
import { storedValue } from '../platform/stored-value.ts';
import { z } from '../platform/zod.ts';
import type { Policy } from './policy.ts';
import { readPolicy } from './read-policy.ts';

const Known = z.object({ raw: z.unknown(), since: z.string() });
type Known = z.infer<typeof Known>;
const storedPolicy = storedValue('local', LOCAL_KEYS.knownPolicy, z.nullable(Known), null);
const firstReadAt = storedValue('session', SESSION_KEYS.policyReadAt, z.nullable(z.string()), null);

type Answer = { readonly raw: unknown } | { readonly unreadable: string };

/** Firefox rejects where no policy is set; Chromium gives an empty object. Any other error says nothing about it. */
const NONE_SET = /managed storage manifest not found/i;

async function askBrowser(): Promise<Answer> {
  try {
    const raw: Record<string, unknown> = await browser.storage.managed.get(null);
    return { raw: Object.keys(raw).length === 0 ? null : raw };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return NONE_SET.test(reason) ? { raw: null } : { unreadable: reason };
  }
}

/** Remembers a policy that differs from the known one, and that there is none any more. */
async function remember(raw: unknown, known: Known | null, now: string): Promise<Known | null> {
  if (canonicalJson(raw) === canonicalJson(known?.raw ?? null)) return known;
  const next: Known = { raw, since: now };
  // A policy larger than the storage takes effect all the same; it only would not survive a failed reading.
  await storedPolicy.set(next).catch(() => {});
  return next;
}

/** Firefox knows the policy of its start only; the first reading of a session is as near as one can come to that. */
async function firstReading(now: string): Promise<string> {
  const stored = await firstReadAt.get();
  if (stored === null) await firstReadAt.set(now);
  return stored ?? now;
}

/**
 * The browser's policy as it is now. A policy that was taken away ends; one that cannot be read at the moment
 * stays as it was last known. Never rejects because of the policy.
 */
export async function currentPolicy(): Promise<Policy> {
  const now = new Date().toISOString();
  const [answer, known] = await Promise.all([askBrowser(), storedPolicy.get()]);
  const unreadable = 'unreadable' in answer ? answer.unreadable : null;
  const current = 'unreadable' in answer ? known : await remember(answer.raw, known, now);
  const raw = 'raw' in answer ? answer.raw : (known?.raw ?? null);
  const atStartOnly = import.meta.env.BROWSER === 'firefox';
  return {
    ...readPolicy(raw),
    source: {
      raw,
      readAt: atStartOnly ? await firstReading(now) : now,
      since: current?.since ?? null,
      atStartOnly,
      unreadable,
    },
  };
}
