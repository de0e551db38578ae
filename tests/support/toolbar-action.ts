import { vi } from 'vitest';
import { browser } from 'wxt/browser';

/** A toolbar button that keeps what it is told, by tab; what is told of no tab holds for all without their own. */
export function addToolbarAction() {
  const titles = new Map<number | undefined, string>();
  const counts = new Map<number | undefined, string>();
  const setIcon = vi.fn(async () => {});
  Object.assign(browser.action, {
    setIcon,
    setTitle: async ({ tabId, title }: { tabId?: number; title: string }) => void titles.set(tabId, title),
    getTitle: async ({ tabId }: { tabId?: number }) => titles.get(tabId) ?? titles.get(undefined) ?? '',
    setBadgeText: async ({ tabId, text }: { tabId?: number; text: string }) => void counts.set(tabId, text),
    setBadgeBackgroundColor: async () => {},
    setBadgeTextColor: async () => {},
  });
  return {
    setIcon,
    /** What the button says over a tab. */
    titleOf: (tabId: number) => titles.get(tabId) ?? titles.get(undefined) ?? '',
    countOf: (tabId: number) => counts.get(tabId) ?? '',
    /** The tab goes to another page: the browser forgets what it was told of it. */
    navigate(tabId: number): void {
      titles.delete(tabId);
      counts.delete(tabId);
    },
  };
}
