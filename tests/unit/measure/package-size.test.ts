import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageSize } from '../../../scripts/measure/package-size.ts';

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'package-size-'));
  mkdirSync(join(directory, '_locales/en'), { recursive: true });
  writeFileSync(join(directory, '_locales/en/messages.json'), '{}'.repeat(5000));
  writeFileSync(join(directory, 'a'), 'x'.repeat(10_000));
});
afterAll(() => rmSync(directory, { recursive: true }));

it('packs what repeats and counts the headers', () => {
  const size = packageSize(directory);
  expect(size).toBeGreaterThan(22 + 2 * (30 + 46));
  expect(size).toBeLessThan(400);
});

it('leaves out a file only when told', () => {
  const size = packageSize(directory, (name) => name === 'a');
  expect(size).toBeLessThan(packageSize(directory) - 100);
});
