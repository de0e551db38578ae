import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetTab, report, showVerdict, type ToolbarState } from '../../../lib/background/toolbar.ts';
import { verdictBlockOf } from '../../support/example-block.ts';
import { addToolbarAction } from '../../support/toolbar-action.ts';

const state = (changes: Partial<ToolbarState> = {}): ToolbarState => ({
  verdict: verdictBlockOf(),
  count: true,
  ...changes,
});
const links = (number: number) => ({ links: number, embeds: 0 });
let button: ReturnType<typeof addToolbarAction>;

beforeEach(async () => {
  fakeBrowser.reset();
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en');
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key: string, parts?: unknown) =>
    key === 'language_tag' ? 'en' : [key, ...((parts as string[]) ?? [])].join(' '),
  );
  button = addToolbarAction();
  await showVerdict(state());
});

describe('the toolbar button', () => {
  it('carries the verdict by shape and by word on every tab', () => {
    expect(button.setIcon).toHaveBeenCalledExactlyOnceWith({
      path: { 16: '/icons/verdict-not-allowed-16.png', 32: '/icons/verdict-not-allowed-32.png' },
    });
    expect(button.titleOf(7)).toBe('name_and_value extension_short_name Not allowed');
    expect(button.countOf(7)).toBe('');
  });

  it('counts the links and embeds of all frames of a tab', async () => {
    await Promise.all([
      report(7, 0, { links: 2, embeds: 1 }, state()),
      report(7, 4, links(3), state()),
      report(8, 0, links(1), state()),
    ]);
    expect([button.countOf(7), button.countOf(8)]).toEqual(['6', '1']);
    expect(button.titleOf(7)).toBe('name_and_value extension_short_name Not allowed\npage_links 6');
    expect(button.titleOf(8)).toBe('name_and_value extension_short_name Not allowed\npage_links 1');
  });

  it('forgets the frames of the page before once the tab goes to another', async () => {
    await report(7, 0, links(2), state());
    await report(7, 4, links(3), state());
    button.navigate(7);
    await report(7, 0, links(1), state());
    expect(button.countOf(7)).toBe('1');
  });

  it('shows no number where there are no links, or where the person wants none', async () => {
    await report(7, 0, links(0), state());
    await report(8, 0, links(3), state({ count: false }));
    expect([button.countOf(7), button.countOf(8)]).toEqual(['', '']);
    expect(button.titleOf(7)).toBe('name_and_value extension_short_name Not allowed');
    expect(button.titleOf(8)).toContain('page_links 3');
  });

  it('follows a new verdict and the choice to count on tabs that have reported', async () => {
    await report(7, 0, links(3), state());
    await showVerdict(
      state({ verdict: verdictBlockOf({ level: 'no-rule-found', word: 'No rule' }), count: false }),
    );
    expect(button.titleOf(7)).toBe('name_and_value extension_short_name No rule\npage_links 3');
    expect(button.countOf(7)).toBe('');
    await showVerdict(state());
    expect(button.countOf(7)).toBe('3');
  });

  it('shows the verdict of a new day that only a report has led to, on every tab', async () => {
    await report(8, 0, links(2), state());
    button.setIcon.mockClear();
    const next = state({ verdict: verdictBlockOf({ level: 'no-rule-found', word: 'No rule' }) });
    await report(7, 0, links(3), next);
    expect(button.setIcon).toHaveBeenCalledExactlyOnceWith({
      path: { 16: '/icons/verdict-no-rule-found-16.png', 32: '/icons/verdict-no-rule-found-32.png' },
    });
    for (const tab of [7, 8, 9]) expect(button.titleOf(tab)).toContain('No rule');
    expect([button.countOf(7), button.countOf(8)]).toEqual(['3', '2']);
    await report(7, 0, links(4), next);
    expect(button.setIcon).toHaveBeenCalledOnce();
  });

  it('does not show a page with the links of the one before, which ended without a word', async () => {
    await report(7, 0, links(2), state());
    await report(7, 4, links(3), state());
    button.navigate(7);
    await showVerdict(state({ verdict: verdictBlockOf({ level: 'no-rule-found', word: 'No rule' }) }));
    expect(button.countOf(7)).toBe('');
    await report(7, 0, links(1), state());
    expect(button.countOf(7)).toBe('1');
  });

  it('forgets a closed tab, and that tab alone', async () => {
    await report(7, 0, links(3), state());
    await report(8, 0, links(2), state());
    await forgetTab(7);
    await forgetTab(99);
    expect(await browser.storage.session.get(null)).toEqual({ linkCounts: { 8: { 0: links(2) } } });
  });

  it('goes on where a tab is gone before it can be shown', async () => {
    Object.assign(browser.action, {
      setBadgeText: () => Promise.reject(new Error('No tab with id: 7.')),
      getTitle: ({ tabId }: { tabId?: number }) =>
        tabId === undefined ? Promise.resolve('') : Promise.reject(new Error('No tab with id: 7.')),
    });
    await report(7, 0, links(3), state());
    expect(await browser.storage.session.get(null)).toEqual({ linkCounts: { 7: { 0: links(3) } } });
  });
});
