import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerCommand } from '../../../lib/background/commands.ts';
import { changeSettings, readSettings } from '../../../lib/policy/settings-in-force.ts';

const tab = { id: 7, url: 'https://news.example/story' };
const sendMessage = vi.fn();
const sitesOff = async () => (await readSettings()).values.sitesOff;

beforeEach(() => {
  fakeBrowser.reset();
  sendMessage.mockReset().mockRejectedValue(new Error('Receiving end does not exist.'));
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(sendMessage);
  vi.spyOn(browser.storage.managed, 'get').mockImplementation(async () => ({}));
});

describe('a keyboard command', () => {
  it.each([
    ['next-mark', 1],
    ['previous-mark', -1],
  ])('%s moves by %i in all frames, also where nobody listens', (command, by) => {
    answerCommand(command, tab);
    expect(sendMessage).toHaveBeenCalledExactlyOnceWith(7, { type: 'step', by });
  });

  it('toggle-site switches the site off and on, beside other sites', async () => {
    await changeSettings(() => ({ sitesOff: ['other.example'] }));
    answerCommand('toggle-site', tab);
    await vi.waitFor(async () => expect(await sitesOff()).toEqual(['other.example', 'news.example']));
    answerCommand('toggle-site', tab);
    await vi.waitFor(async () => expect(await sitesOff()).toEqual(['other.example']));
  });

  it.each([
    ['toggle-site', { id: 7, url: 'about:config' }],
    ['toggle-site', { id: 7 }],
    ['toggle-site', undefined],
    ['of-another-version', tab],
  ])('%s in %j does nothing', async (command, where) => {
    answerCommand(command, where);
    // Changes wait for one another.
    await changeSettings(() => ({}));
    expect(await sitesOff()).toEqual([]);
    expect(sendMessage).not.toHaveBeenCalled();
  });
});
