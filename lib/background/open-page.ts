import { browser } from 'wxt/browser';

/** Opens the register page in a tab, at a record where one is named. */
export const openRegister = (record?: string) =>
  browser.tabs.create({
    url: browser.runtime.getURL('/register.html' as '/') + (record ? `#record=${record}` : ''),
  });

/** Opens the welcome page in a tab. */
export const openWelcome = () => browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });

/** Opens the toolbar popup; in a tab where the browser allows that only within a click of the person. */
export const openPopup = (tabId: number): Promise<unknown> =>
  browser.action
    .openPopup()
    .catch(() =>
      browser.tabs.create({ url: `${browser.runtime.getURL('/popup.html' as '/')}?tab=${tabId}` }),
    );

/** Opens a link that the person chose to open after the question, the way they had clicked it. */
export const openAddress = (
  url: string,
  where: 'tab' | 'background-tab' | 'window',
  openerTabId: number,
): Promise<unknown> =>
  where === 'window'
    ? browser.windows.create({ url })
    : browser.tabs.create({ url, openerTabId, active: where === 'tab' });
