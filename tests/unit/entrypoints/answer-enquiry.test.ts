import { expect, it } from 'vitest';
import { answerEnquiry } from '../../../entrypoints/popup/answer-enquiry.ts';

const VIDEO = 'https://www.tiktok.com/@demo/video/7123456789012345678';

it('an enquiry on a link is about its whole URL', () => {
  expect(answerEnquiry({ from: 'link', text: VIDEO })).toMatchObject({
    url: VIDEO,
    recognition: { tiktok: true, kind: 'video', handle: 'demo' },
  });
  expect(answerEnquiry({ from: 'link', text: 'mailto:me@www.tiktok.com' }).recognition?.tiktok).toBe(false);
});

it('an enquiry on a text is about the URL in it', () => {
  expect(answerEnquiry({ from: 'selection', text: `see ${VIDEO}.` }).url).toBe(VIDEO);
  expect(answerEnquiry({ from: 'selection', text: 'see there' })).toEqual({
    url: null,
    recognition: null,
    toConfirm: null,
  });
});

it('an enquiry of somebody who wants to open a link asks them', () => {
  expect(answerEnquiry({ from: 'confirmation', text: VIDEO })).toMatchObject({
    url: VIDEO,
    toConfirm: VIDEO,
  });
  expect(answerEnquiry({ from: 'link', text: VIDEO }).toConfirm).toBeNull();
});
