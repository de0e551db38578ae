import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageSize } from '../../../scripts/package-size.ts';

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'package-size-'));
  mkdirSync(join(directory, '_locales/en'), { recursive: true });
  writeFileSync(join(directory, '_locales/en/messages.json'), '{}'.repeat(5000));
  writeFileSync(join(directory, 'a'), 'x'.repeat(10_000));
});
afterAll(() => rmSync(directory, { recursive: true }));

it('packs what repeats and counts the headers', () => {
  const size = packageSize(directory, ['_locales']);
  expect(size).toBeGreaterThan(22 + 30 + 46 + 2);
  expect(size).toBeLessThan(200);
});

it('leaves out a folder or a file only when told', () => {
  const size = packageSize(directory, ['_locales']);
  expect(packageSize(directory)).toBeGreaterThan(size + 100);
  expect(packageSize(directory, [], (name) => name === 'a')).toBe(size);
});
