import { browser } from 'wxt/browser';
import { canonicalJson } from '../platform/canonical-json.ts';
import { z } from '../platform/zod.ts';
import type { Managed } from '../settings/resolve-settings.ts';
import { readPolicy } from './read-policy.ts';

/** The last known policy, in `storage.local`. A change of it tells every page that the policy changed. */
export const KNOWN_POLICY_KEY = 'policyKnown';
/** When this session of the browser first asked, in `storage.session`. */
const READ_AT_KEY = 'policyReadAt';

const Known = z.object({ raw: z.unknown(), since: z.string() });
type Known = z.infer<typeof Known>;

type Answer = { readonly raw: unknown } | { readonly unreadable: string };

/** Firefox rejects where no policy is set; Chromium gives an empty object. Any other error says nothing about it. */
const NO_POLICY = /managed storage manifest not found/i;

async function ask(): Promise<Answer> {
  try {
    const raw: Record<string, unknown> = await browser.storage.managed.get(null);
    return { raw: Object.keys(raw).length === 0 ? null : raw };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return NO_POLICY.test(reason) ? { raw: null } : { unreadable: reason };
  }
}

async function readKnown(): Promise<Known | null> {
  const checked = Known.safeParse((await browser.storage.local.get(KNOWN_POLICY_KEY))[KNOWN_POLICY_KEY]);
  return checked.success ? checked.data : null;
}

/** Remembers a policy that differs from the known one, and that there is none any more. */
async function remember(raw: unknown, known: Known | null, now: string): Promise<Known | null> {
  if (canonicalJson(raw) === canonicalJson(known?.raw ?? null)) return known;
  const next: Known = { raw, since: now };
  // A policy larger than the storage takes effect all the same; it only would not survive a failed reading.
  await browser.storage.local.set({ [KNOWN_POLICY_KEY]: next }).catch(() => {});
  return next;
}

/** Firefox knows the policy of its start only; the first reading of a session is as near as one can come to that. */
async function firstReading(now: string): Promise<string> {
  const stored = (await browser.storage.session.get(READ_AT_KEY))[READ_AT_KEY];
  if (typeof stored === 'string') return stored;
  await browser.storage.session.set({ [READ_AT_KEY]: now });
  return now;
}

/**
 * The administrator's policy as it is now. A policy that was taken away ends; one that cannot be read at the moment
 * stays as it was last known. Never rejects because of the policy.
 */
export async function readManaged(): Promise<Managed> {
  const now = new Date().toISOString();
  const [answer, known] = await Promise.all([ask(), readKnown()]);
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
