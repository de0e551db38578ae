import { describe, expect, it } from 'vitest';
import { sitesOf, wanted } from '../../../lib/content/sites.ts';
import { snapshotOf } from '../../support/browser-parts.ts';

const place = (origin: string, ...ancestors: string[]) =>
  sitesOf({ origin, location: { ancestorOrigins: ancestors } as unknown as Location });

describe('the sites of a document', () => {
  it('are its own host and that of the outermost page', () => {
    expect(place('https://news.example')).toEqual(['news.example']);
    expect(place('https://frame.example:8443', 'https://middle.example', 'https://top.example')).toEqual([
      'frame.example',
      'top.example',
    ]);
  });

  it('are none for a sandboxed frame, but for the page around it', () => {
    expect(place('null')).toEqual([]);
    expect(place('null', 'https://top.example')).toEqual(['top.example']);
  });
});

describe('marks are wanted', () => {
  it.each([
    ['by default', {}, ['a.example'], true],
    ['not while paused', { on: false }, ['a.example'], false],
    ['not on a site that is off', { sitesOff: ['a.example'] }, ['a.example'], false],
    ['nor below it', { sitesOff: ['example'] }, ['a.example'], false],
    ['nor in frames of such a page', { sitesOff: ['top.example'] }, ['frame.example', 'top.example'], false],
    ['but where the name only ends alike', { sitesOff: ['ample'] }, ['a.example'], true],
    ['only on chosen sites, where some are', { sitesOnly: ['b.example'] }, ['a.example'], false],
    ['there', { sitesOnly: ['b.example'] }, ['b.example'], true],
    ['not on TikTok itself', {}, ['www.tiktok.com'], false],
    ['unless chosen', { onTikTok: true }, ['www.tiktok.com'], true],
    ['in a document without a host', {}, [], true],
  ])('%s', (_, changes, sites, expected) => {
    expect(wanted(snapshotOf(changes), sites)).toBe(expected);
  });
});
