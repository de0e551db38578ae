import { expect, it } from 'vitest';
import { whyUnreadable } from '../../../lib/platform/unreadable-pages.ts';

it.each([
  [undefined, true, 'browser-page'],
  ['', true, 'browser-page'],
  ['chrome://settings/', true, 'browser-page'],
  ['about:reader?url=x', true, 'browser-page'],
  ['https://chromewebstore.google.com/detail/x', true, 'store'],
  ['https://chrome.google.com/webstore/detail/x', true, 'store'],
  ['https://chrome.google.com/other', true, 'not-started'],
  ['https://addons.mozilla.org/en-US/', false, 'store'],
  ['file:///home/someone/page.html', true, 'file'],
  ['https://news.example/report.PDF?x=1', true, 'pdf'],
  ['https://news.example/', true, 'not-started'],
  ['https://news.example/', false, 'withheld'],
] as const)('%s, granted %s: %s', (url, granted, why) => {
  expect(whyUnreadable(url, granted)).toBe(why);
});
