/*
 * `npm run wrappers:compare -- FILE`: reads a public list of rules that find a URL within a URL (ClearURLs, Brave's
 * debounce list, `urlskip` of AdGuard and uBlock) and prints those that `lib/links/wrappers.json` does not cover. So
 * that our list is kept up by reading, not by copying: most of the others are shops and advertisers.
 */
import { readFileSync } from 'node:fs';
import { type Wrapper, wrappersAnywhere, wrappersOf } from '../../lib/links/wrappers.ts';
import { readRules, type WrapperRule } from './wrapper-rules.ts';

/** Whether a row for any host is for what a rule says of the path: its first word stands in both. */
function isAtPathOf(row: Wrapper, { name }: WrapperRule): boolean {
  const [, word] = /\\\/(\w+)/.exec(row.path().source) ?? [];
  return new RegExp(`/${word}\\b`).test(name.replaceAll('\\', ''));
}

/** Whether a row of ours is for the same host and the same place of the target. Other paths are not compared. */
function isCovered(rule: WrapperRule): boolean {
  const { parameters } = rule;
  const host = rule.host.toLowerCase();
  const rows = [
    ...wrappersOf(host),
    ...wrappersOf(`x.${host}`),
    ...wrappersAnywhere().filter((row) => isAtPathOf(row, rule)),
  ];
  return rows.some(({ place, names }) =>
    parameters.length > 0 ? names.some((name) => parameters.includes(name)) : !/^[?@]|sealed/.test(place),
  );
}

/** Rules that no row of ours covers. */
export const uncovered = (rules: readonly WrapperRule[]): WrapperRule[] =>
  rules.filter((rule) => !isCovered(rule));

function main(file: string | undefined): number {
  if (!file) {
    console.error('Name a file. Usage: npm run wrappers:compare -- FILE');
    return 2;
  }
  try {
    const rules = readRules(readFileSync(file, 'utf8'));
    const missing = uncovered(rules);
    for (const { name, host, parameters } of missing)
      console.log(`${host}  ${parameters.map((each) => `${each}=`).join(' ') || 'path'}  ${name}`);
    console.log(`${missing.length} of ${rules.length} rules are not covered.`);
    return 0;
  } catch (error) {
    console.error(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
    return 2;
  }
}

if (import.meta.main) process.exitCode = main(process.argv[2]);
