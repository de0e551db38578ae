import { browser } from 'wxt/browser';
import { readManaged } from '../settings/managed-store.ts';
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

/** Welcome is for a person who has just installed the extension themselves, and only if nobody decided against it. */
export const isWelcome = ({ reason, installType, firstRun }: Install): boolean =>
  reason === 'install' && installType !== 'admin' && firstRun !== false;

/** Opens the welcome page where it is due; to be called after each install and update. */
export async function welcome({ reason }: Pick<Install, 'reason'>): Promise<void> {
  const [installType, { firstRun }] = await Promise.all([
    browser.management.getSelf().then(
      (self) => self.installType,
      () => null,
    ),
    readManaged(),
  ]);
  if (isWelcome({ reason, installType, firstRun })) await openWelcome();
}
