import { describe, expect, it } from 'vitest';
import { sitesOf } from '../../../lib/content/sites.ts';

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

  it('are written as in the lists, without the dot that a host may end with', () => {
    expect(place('https://news.example.')).toEqual(['news.example']);
  });

  it('are none for a sandboxed frame, but for the page around it', () => {
    expect(place('null')).toEqual([]);
    expect(place('null', 'https://top.example')).toEqual(['top.example']);
  });
});
