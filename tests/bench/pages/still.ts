import { attribute, elsewhere, odd, plain, wrapped } from './addresses.ts';
import { createRandom, type Random } from './random.ts';

const WORDS =
  'harbour council opens road after winter works said people market train early talks over new school river'.split(
    ' ',
  );

const words = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.pick(['the', ...WORDS])).join(' ');

/** @param address as it would stand in the DOM, not escaped */
export const link = (random: Random, address: string): string =>
  `<a href="${attribute(address)}">${words(random, 1)}</a>`;

/** A whole document. `script` is put at its end. */
export const page = (title: string, body: string, script = ''): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>` +
  '<style>body{font:16px/1.5 sans-serif;max-width:60em;margin:auto}nav li{display:inline-block;margin-inline-end:1em}</style>' +
  `<body>${body}${script}</html>`;

const list = (random: Random, length: number): string =>
  `<ul>${Array.from({ length }, () => `<li>${link(random, elsewhere(random))}</li>`).join('')}</ul>`;

/** A news story between its lists of links: 400 links. With `tiktok`, 3 of them and an embed further down are TikTok's. */
export function storyBody(seed: number, tiktok: boolean): string {
  const random = createRandom(seed);
  const special = tiktok
    ? new Map([
        [5, plain(random)],
        [17, 'https://vm.tiktok.com/ZMharbour/'],
        [29, wrapped(random)],
      ])
    : new Map<number, string>();
  const paragraphs = Array.from({ length: 50 }, (_, i) => {
    const address = special.get(i) ?? elsewhere(random);
    return (
      `<p><em>${words(random, 2)}</em> ${words(random, 5)} ${link(random, address)} <b>${words(random, 2)}</b> ` +
      `${words(random, 4)} <i>${words(random, 1)}</i> ${link(random, elsewhere(random))}.</p>`
    );
  });
  // Far below the fold and lazy: it counts as an embed, and nothing is loaded for it.
  const embed = tiktok
    ? '<iframe loading="lazy" width="325" height="600" title="video" src="https://www.tiktok.com/embed/v2/7000000000000000001"></iframe>'
    : '';
  return (
    `<nav>${list(random, 100)}</nav><main><h1>${words(random, 4)}</h1>${paragraphs.join('')}</main>` +
    `<aside>${list(random, 100)}</aside><footer>${list(random, 100)}</footer>${embed}`
  );
}

/** 3,000 posts of four links and nine elements; every 20th post of the first `tiktok` times 20 has a TikTok link. */
export function feed(tiktok: number): string {
  const random = createRandom(2);
  const posts = Array.from({ length: 3000 }, (_, i) => {
    const third = i % 20 === 7 && i < tiktok * 20 ? plain(random) : elsewhere(random);
    return (
      `<article><h2>${link(random, elsewhere(random))}</h2><p>${words(random, 9)} ${link(random, elsewhere(random))} ` +
      `<span>${words(random, 2)}</span> <b>${link(random, third)}</b></p>${link(random, elsewhere(random))}</article>`
    );
  });
  return page('feed', posts.join(''));
}

/** Of 100,000 links every 100th is TikTok's: in ten of them seven plain, two wrapped, one odd. */
export function directory(): string {
  const random = createRandom(3);
  const address = (i: number) => {
    if (i % 100 !== 50) return elsewhere(random);
    const which = ((i - 50) / 100) % 10;
    return which < 7 ? plain(random) : which < 9 ? wrapped(random) : odd(random);
  };
  const rows = Array.from({ length: 25_000 }, (_, row) => {
    const links = Array.from({ length: 4 }, (_, i) => link(random, address(row * 4 + i)));
    return `<li>${links.join(' ')}</li>`;
  });
  return page('directory', `<ul>${rows.join('')}</ul><footer id="end"></footer>`);
}

/** 5,000 TikTok links and no other. */
export function all(): string {
  const random = createRandom(4);
  const rows = Array.from(
    { length: 2500 },
    () => `<li>${link(random, plain(random))} ${link(random, plain(random))}`,
  );
  return page('all', `<ol>${rows.join('')}</ol>`);
}
