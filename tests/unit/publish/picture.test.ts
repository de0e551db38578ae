import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Register } from '../../../lib/register/schema.ts';
import type { MapDrawing } from '../../../lib/register-view/map-drawing.ts';
import { drawPicture } from '../../../scripts/publish/site/picture.ts';
import { restriction } from '../../support/example-record.ts';
import { registerOf } from '../../support/update-client.ts';

/** A world of one country, which covers it. */
const MAP = {
  frames: { '001': [0, 0, 1200, 600] },
  places: [{ code: 'GB', d: 'M0 0l1200 0 0 600-1200 0z', x: 600, y: 300, size: 1200 }],
} as unknown as MapDrawing;

/** Red, green and blue in the middle of a PNG of 1200 by 630 that has one block of data. */
function middleOf(png: Buffer): number[] {
  const at = png.indexOf('IDAT');
  const lines = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  const start = 315 * (1 + 1200 * 3) + 1 + 600 * 3;
  return [...lines.subarray(start, start + 3)];
}

const register = (record: object): Register => ({
  ...registerOf('2026.11.29.1'),
  restrictions: [restriction(record)],
});

it('the preview shows a rule in its colour, and faded where nobody has seen it for a year', () => {
  const issuer = { name: 'UK', organisation: 'uk', kind: 'national-government', jurisdiction: 'GB' } as const;
  const fresh = register({ issuer, knowledge: { date: '2026-10-01', basis: 'confirmed-recently' } });
  const old = register({ issuer, knowledge: { date: '2023-03', basis: 'last-known' } });
  expect(middleOf(drawPicture(fresh, MAP, '2026-11-29'))).toEqual([42, 86, 137]);
  expect(middleOf(drawPicture(old, MAP, '2026-11-29'))).toEqual([172, 188, 207]);
});
