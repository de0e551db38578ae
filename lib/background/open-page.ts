import { browser } from 'wxt/browser';
import type { FromContent } from '../messages/content-to-background.ts';

/** Opens the register page in a tab, at a record where one is named. */
export async function openRegister(record?: string): Promise<void> {
  await browser.tabs.create({
    url: browser.runtime.getURL('/register.html' as '/') + (record ? `#record=${record}` : ''),
  });
}

/** Opens the settings at the field of setting up. */
export async function openSetUp(): Promise<void> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html' as '/')}#set-up` });
}

/** Opens the welcome page in a tab. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

/** Opens the toolbar popup; in a tab where the browser allows that only within a click of the person. */
export async function openPopup(tabId: number): Promise<void> {
  // Before anything is waited for, because that click is over by then.
  await browser.action.openPopup().catch(async () => {
    await browser.tabs.create({ url: `${browser.runtime.getURL('/popup.html' as '/')}?tab=${tabId}` });
  });
}

/** Opens a link that the person has confirmed, the way they had clicked it. */
export async function openUrl(
  url: string,
  where: FromContent<'open-url'>['in'],
  openerTabId: number | undefined,
): Promise<void> {
  if (where === 'window') await browser.windows.create({ url });
  else
    await browser.tabs.create({
      url,
      ...(openerTabId !== undefined && { openerTabId }),
      active: where === 'tab',
    });
}
