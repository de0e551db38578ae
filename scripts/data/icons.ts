/**
 * Draws the icons in `public/icons/` from the shapes in this repository: `node scripts/data/icons.ts`.
 * The drawings are committed, so that a build needs no browser; run it again only when a shape changes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { VERDICT_LEVELS, type VerdictLevel } from '../../lib/register/verdict-level.ts';
import { VERDICT_SHAPES } from '../../lib/snapshot/verdict-shapes.ts';

const OUT = new URL('../../public/icons/', import.meta.url);

/** A note in the margin: a paragraph sign in a speech mark. */
const EXTENSION_ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <path fill="#44699c" d="M6 0h20a6 6 0 0 1 6 6v15a6 6 0 0 1-6 6H15.5L9 32v-5H6a6 6 0 0 1-6-6V6a6 6 0 0 1 6-6z"/>
  <g fill="none" stroke="#fff" stroke-width="2.5" stroke-linecap="round">
    <path d="M20.4 7C19.8 5.1 18.2 4 16 4c-2.5 0-4.3 1.4-4.3 3.5 0 4.3 9.2 3.6 9.2 7.8 0 1.6-1.1 2.7-2.7 3.2"/>
    <path d="M11.6 20c.6 1.9 2.2 3 4.4 3 2.5 0 4.3-1.4 4.3-3.5 0-4.3-9.2-3.6-9.2-7.8 0-1.6 1.1-2.7 2.7-3.2"/>
  </g>
</svg>`;

function verdictIcon(level: VerdictLevel): string {
  const { colour, drawing } = VERDICT_SHAPES[level];
  const tones = { ink: colour, paper: '#fff' };
  const parts = drawing.map(({ d, paint, tone }) =>
    paint === 'fill'
      ? `<path d="${d}" fill="${tones[tone]}"/>`
      : `<path d="${d}" fill="none" stroke="${tones[tone]}" stroke-width="2" stroke-linecap="round"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${parts.join('')}</svg>`;
}

const drawings = [
  ...[16, 32, 48, 128].map((size) => ({ name: `${size}.png`, svg: EXTENSION_ICON, size })),
  ...VERDICT_LEVELS.flatMap((level) =>
    [16, 32].map((size) => ({ name: `verdict-${level}-${size}.png`, svg: verdictIcon(level), size })),
  ),
];

mkdirSync(OUT, { recursive: true });
const browser = await puppeteer.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
});
try {
  const page = await browser.newPage();
  for (const { name, svg, size } of drawings) {
    await page.setViewport({ width: size, height: size });
    const image = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    await page.setContent(
      `<style>html,body{margin:0;background:transparent}img{display:block;width:${size}px;height:${size}px}</style><img src="${image}">`,
    );
    writeFileSync(new URL(name, OUT), await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
console.log(`${drawings.length} icons in public/icons/`);
