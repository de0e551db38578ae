import { expect, it } from 'vitest';
import { whyUnreadable } from '../../../lib/platform/unreadable-pages.ts';

it.each([
  [undefined, true, 'closed'],
  ['', true, 'closed'],
  ['chrome://settings/', true, 'closed'],
  ['about:reader?url=x', true, 'closed'],
  ['https://chromewebstore.google.com/detail/x', true, 'closed'],
  ['https://chrome.google.com/webstore/detail/x', true, 'closed'],
  ['https://chrome.google.com/other', true, 'not-started'],
  ['https://addons.mozilla.org/en-US/', false, 'closed'],
  ['file:///home/someone/page.html', true, 'file'],
  ['https://news.example/report.PDF?x=1', true, 'closed'],
  ['https://news.example/', true, 'not-started'],
  ['https://news.example/', false, 'withheld'],
] as const)('%s, granted %s: %s', (url, granted, why) => {
  expect(whyUnreadable(url, granted)).toBe(why);
});
