import { gzipSync } from 'node:zlib';
import type { Register } from '../../lib/register/schema.ts';
import { registerText } from '../../lib/updates/register-file.ts';
import { readRegister } from '../data/read-register.ts';
import { readArguments, runCommand } from './arguments.ts';
import { folderFiles } from './folder.ts';
import { NOTHING_PUBLISHED, trial } from './repository.ts';
import {
  byHour,
  DAY,
  hoursUntil,
  looksOf,
  officeSessions,
  type Planning,
  peakPerSecond,
  randomFrom,
  type Session,
  sessionsOf,
} from './simulate-browsers.ts';
import { siteFiles } from './site/site-files.ts';

const USAGE = `npm run register:simulate

Computes what a folder costs that many extensions ask, from the files as they are published today, the extension's own
schedule, and assumptions about people that are written beside the figures. Prints Markdown.`;

/** How many browsers are followed; each stands for many. */
const SAMPLE = 20_000;
const EXTENSIONS = 10_000_000;
const OFFICE = 100_000;
const DAYS = 14;
/** Days of the second week are looked at, when the first looks have spread. */
const TUESDAY = 8;
const MONDAY = 7;

/** Prices as published; see `docs/publishing.md` for source and day. Dollars. */
const PRICES: readonly { readonly name: string; readonly perGb: number; readonly perMillion: number }[] = [
  { name: 'bunny.net, standard network, Europe and North America', perGb: 0.01, perMillion: 0 },
  { name: 'Google Cloud CDN, North America, first 10 TiB', perGb: 0.08, perMillion: 0.75 },
  { name: 'Cloudflare R2 with its own CDN', perGb: 0, perMillion: 0.36 },
];

/** Bytes of an answer's head on the wire. Assumed; HTTP/2 packs repeated ones smaller. */
const HEAD = 350;

const gzipped = (bytes: Buffer | undefined): number => (bytes ? gzipSync(bytes, { level: 9 }).length : 0);

/** Bytes on the wire of each answer, from a folder as it would be published: one day, three records changed. */
function answerSizes(): Record<
  'notFound' | 'notModified' | 'timestamp' | 'snapshot' | 'targets' | 'difference' | 'register',
  number
> {
  const before = readRegister();
  const after: Register = {
    ...before,
    version: before.version.replace(/\d+$/, (number) => String(Number(number) + 1)),
    restrictions: before.restrictions.map((record, index) =>
      index % 120 === 7 ? { ...record, summary: `${record.summary.slice(0, 200)} Looked at again.` } : record,
    ),
  };
  const now = new Date('2026-11-29T12:00:00Z');
  const published = now.toISOString();
  const files = folderFiles({
    versions: [
      { register: before, published },
      { register: after, published },
    ],
    before: NOTHING_PUBLISHED,
    ...trial(now),
    site: 'https://register.invalid/',
    test: true,
    now,
  });
  const size = (pattern: RegExp): number => {
    const path = [...files.keys()].find((each) => pattern.test(each));
    return HEAD + gzipped(path === undefined ? undefined : files.get(path));
  };
  return {
    notFound: HEAD + 10,
    notModified: HEAD,
    timestamp: size(/timestamp\.json$/),
    snapshot: size(/snapshot\.json$/),
    targets: size(/targets\.json$/),
    difference: size(/targets\/[0-9a-f]+\.difference/),
    register: size(/targets\/[0-9a-f]+\.register/),
  };
}

function followed(
  sessions: (days: number, random: () => number) => Session[],
  planning: Planning,
): number[][] {
  const random = randomFrom(19);
  return Array.from({ length: SAMPLE }, () => looksOf(sessions(DAYS, random), planning, random));
}

const number = (value: number, digits = 0): string =>
  value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const PLANNINGS: readonly (readonly [Planning, string])[] = [
  ['jitter', 'as the extension does it'],
  ['at-start', 'once a day when the browser opens'],
  ['at-midnight', 'at 0:00 UTC, else when it opens'],
];

const READERS = 1_000_000;

/** Requests and bytes on the wire of pages of the website: a usual record, and the first page with all it loads. */
async function pageSizes(): Promise<{ name: string; requests: number; bytes: number }[]> {
  const now = new Date('2026-11-29T12:00:00Z');
  const register = readRegister();
  const files = await siteFiles({
    versions: [{ register, published: now.toISOString() }],
    site: 'https://register.invalid/',
    test: true,
    now,
  });
  const sizes = (pattern: RegExp) =>
    [...files]
      .filter(([path]) => pattern.test(path))
      .map(([, bytes]) => HEAD + gzipped(bytes))
      .sort((a, b) => a - b);
  const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0);
  const common = sizes(/^assets\/(page-.*css|icon-)/);
  const records = sizes(/^r\//);
  const alive = [
    ...sizes(/^index\.html$|^assets\/(view|drawn|texts|places|period)-/),
    HEAD + gzipped(Buffer.from(registerText(register))),
  ];
  return [
    {
      name: 'a record, of middle length',
      requests: 1 + common.length,
      bytes: (records[records.length >> 1] ?? 0) + sum(common),
    },
    {
      name: 'the first page, with the register for its filters',
      requests: alive.length + common.length,
      bytes: sum(alive) + sum(common),
    },
  ];
}

/** The report as Markdown. */
async function report(): Promise<string> {
  const pages = await pageSizes();
  const sizes = answerSizes();
  const scale = EXTENSIONS / SAMPLE;
  const world = PLANNINGS.map(([planning, name]) => ({
    planning,
    name,
    looks: followed(sessionsOf, planning),
  }));
  const office = PLANNINGS.map(([planning, name]) => ({ name, looks: followed(officeSessions, planning) }));
  const tuesday: Session = [TUESDAY * DAY, (TUESDAY + 1) * DAY];
  const own = world[0]?.looks ?? [];
  const week = own.flat().filter((at) => at >= MONDAY * DAY).length / 7;
  const looksADay = week * scale;

  const same = sizes.notFound + sizes.notModified;
  const sameWithout304 = sizes.notFound + sizes.timestamp;
  const metadata = sizes.notFound + sizes.timestamp + sizes.snapshot + sizes.targets;
  const changed = metadata + sizes.difference;
  const changedWhole = metadata + sizes.register;
  /** Of thirty days, so many bring a new version; on the others the timestamp alone is new. */
  const month = (news: number, perNew: number, perOld: number) =>
    looksADay * (news * perNew + (30 - news) * perOld);
  const daily = sizes.notFound + sizes.timestamp;
  const gb = (bytes: number) => bytes / 1e9;

  const hours = byHour(own.flat(), TUESDAY).map((perSecond) => perSecond * scale * 2);
  const scenarios: readonly (readonly [string, number, number])[] = [
    ['a new version each day, by differences', month(30, changed, daily), 5],
    ['a new version each day, whole', month(30, changedWhole, daily), 5],
    ['four versions a month, by differences', month(4, changed, daily), 2.4],
    ['four versions a month, whole', month(4, changedWhole, daily), 2.4],
    ['nothing new, timestamp signed each day', month(0, 0, daily), 2],
    ['nothing new and no new timestamp (304)', month(0, 0, same), 2],
    ['the same without 304', month(0, 0, sameWithout304), 2],
  ];

  return `${[
    `Of ${number(SAMPLE)} browsers followed over two weeks, each standing for ${number(scale)}. Each looks ${number(week / SAMPLE, 2)} times a day on average (weekends count).`,
    '### Bytes of one answer, packed, head included',
    table(
      ['answer', 'bytes'],
      [
        ['next root: not there', number(sizes.notFound)],
        ['timestamp: as before (304)', number(sizes.notModified)],
        ['timestamp', number(sizes.timestamp)],
        ['snapshot', number(sizes.snapshot)],
        ['targets', number(sizes.targets)],
        ['difference: three records', number(sizes.difference)],
        ['register, whole', number(sizes.register)],
      ],
    ),
    'Heads are taken as 350 bytes each; the handshake of TLS, some 3 kB a connection, is not counted, and hosts do not bill it.',
    `A look that finds nothing new: ${number(same)} bytes. One that finds a new version: ${number(changed)} by a difference, ${number(changedWhole)} whole.`,
    '### Requests a second, ten million extensions, on a Tuesday',
    table(
      ['looks are planned', 'mean', 'peak (busiest minute)'],
      world.map(({ name, looks }) => {
        const all = looks.flat();
        const mean = all.filter((at) => at >= tuesday[0] && at < tuesday[1]).length / 86_400;
        return [name, number(mean * scale * 2), number(peakPerSecond(all, tuesday) * scale * 2)];
      }),
    ),
    'Two requests a look. Through the day (UTC), as the extension does it:',
    table(
      Array.from({ length: 12 }, (_, i) => `${i * 2}h`),
      [Array.from({ length: 12 }, (_, i) => number(((hours[i * 2] ?? 0) + (hours[i * 2 + 1] ?? 0)) / 2))],
    ),
    '### A month',
    table(
      ['', 'TB', 'requests, million', ...PRICES.map(({ name }) => name)],
      scenarios.map(([name, bytes, requests]) => {
        const million = (looksADay * 30 * requests) / 1e6;
        return [
          name,
          number(gb(bytes) / 1000, 1),
          number(million),
          ...PRICES.map(({ perGb, perMillion }) => `$${number(gb(bytes) * perGb + million * perMillion)}`),
        ];
      }),
    ),
    '### After publishing on a Tuesday at 12:00 UTC, hours until a share of browsers has it',
    table(
      ['looks are planned', '50 %', '90 %', '99 %'],
      world.map(({ name, looks }) => [
        name,
        ...hoursUntil(looks, TUESDAY * DAY + DAY / 2, [0.5, 0.9, 0.99]).map((hours) =>
          hours === null ? 'not within the week' : number(hours),
        ),
      ]),
    ),
    '### 100,000 browsers behind one proxy, Monday at nine',
    table(
      [
        'looks are planned',
        'requests a second at the peak',
        'Mbit/s to the proxy, nothing new',
        'Mbit/s, new version by difference',
      ],
      office.map(({ name, looks }) => {
        const peak = peakPerSecond(looks.flat(), [MONDAY * DAY, (MONDAY + 1) * DAY]) * (OFFICE / SAMPLE);
        return [
          name,
          number(peak * 2),
          number((peak * same * 8) / 1e6, 1),
          number((peak * changed * 8) / 1e6, 1),
        ];
      }),
    ),
    'A proxy that caches asks the host for each file once; one that cannot see into https passes everything on.',
    '### The site, a million readers in an hour',
    `${number(READERS / 3600)} readers a second, each opening one page with nothing kept from before.`,
    table(
      [
        'page',
        'requests',
        'kB',
        'requests a second',
        'Mbit/s',
        'GB in all',
        ...PRICES.map(({ name }) => name),
      ],
      pages.map(({ name, requests, bytes }) => [
        name,
        number(requests),
        number(bytes / 1000),
        number((READERS / 3600) * requests),
        number(((READERS / 3600) * bytes * 8) / 1e6),
        number((READERS * bytes) / 1e9),
        ...PRICES.map(
          ({ perGb, perMillion }) =>
            `$${number(((READERS * bytes) / 1e9) * perGb + ((READERS * requests) / 1e6) * perMillion, 2)}`,
        ),
      ]),
    ),
  ].join('\n\n')}\n`;
}

if (import.meta.main)
  await runCommand(USAGE, async () => {
    readArguments(process.argv.slice(2), []);
    process.stdout.write(await report());
  });
