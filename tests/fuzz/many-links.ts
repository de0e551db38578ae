import { createRandom, type Random } from '../bench/pages/random.ts';
import { WRITERS } from '../unit/links/encoders.ts';

/*
 * Links made quickly, so that millions can be tried: a URL near TikTok, misspelled or not, alone, in wrappers, in very
 * many, or cut and glued.
 */

const HEADS =
  'https:// http:// // /\\ https:\\\\ https://a@ HTTPS:// https:/ snssdk1233:// tiktok:// intent:// x-safari-https:// googlechrome:// microsoft-edge: '.split(
    ' ',
  );
const HOSTS =
  'www.tiktok.com vm.tiktok.com m.tiktok.com tiktok.com. x.y.tiktok.com TikTok.com t%69ktok.com ｔiktok.com tik\u00adtok.com v16-webapp.tiktok.com seller.us.tiktokglobalshop.com go.onelink.me musical.ly tiktok.com.evil.example www.google.com user/profile'.split(
    ' ',
  );
const PATHS =
  '/ /@demo.creator /@demo/video/7301444405347536130 /t/ZT8abc/ /zh-Hant-TW/@a /bIdt/x /login?redirect_url= :443/live ?x=1 #/@demo/video/1 \\@evil.example/ /%2e%2e/@a'.split(
    ' ',
  );
const PIECES =
  '% & ? # = / // . .. @ : ; * ** __ __; !! \\ \t \n %2F %252F %00 %zz ü 語 \ud83d \ufffd aHR0c a1 {"url":" +'.split(
    ' ',
  );

function plain(random: Random): string {
  const url =
    random.pick(HEADS as [string]) + random.pick(HOSTS as [string]) + random.pick(PATHS as [string]);
  return random.below(3) ? url : url + random.pick(PIECES as [string]) + random.pick(PIECES as [string]);
}

function nested(random: Random, depth: number): string {
  let text = plain(random);
  for (let layer = 0; layer < depth && text.length < 4000; layer++) {
    try {
      text = random.pick(WRITERS as [(typeof WRITERS)[number]]).write(text);
    } catch {
      // This writer cannot write what is no URL.
    }
  }
  return text;
}

/** Cuts a text and puts something in. */
function damaged(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.pick(PIECES as [string]) + text.slice(at + random.below(4));
}

/** The beginnings of wrappers in a row, as often as there is room for. */
function row(random: Random): string {
  const heads = Array.from({ length: 1 + random.below(3) }, () =>
    random
      .pick(WRITERS as [(typeof WRITERS)[number]])
      .example.replace(/(https(:|%3A)(\/|%2F)+)?www\.tiktok.*$/i, ''),
  );
  return heads.join('').repeat(1 + random.below(40)) + plain(random);
}

/** Links without end, always the same for a seed. */
export function* manyLinks(seed: number): Generator<string, never> {
  const random = createRandom(seed);
  for (;;) {
    const kind = random.below(10);
    if (kind < 3) yield plain(random);
    else if (kind < 6) yield nested(random, 1 + random.below(4));
    else if (kind < 7) yield nested(random, 5 + random.below(10));
    else if (kind < 9) yield damaged(random, nested(random, random.below(3)));
    else yield row(random);
  }
}
