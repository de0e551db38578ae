import { SITE_CSP_HEADER } from './site/policy.ts';

/** A header and its value. */
type Header = readonly [name: string, value: string];

/**
 * What a host must say of the folder, by the paths' beginnings; of several that fit, the last one says what each header
 * is. Whatever changes under its name must be asked for again, or updates come late; what has its hash or version in
 * its name never changes.
 */
const RULES: readonly (readonly [path: string, headers: readonly Header[]])[] = [
  [
    '/',
    [
      ['Access-Control-Allow-Origin', '*'],
      ['X-Content-Type-Options', 'nosniff'],
      ['Referrer-Policy', 'no-referrer'],
      ['Content-Security-Policy', SITE_CSP_HEADER],
      ['Cache-Control', 'public, max-age=300'],
    ],
  ],
  ['/assets/', [['Cache-Control', 'public, max-age=31536000, immutable']]],
  ['/updates/', [['Cache-Control', 'public, max-age=31536000, immutable']]],
  ['/updates/timestamp.json', [['Cache-Control', 'public, no-cache']]],
];

/** The headers of one file by its path in the folder, with the slash before it. */
export const headersFor = (path: string): Map<string, string> =>
  new Map(RULES.filter(([start]) => path.startsWith(start)).flatMap(([, headers]) => headers));

/** The same in the form that Cloudflare Pages and Netlify read; samples for other hosts are in `docs/host-samples/`. */
export const HEADERS = RULES.map(([path, headers], index) =>
  [
    path.endsWith('/') ? `${path}*` : path,
    // They join what several rules say of one header, unless it is taken off before.
    ...(index > 0 ? headers.map(([name]) => `  ! ${name}`) : []),
    ...headers.map(([name, value]) => `  ${name}: ${value}`),
  ].join('\n'),
)
  .join('\n')
  .concat('\n');
