import type { Snapshot, VerdictLevel } from './snapshot.ts';
import { VERDICT_SHAPES } from './verdict-shapes.ts';

/*
 * The style rules of badge, card and question. The background makes them and puts them into the snapshot: the content
 * script, which is read in every frame of every page, does not carry them.
 */

/**
 * Declarations of the badge's element. `!important`, because among important declarations those of the inner tree win
 * over the page's, inline ones included, so that no rule of a page reaches the badge.
 */
const host = (declarations: string, part = ''): string =>
  `:host${part}{${declarations.replaceAll(';', '!important;')}}`;

/**
 * As high as the text, and never below 12 pixels. The margins take the badge's height back, so that no line grows. Its
 * box does not depend on the verdict, so that a page cannot read that off.
 */
const IN_LINE = host(
  'all:initial;display:inline-block;position:relative;inline-size:1em;block-size:1em;margin-block:-.5em;' +
    'margin-inline:.25em;vertical-align:.33em;align-self:center;flex:none;color:inherit;font-size:max(1em,12px);' +
    'line-height:inherit;user-select:none;color-scheme:inherit;writing-mode:inherit;cursor:pointer;border-radius:.2em;',
);

/**
 * What can be pressed beyond the badge: its own margins, and its line as far as 24 pixels. Nothing of the page is there.
 * A part of the element itself, so that the element is what a press meets.
 */
const PRESSABLE = host(
  'content:"";position:absolute;inset-inline:-.25em;inset-block:min(0px,(1em - min(24px,1lh))/2);',
  '::after',
);

/**
 * The drawing. It lets the pointer through, so that no event ever has to do with it, and clips what it holds, so that
 * neither a range nor the size of what was painted tells one word from another.
 */
const DRAWING = `
span{position:absolute;inset:0;display:flex;align-items:center;gap:.3em;overflow:clip;pointer-events:none;line-height:1}
span::before{content:"";flex:none;inline-size:1em;block-size:1em}
${host('outline:2px solid Highlight;outline-offset:2px;', '(:focus-visible)')}
@media print{:host{display:none!important}}
@media (forced-colors:active){span::before{forced-color-adjust:none;color:CanvasText!important}}`;

/** A text as a string of CSS, whatever stands in it. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\\p{Cc}]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;

/** Longer than any badge is wide. */
const FILLING = '\u00a0'.repeat(60);

/**
 * With a word the badge is a label, of one size for all words: "Advised against" in a wide font just fits. The word is
 * no text of the page, so that no search, selection or text fragment finds it. Its letters are never below 9 pixels.
 */
const withWord = (word: string): string => `${host('inline-size:max(7.7em,105px);')}
span{box-sizing:border-box;padding-inline:.2em;border:1px solid #8888;border-radius:.5em}
span::before{inline-size:.78em;block-size:.78em}
span::after{content:${quoted(word + FILLING)};font:600 max(.66em,9px)/1.2 system-ui,sans-serif;white-space:pre}`;

/** Where a badge lies over something of the page: on a plate, and never with a word, which would hide more. */
const ON_PLATE = `
span{inset:0 auto auto 0;inline-size:1.3em;block-size:1.3em;justify-content:center;padding:0;border:0;border-radius:.65em;background:Canvas;color:CanvasText}
span::before{inline-size:1em;block-size:1em}
span::after{content:none}
${host('content:none;', '::after')}`;
// Centring would shift the box by half its height: it counts for the place where the box would have stood, too.
const OUT_OF_FLOW = 'position:absolute;align-self:auto;inline-size:1.3em;block-size:1.3em;z-index:1;';

/** One more style sheet for each place that needs one; the places are told apart in `place.ts`. */
const PLACES = {
  beneath: host('display:block;margin:.1em 0;'),
  over:
    host(`${OUT_OF_FLOW}display:block;margin:0;align-self:start;justify-self:start;translate:-.4em -.4em;`) +
    ON_PLATE,
  below: host(`${OUT_OF_FLOW}display:block;margin:0;translate:.2em -1.4em;`) + ON_PLATE,
  corner: host(`${OUT_OF_FLOW}display:inline;margin:.3em 0 0 0;margin-inline-start:-1.6em;`) + ON_PLATE,
  cut:
    host('position:sticky;inset-inline-end:0;inline-size:1.3em;block-size:1.3em;margin-block:-.65em;') +
    ON_PLATE,
};

/**
 * The box of card and question in the page, and the frame in it: of one size for every text, which nothing but the
 * window decides. Nothing is seen of it until something was drawn.
 */
const FRAME = `${host('all:initial;display:contents;')}
.box{all:initial;display:block;position:fixed;inset:auto;margin:0;inline-size:min(340px,100vw - 16px);block-size:min(280px,100vh - 16px);border-radius:10px;overflow:clip;opacity:0;pointer-events:none;color-scheme:light dark}
.box.shown{opacity:1;pointer-events:auto;box-shadow:0 6px 24px #0004}
dialog.box{inset:0;margin:auto}
dialog.shown::backdrop{background:#0006}
iframe{all:initial;display:block;inline-size:100%;block-size:100%;border:0;color-scheme:light dark}
@media print{.box{display:none}}`;

const LINE = 'light-dark(#e2e5ea,#3a3f49)';
const SOFT = 'light-dark(#56606e,#a9b1bd)';
const FOCUS = 'outline:2px solid light-dark(#44699c,#8fb2e0)';

/** The card, and the question before a link opens, in their frame. */
const PANEL = `
html{color-scheme:light dark;block-size:100%}
body{box-sizing:border-box;block-size:100%;margin:0;overflow:auto;overscroll-behavior:contain;padding:12px 14px;border:1px solid light-dark(#c9ced6,#4a505c);border-radius:10px;background:light-dark(#fff,#22252b);color:light-dark(#1d2229,#e8eaee);font:14px/1.45 system-ui,sans-serif}
body:focus{${FOCUS};outline-offset:-2px}
h2{display:flex;align-items:center;gap:8px;margin:0 0 6px;font-size:16px;line-height:1.3}
i{flex:none;inline-size:20px;block-size:20px}
p{margin:0 0 4px;overflow-wrap:anywhere}
section{margin:10px 0 0;padding-block-start:10px;border-block-start:1px solid ${LINE}}
section:empty{display:none}
p+.gap{margin-block-start:8px}
.title{font-weight:600}
.soft,.address{font-size:13px;color:${SOFT}}
.address{max-block-size:4.4em;overflow:auto}
button{all:unset;cursor:pointer;border-radius:6px}
.title button{text-decoration:underline;text-decoration-color:${SOFT};text-underline-offset:3px}
button:focus-visible{${FOCUS};outline-offset:2px}
.row{display:flex;flex-wrap:wrap;align-items:center;gap:8px}
.row button{padding:4px 12px;border:1px solid light-dark(#9aa3b0,#6b7482)}
.row button:hover{background:${LINE}}
.row .soft{margin-block:0;margin-inline:auto 0}
@media (forced-colors:active){i{forced-color-adjust:none;color:CanvasText!important}}`;

/** The style sheets for a verdict and a style of marks. @param word the verdict in one or two words */
export function sheetsOf(level: VerdictLevel, style: Snapshot['style'], word: string): Snapshot['sheets'] {
  const { colour, css } = VERDICT_SHAPES[level];
  const drawn = `{color:${colour};${css}}`;
  return {
    badge: [IN_LINE, PRESSABLE, DRAWING, style === 'word' ? withWord(word) : '', `span::before${drawn}`].join(
      '',
    ),
    frame: FRAME,
    panel: `${PANEL}i${drawn}`,
    ...PLACES,
  };
}
