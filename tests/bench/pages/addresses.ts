import type { Random } from './random.ts';

type Address = (random: Random) => string;

const digits = (random: Random, length: number) => Array.from({ length }, () => random.below(10)).join('');
const letters = (random: Random, length: number) =>
  Array.from({ length }, () => String.fromCharCode(97 + random.below(26))).join('');
const video: Address = (random) =>
  `https://www.tiktok.com/@${letters(random, 7)}/video/7${digits(random, 18)}`;

/** Links of an ordinary site; a few lead through a wrapper or share something, as they do everywhere. */
const ELSEWHERE: readonly [Address, ...Address[]] = [
  (random) => `/${letters(random, 6)}/${random.below(1e4)}`,
  ...Array<Address>(47).fill((random) => `/${letters(random, 6)}/${random.below(1e4)}`),
  ...Array<Address>(48).fill((random) => `https://${letters(random, 8)}.example/${letters(random, 5)}`),
  (random) => `https://www.google.com/url?q=https%3A%2F%2F${letters(random, 8)}.example%2F`,
  (random) => `https://l.facebook.com/l.php?u=https%3A%2F%2F${letters(random, 8)}.example%2F&h=AT0`,
  (random) => `https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2F${letters(random, 6)}.example`,
  (random) => `mailto:${letters(random, 6)}@example.org`,
];

const PLAIN: readonly [Address, ...Address[]] = [
  video,
  (random) => `https://www.tiktok.com/@${letters(random, 9)}`,
  (random) => `https://vm.tiktok.com/ZM${letters(random, 7)}/`,
  (random) => `https://www.tiktok.com/tag/${letters(random, 6)}`,
];

const WRAPPED: readonly [Address, ...Address[]] = [
  (random) => `https://www.google.com/url?q=${encodeURIComponent(video(random))}&sa=D`,
  (random) => `https://l.facebook.com/l.php?u=${encodeURIComponent(video(random))}&h=AT0`,
  (random) => `https://out.reddit.com/t3_x?url=${encodeURIComponent(video(random))}&token=AQ`,
];

/** Spellings that browsers accept and that the text "tiktok" is not in. */
const ODD: readonly [Address, ...Address[]] = [
  (random) => video(random).replace('tiktok', 'TikTok'),
  (random) => video(random).replace('tiktok', 'tik%74ok'),
  (random) => video(random).replace('tiktok', 'tik\ttok'),
  (random) => video(random).replace('tiktok', 'ｔｉｋｔｏｋ'),
  (random) => `HTTPS://VM.TIKTOK.COM/ZM${letters(random, 7)}/`,
];

/** An address that does not lead to TikTok. */
export const elsewhere: Address = (random) => random.pick(ELSEWHERE)(random);
/** An address on one of TikTok's hosts, spelled as it usually is. */
export const plain: Address = (random) => random.pick(PLAIN)(random);
/** A TikTok address inside a redirect. */
export const wrapped: Address = (random) => random.pick(WRAPPED)(random);
/** A TikTok address that no search for a text finds. */
export const odd: Address = (random) => random.pick(ODD)(random);

/** An address as it stands in an HTML attribute. */
export const attribute = (address: string): string =>
  address.replaceAll('&', '&amp;').replaceAll('\t', '&#9;');
