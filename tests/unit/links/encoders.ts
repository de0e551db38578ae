import type { WrapperEntry } from '../../../lib/links/make-wrapper-table.ts';
import wrappers from '../../../lib/links/wrappers.json' with { type: 'json' };

/*
 * Writers of all wrappers that carry their whole target: each puts another URL where the example of its row has
 * TikTok's.
 */

const TARGET = 'https://www.tiktok.com/@quiet.harbour';

const e = encodeURIComponent;
const base64 = (text: string) => Buffer.from(text).toString('base64');
const base64url = (text: string) => Buffer.from(text).toString('base64url');
const withoutScheme = (url: string) => url.replace(/^https:\/\//, '');
const lowerHex = (text: string) => text.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase());
const escaped = (url: string, signs: RegExp, mark: string) =>
  url.replace(signs, (sign) => mark + sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0'));

/** Percent-encodes all but letters, digits and dots, as Proofpoint v2 does before it swaps the signs. */
const strictly = (url: string) => escaped(e(url), /[-_!~*'()]/g, '%');
const proofpointV2 = (url: string) => strictly(url).replaceAll('%2F', '_').replaceAll('%', '-');

/** Runs of replaced bytes become a star or two stars and a length; the bytes go into the base64 part. */
function proofpointV3(url: string): string {
  const lengths = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const replaced: string[] = [];
  const text = url.replace(/(?:[%#+*[\]]|[^ -~])+|__;/g, (run) => {
    const { length } = Buffer.from(run);
    if (length > 65) throw new Error('too long a run for this writer');
    replaced.push(run);
    return length === 1 ? '*' : `**${lengths[length - 2]}`;
  });
  return `${text}__;${base64url(replaced.join(''))}!!`;
}

function newsRecord(url: string): string {
  const { length } = url;
  const head = length > 127 ? [(length & 127) | 128, length >> 7] : [length];
  return base64url(`\x08\x13"${String.fromCharCode(...head)}${url}`);
}

/** How an encoding stands in an example, and how any URL is written in its place. */
type Form = readonly [example: string, write: (url: string) => string];
const same = (write: (url: string) => string): Form => [write(TARGET), write];
const json = (text: (url: string) => object): Form => same((url) => base64url(JSON.stringify(text(url))));

const WRITTEN: readonly Form[] = [
  same(e),
  [e(withoutScheme(TARGET)), (url) => e(withoutScheme(url))],
  [e(TARGET).replace('%3A', ':').replace('%40', '@'), (url) => e(url).replace('%3A', ':')],
  [TARGET, (url) => url],
  [withoutScheme(TARGET), withoutScheme],
];

const FORMS: Readonly<Record<string, readonly Form[]>> = {
  percent: [
    same(e),
    [TARGET, (url) => escaped(url, /[%&#+]/g, '%')],
    [lowerHex(e(TARGET)), (url) => lowerHex(e(url))],
  ],
  twice: [[e(TARGET), (url) => e(e(url))]],
  written: WRITTEN,
  'no-scheme': [same((url) => e(withoutScheme(url)))],
  base64: [
    same((url) => e(base64(url))),
    same(base64),
    same(base64url),
    [e(TARGET), (url) => lowerHex(e(url))],
  ],
  ampersands: [same(e)],
  asterisks: [[TARGET, (url) => escaped(url, /[%?#+*]|_(?=_)/g, '*')]],
  bing: [same(base64url)],
  disqus: [same((url) => e(`${url}:Key_a-1`))],
  'google-cache': [[TARGET, e]],
  'google-news': [
    [`${newsRecord(TARGET)}0gEA`, (url) => newsRecord(url) + (newsRecord(url).length % 4 ? '' : '0gEA')],
  ],
  'proofpoint-v2': [same(proofpointV2)],
  'proofpoint-v3': [same(proofpointV3)],
  'json e': [json((url) => ({ e: url, p: 1, s: 2 }))],
  'json href': [json((url) => ({ email_id: 'x', href: url, link_id: 1 }))],
  'json url': [
    json((url) => ({ lang: 'fr', url })),
    json((url) => ({ s: 'x', v: 1, p: JSON.stringify({ u: 1, v: 1, url }).replaceAll('/', '\\/') })),
  ],
};

const afterHost = (url: string) => url.slice(url.indexOf('/', 8));
const host = (url: string) => new URL(url).host;

/** Wrappers that map the host. */
const MAPPED: Readonly<Record<string, (url: string) => string>> = {
  'host, dashes for dots': (url) =>
    `https://${host(url).replaceAll('-', '--').replaceAll('.', '-')}.translate.goog${afterHost(url)}`,
  'host and path': (url) =>
    `https://${host(url).replaceAll('.', '-')}.turbopages.org/${host(url)}/s${afterHost(url)}`,
  'host before the suffix': (url) => `https://${host(url)}.mcas.ms${afterHost(url)}`,
  frame: (url) => `https://cdn.embedly.com/widgets/media.html?src=${e(url)}&schema=x`,
};

function writerOf({ target, encoding, example }: WrapperEntry): ((url: string) => string) | null {
  const mapped = MAPPED[target];
  if (mapped) return mapped;
  const form = FORMS[encoding]?.find(([text]) => example.includes(text));
  return form ? (url) => example.replace(form[0], () => form[1](url)) : null;
}

/** A wrapper that carries its whole target. */
export interface Writer {
  readonly id: string;
  readonly example: string;
  readonly write: (url: string) => string;
}

export const WRITERS: readonly Writer[] = wrappers.flatMap((entry) => {
  const write = writerOf(entry);
  return write ? [{ id: entry.id, example: entry.example, write }] : [];
});

/** Rows that carry the host of their target alone, none that can be read, or nothing but TikTok's path. */
export const WITHOUT_WRITER: readonly WrapperEntry[] = wrappers.filter((entry) => !writerOf(entry));
