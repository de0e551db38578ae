import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { IN_EVERY_PAGE } from '../../../scripts/build/compile-at-once/index.ts';
import { inParentheses } from '../../../scripts/build/compile-at-once/parentheses.ts';

const ROOT = join(import.meta.dirname, '../../..');
const made = (code: string): string => inParentheses(code, parseAst(code)).toString();

describe('functions that are compiled at once', () => {
  it.each([
    ['declared ones', 'function a(b) { return b; }', 'const a = (function a(b) { return b; });'],
    ['exported ones', 'export function a() {}', 'export const a = (function a() {});'],
    ['ones that wait', 'export async function a() {}', 'export const a = (async function a() {});'],
    ['ones that yield', 'function* a() {}', 'const a = (function* a() {});'],
    ['arrows', 'const a = (b) => b;', 'const a = ((b) => b);'],
    ['one in another', 'const a = () => b((c) => c);', 'const a = (() => b(((c) => c)));'],
    ['values of an object', 'a({ b: () => 1 });', 'a({ b: (() => 1) });'],
  ])('get parentheses: %s', (_, before, after) => {
    expect(made(before)).toBe(after);
  });

  it.each([
    [
      'those a function declares, which may be called above their place',
      'x = { a() { b(); function b() {} } };',
    ],
    ['methods', 'x = { a() {}, get b() { return 1; }, set b(c) {} };'],
    ['what a class holds', 'class A { constructor() {} b() {} static c() {} get d() { return 1; } }'],
    ['what is called where it stands', '(function () {})();'],
  ])('leave alone %s', (_, code) => {
    expect(made(code)).toBe(code);
  });

  it('are those of files that are there', () => {
    expect(IN_EVERY_PAGE.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
