import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { OWN_NAMES } from '../../../scripts/small-content-script.ts';

const LIB = join(import.meta.dirname, '../../../lib');
/** What leaves the content script or comes into it. */
const WIRES = ['snapshot/snapshot.ts', 'messages/protocol.ts'];
/** The one property of a recognition that is sent nowhere, and the one that only a command prints. */
const KEPT = ['tiktok', 'why'];

const propertiesIn = (file: string): string[] =>
  [...readFileSync(join(LIB, file), 'utf8').matchAll(/\breadonly (\w+)\??:/g)].map(([, name]) => name ?? '');

it('shortens no name that the background, the popup or the stored snapshot knows', () => {
  const known = [...WIRES, 'links/recognition.ts']
    .flatMap(propertiesIn)
    .filter((name) => !KEPT.includes(name));
  expect(known.length).toBeGreaterThan(40);
  expect(known).toEqual(expect.arrayContaining(['sitesOff', 'uploadTime', 'written', 'links']));
  expect(OWN_NAMES.filter((name) => known.includes(name))).toEqual([]);
});

it('shortens names that are there, each once', () => {
  expect(new Set(OWN_NAMES).size).toBe(OWN_NAMES.length);
  const sources = [
    'content/page.ts',
    'content/drawing.ts',
    'content/sweep.ts',
    'content/mark.ts',
    'content/place.ts',
    'content/badge.ts',
  ];
  const more = [
    'content/card.ts',
    'content/disturbance.ts',
    'content/repair.ts',
    'content/report.ts',
    'content/watch.ts',
    'links/app-links.ts',
    'links/recognition.ts',
  ];
  const text = [...sources, ...more].map((file) => readFileSync(join(LIB, file), 'utf8')).join();
  expect(OWN_NAMES.filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
});
