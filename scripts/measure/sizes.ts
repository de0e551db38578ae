/*
 * `npm run sizes`: what each dependency and each part of ours adds to each context, with and without the polyfill, and
 * the size of the package. Bytes of the minified scripts, told apart by their source maps.
 */
import { type ContextName, measureSizes, partsOf, type Sizes } from './measure-sizes.ts';
import { table } from './text-table.ts';

const kB = (bytes: number | undefined): string => (bytes ? (bytes / 1000).toFixed(1) : '');

function sizeTable({ contexts, packed }: Sizes): string {
  const names = Object.keys(contexts) as ContextName[];
  const parts = names.map((name) => {
    const context = contexts[name];
    return context ? partsOf(context) : new Map<string, number>();
  });
  const total = (part: string) => parts.reduce((sum, each) => sum + (each.get(part) ?? 0), 0);
  const all = [...new Set(parts.flatMap((each) => [...each.keys()]))].sort((a, b) => total(b) - total(a));
  return `${table(
    ['kB', ...names],
    [
      ...all.map((part) => [part, ...parts.map((each) => kB(each.get(part)))]),
      ['all', ...names.map((name) => kB(contexts[name]?.raw))],
      ['all, gzip', ...names.map((name) => kB(contexts[name]?.gzip))],
    ],
  )}\n\npackage: ${kB(packed)} kB`;
}

for (const polyfill of [true, false]) {
  const sizes = await measureSizes({ polyfill });
  console.log(`${polyfill ? 'With' : '\nWithout'} the polyfill\n\n${sizeTable(sizes)}`);
}
