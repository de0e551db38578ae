import { browser } from 'wxt/browser';
import { currentPolicy } from '../policy/managed-storage.ts';
import type { Policy } from '../policy/policy.ts';
import { openWelcome } from './open-page.ts';

/** What is known of an install. */
export interface Install {
  /** `runtime.OnInstalledReason`. */
  readonly reason: string;
  /** `management.ExtensionInstallType`; null where the browser does not tell. */
  readonly installType: string | null;
  /** What the policy says of the welcome page; null for nothing. */
  readonly firstRun: boolean | null;
}

/** Kinds of install that somebody else made: a policy that forces it, and one that only offers it. */
const BY_OTHERS: readonly (string | null)[] = ['admin', 'sideload'];

/** Welcome is for a person who has just installed the extension themselves, unless a policy decides otherwise. */
export const isWelcome = ({ reason, installType, firstRun }: Install): boolean =>
  reason === 'install' && (firstRun ?? !BY_OTHERS.includes(installType));

/** Milliseconds in which a policy that comes late is waited for. */
const LATE = 6000;
const STEP = 500;

/** The policy, given some time to come: right after an install Chromium starts the extension before it has it. */
async function policyToCome(time: number): Promise<Policy> {
  const policy = await currentPolicy();
  if (policy.present || policy.source?.atStartOnly || time <= 0) return policy;
  await new Promise((wait) => setTimeout(wait, STEP));
  return policyToCome(time - STEP);
}

/** Opens the welcome page where it is due; to be called after each install and update. */
export async function welcome({ reason }: Pick<Install, 'reason'>): Promise<void> {
  if (reason !== 'install') return;
  const installType = await browser.management.getSelf().then(
    (self) => self.installType,
    () => null,
  );
  // Nobody administers a copy that is being developed, and whoever develops it need not wait.
  const { firstRun } = await policyToCome(installType === 'development' ? 0 : LATE);
  if (isWelcome({ reason, installType, firstRun })) await openWelcome();
}
