import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { couldBeTikTok } from '../../../lib/links/could-be-tiktok.ts';
import { recogniseMarkup } from '../../../lib/links/markup.ts';
import { recognise } from '../../../lib/links/recognise.ts';
import wrappers from '../../../lib/links/wrappers.json' with { type: 'json' };
import { WITHOUT_WRITER, WRITERS, type Writer } from './encoders.ts';

const BASES = [
  'https://page.example/dir/',
  'http://page.example/',
  'https://www.tiktok.com/@a/',
  undefined,
] as const;

/** Pieces that addresses, wrappers and tricks are made of. */
const piece = fc.oneof(
  fc.constantFrom(
    ...'https: http: HTTPS: // / \\ ///// . : @ ? # & = % %2f %3A %40 %25 * ** __ ___ __; !! ; - _ a1'.split(
      ' ',
    ),
    ...'tiktok.com www.tiktok.com vm.tiktok.com TikTok.com t%69ktok.com tikt\u{24de}k.com tik\u00adtok.com'.split(
      ' ',
    ),
    ...'@demo video photo 7301444405347536130 t/ZT1 embed/v2 login?redirect_url= item_id= #/@demo/video/1'.split(
      ' ',
    ),
    ...'snssdk1233: tiktok: intent: #Intent; scheme=https; package=com.zhiliaoapp.musically; ;end'.split(' '),
    ...'www.google.com/url?q= l.facebook.com/l.php?u= urldefense.com/v3/__ urldefense.com/v2/url?u='.split(
      ' ',
    ),
    ...'www.bing.com/ck/a?u=a1 aHR0cHM6Ly93d3cudGlrdG9rLmNvbS8 web.archive.org/web/2024/ href.li/?'.split(
      ' ',
    ),
    ...'www-tiktok-com.translate.goog/ google.com/amp/s/ url.avanan.click/v2/___ .evil.example'.split(' '),
    ' ',
    '\t',
    '\n',
    '\0',
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const address = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
  fc.array(piece, { maxLength: 10 }).map((pieces) => `https://${pieces.join('')}`),
);
const base = fc.constantFrom(...BASES);

describe('any string', () => {
  test('gets an answer; what is TikTok stays TikTok when looked at again', () => {
    fc.assert(
      fc.property(address, base, (url, from) => {
        const answer = recognise(url, from);
        expect(answer.kind === null).toBe(!answer.tiktok);
        expect(answer.via.length).toBeLessThanOrEqual(5);
        if (answer.destination === null) return;
        const again = recognise(answer.destination);
        expect(again.tiktok).toBe(answer.tiktok);
        if (answer.tiktok) expect(again).toMatchObject({ via: [], destination: answer.destination });
      }),
      { numRuns: 20_000 },
    );
  });

  test('is told from another that begins alike, whichever was asked first', () => {
    const heads = ['https://www.tiktok.com', 'https://www.tiktok.comx', 'https://www.tiktok.co', 'https://x'];
    for (const first of heads.flatMap((head) => [head, `${head}/`, `${head}?/`, `${head}x/`])) {
      couldBeTikTok(first);
      expect(couldBeTikTok('https://www.tiktok.com/@a')).toBe(true);
      expect(couldBeTikTok('https://www.tiktok.com')).toBe(true);
      expect(couldBeTikTok('https://www.tiktok.co/')).toBe(false);
    }
  });

  test('is never passed over by the cheap question', () => {
    fc.assert(
      fc.property(address, base, (url, from) => {
        const fromTikTok = from !== undefined && couldBeTikTok(from);
        if (recognise(url, from).tiktok) expect(couldBeTikTok(url, fromTikTok)).toBe(true);
      }),
      { numRuns: 20_000 },
    );
  });

  test('in more wrappers than are taken off is no link to either question', () => {
    const nest = (n: number) => 'https://www.google.com/url?q='.repeat(n);
    const target = 'https://snssdk1233.onelink.me/x';
    expect(couldBeTikTok(nest(5) + target)).toBe(true);
    expect(recognise(nest(5) + target).tiktok).toBe(true);
    for (const n of [6, 1400, 20_000]) {
      expect(couldBeTikTok(nest(n) + target)).toBe(false);
      expect(recognise(nest(n) + target).tiktok).toBe(false);
    }
  });

  test('can be the text of a noscript element', () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(recogniseMarkup(`<iframe src="${pieces.join('')}"`).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789');
const word = fc.string({ unit: letter, minLength: 1, maxLength: 8 });
const target = fc
  .tuple(
    fc.constantFrom(
      'https://www.tiktok.com',
      'https://tiktok.com',
      'https://m.tiktok.com',
      'https://de.tiktok.com',
    ),
    fc.oneof(
      fc.tuple(word, word).map(([a, b]) => `/@${a}.${b}_`),
      fc
        .tuple(word, fc.integer({ min: 0, max: 999_999 }))
        .map(([a, n]) => `/@${a}/video/7301444405347${n + 100_000}`),
      word.map((code) => `/t/ZT${code}-/`),
    ),
    fc.constantFrom('', '?lang=de', '?a=1&b=%C3%BC+%2B', '?q=%D2%80%25', '#x', '?_t=8a-b_c&_r=1#x%20y'),
  )
  .map((parts) => parts.join(''));

const writer = fc.constantFrom(...WRITERS);
const ANYWHERE = new Set(wrappers.filter(({ hosts }) => hosts.includes('*')).map(({ id }) => id));

/** A URL in wrappers, the first innermost; null where one of them cannot hold what it is given. */
function nest(url: string, inner: readonly Writer[]): string | null {
  try {
    const wrapped = inner.reduce((text, { write }) => new URL(write(text)).href, url);
    // A host name longer than 253 characters names nothing; the mapped ones grow.
    return wrapped.length < 100_000 && new URL(wrapped).hostname.length <= 63 ? wrapped : null;
  } catch {
    return null;
  }
}

describe('a TikTok URL in wrappers', () => {
  test('is written by all that carry a whole URL', () => {
    expect([...new Set(WITHOUT_WRITER.map(({ target }) => target))]).toEqual([
      'host in parameter domain',
      'sealed',
      "TikTok's path",
    ]);
  });

  test.each(WRITERS.map((writer) => [writer.id, writer.example, writer] as const))(
    'in %s, as %s',
    (id, _example, { write }) => {
      fc.assert(
        fc.property(target, (url) => {
          const { via, ...plain } = recognise(url);
          expect(via).toEqual([]);
          expect(recognise(write(url))).toEqual({ ...plain, via: [id] });
          expect(couldBeTikTok(write(url))).toBe(true);
        }),
        { numRuns: 50 },
      );
    },
  );

  test('in any five of them', () => {
    fc.assert(
      fc.property(target, fc.array(writer, { minLength: 1, maxLength: 5 }), (url, inner) => {
        const wrapped = nest(url, inner);
        fc.pre(wrapped !== null);
        expect(recognise(wrapped)).toEqual({
          ...recognise(url),
          via: inner.map(({ id }) => id).toReversed(),
        });
        expect(couldBeTikTok(wrapped)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test.each(WRITERS.map((each) => [each.id, each.example, each] as const))(
    'in more than five of %s, as %s, is no link, however deep',
    (id, _example, each) => {
      for (const depth of [6, 9]) {
        const wrapped = nest('https://www.tiktok.com/@demo', Array(depth).fill(each));
        // Some grow with each layer until nothing takes them.
        if (wrapped === null) continue;
        expect(recognise(wrapped)).toMatchObject({
          tiktok: false,
          via: Array(5).fill(id),
          destination: null,
        });
        couldBeTikTok(wrapped);
      }
      // The text of such a wrapper without end: a megabyte is answered at once.
      const head = each.example.replace(/https(:|%3A).*?(?=tiktok)/i, '');
      const endless = head.repeat(Math.ceil(1_000_000 / head.length));
      recognise(endless);
      couldBeTikTok(endless);
    },
  );

  test('in a mixed nest of any depth gets an answer, and the cheap question agrees', () => {
    fc.assert(
      fc.property(target, fc.array(writer, { minLength: 6, maxLength: 14 }), (url, inner) => {
        const wrapped = nest(url, inner);
        fc.pre(wrapped !== null);
        const answer = recognise(wrapped);
        expect(answer.via.length).toBe(5);
        expect(answer.tiktok).toBe(false);
        couldBeTikTok(wrapped);
      }),
      { numRuns: 500 },
    );
  });
});

describe('look-alikes', () => {
  const name = fc.constantFrom(
    'tiktok.com',
    'www.tiktok.com',
    'vm.tiktok.com',
    'musical.ly',
    'snssdk1233.onelink.me',
  );
  const label = fc.string({ unit: letter, minLength: 1, maxLength: 6 });

  test('names before, after and inside other hosts are not TikTok', () => {
    fc.assert(
      fc.property(name, label, fc.constantFrom('/@demo', ':443/@demo', '?a', '#a'), (host, extra, after) => {
        for (const other of [
          `${host}.${extra}.example`,
          `${extra}${host.replace(/^.*\.(?=\w+\.\w+$)/, '')}`,
          `${extra}-${host.replaceAll('.', '-')}.example`,
          `${host}-${extra}.example`,
          `${extra}.example/${host}`,
          `${extra}.example?${host}`,
          `${extra}.example#${host}`,
          `${host}@${extra}.example`,
          `${host}:${extra}@${extra}.example`,
        ]) {
          // `x` + `tiktok.com` and the like must not happen to be a name that is known.
          if (/^(\w*fix(up)?tiktok|tiktok)\.com$/.test(other)) continue;
          expect(recognise(`https://${other}${after}`), other).toMatchObject({ tiktok: false, via: [] });
        }
      }),
    );
  });

  test('wrapper names before other hosts unwrap nothing', () => {
    // Some services run on any host: they are told by their path.
    const own = WRITERS.filter(({ id }) => !ANYWHERE.has(id));
    fc.assert(
      fc.property(fc.constantFrom(...own), label, target, ({ write }, extra, url) => {
        const fake = new URL(write(url));
        fake.host = `${fake.hostname}.${extra}.example`;
        expect(recognise(fake.href)).toMatchObject({ tiktok: false, via: [], destination: null });
      }),
    );
  });
});

/** Inputs that make careless code quadratic, by how often their part is repeated. */
const HOSTILE: Readonly<Record<string, (n: number) => string>> = {
  escapes: (n) => `https://www.google.com/url?q=${'%25'.repeat(n)}`,
  stars: (n) => `https://urldefense.com/v3/__https://a/${'*'.repeat(n)}__;${'A'.repeat(n)}!!`,
  runs: (n) => `https://urldefense.com/v3/__https://a/${'**_'.repeat(n)}__;${'A'.repeat(n)}!!`,
  ends: (n) => `https://urldefense.com/v3/__${'__;'.repeat(n)}`,
  base64: (n) => `https://www.bing.com/ck/a?u=a1${'aHR0'.repeat(n)}`,
  'bad base64': (n) => `https://www.bing.com/ck/a?u=a1${'a=-_'.repeat(n)}`,
  news: (n) => `https://news.google.com/articles/${'aHR0cDovLw'.repeat(n)}`,
  parameters: (n) => `https://www.google.com/url?${'&a=1'.repeat(n)}`,
  names: (n) => `https://www-tiktok-com.translate.goog/?${'&_x_tr_'.repeat(n)}`,
  slashes: (n) => `https://www.tiktok.com${'/'.repeat(n)}`,
  folders: (n) => `https://www.tiktok.com/${'en/'.repeat(n)}`,
  labels: (n) => `https://${'a.'.repeat(n)}tiktok.com/`,
  digits: (n) => `https://www.tiktok.com/video/${'1'.repeat(n)}`,
  ids: (n) => `https://www.tiktok.com/?${'&item_id=1a'.repeat(n)}`,
  signs: (n) => `https://www.tiktok.com/@${'@'.repeat(n)}`,
  underscores: (n) => `https://url.avanan.click/v2/___${'___.'.repeat(n)}`,
  keys: (n) => `https://disq.us/?url=${':a'.repeat(n)}`,
  archives: (n) => `https://web.archive.org/web/${'2024*/'.repeat(n)}`,
  marks: (n) => `https://link.edgepilot.com/s/${'?u'.repeat(n)}`,
  users: (n) => `https://${'a@'.repeat(n)}tiktok.com`,
  tabs: (n) => 'ht\t'.repeat(n),
  blanks: (n) => `${' '.repeat(n)}https://www.tiktok.com/`,
  intents: (n) => `intent://x${'#Intent;scheme='.repeat(n)};end`,
  webviews: (n) => 'tiktok://webview?url='.repeat(n),
  logins: (n) => 'https://www.tiktok.com/login?redirect_url='.repeat(n),
  nests: (n) => 'https://www.google.com/url?q='.repeat(n),
  'mixed nests': (n) =>
    'https://l.facebook.com/l.php?u=https://www.google.com/url?q=https://t.umblr.com/redirect?z='.repeat(n),
  'twofold nests': (n) => `https://www.google.com/url?q=${'https://www.google.com/url?url=&q='.repeat(n)}`,
};

// A megabyte takes a few milliseconds; quadratic work on it takes minutes and outlasts the time a test has.
test.each(Object.entries(HOSTILE))('a megabyte of %s is answered at once', (_name, write) => {
  const text = write(Math.ceil(1_000_000 / write(1).length));
  recognise(text, 'https://page.example/');
  couldBeTikTok(text);
  recogniseMarkup(`<iframe ${text}`.repeat(2));
});
