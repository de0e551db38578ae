import { paddedRules } from './padded.ts';
import type { Snapshot, VerdictLevel } from './snapshot.ts';
import { EVERYWHERE, host, NOTHING_AROUND, ON_DARK, PLATE, SPOTS } from './spot-styles.ts';
import { VERDICT_SHAPES } from './verdict-shapes.ts';

/*
 * The style rules of badge, card and question. The background makes them and puts them into the snapshot: the content
 * script, which is read in every frame of every page, does not carry them.
 */

/**
 * The drawing. It lets the pointer through, so that no event ever has to do with it, and cannot be selected: else Firefox
 * takes it for the place in the text at which an event happened, and hands it to the page (`rangeParent`). In a line it is an inline box that is
 * as wide as its padding, like the badge itself. Among important declarations, those in a layer win over those of the
 * spots' sheets, which come later.
 */
const DRAWING = `
span{pointer-events:none;user-select:none;padding-inline-start:1em}
:host(:focus-visible){outline:2px solid Highlight!important;outline-offset:1px!important;border-radius:.2em!important}
@media print{@layer{:host{display:none!important}}}
@media (forced-colors:active){span{forced-color-adjust:none;color:CanvasText!important}}`;

/** A text as a string of CSS, whatever stands in it, of characters that browsers keep in one byte. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\\p{Cc}]|[^\0-\xff]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;

/** Characters of a word and the spaces after it, which are longer than any badge is wide. */
const WORD_ROOM = 60;

/**
 * With a word the badge is a label, of one size for all words: "Advised against" in a wide font just fits. The word is
 * no text of the page, so that no search, selection or text fragment finds it; it is clipped, so that neither a range nor
 * the size of what was painted tells one word from another: for that, the word needs a box of its own in the one that
 * clips it. Its letters are never below 9 pixels. Its margins take back what it is higher than letters, so that a line of
 * any usual height stays as it is.
 */
const withWord = (word: string, drawn: string): string => `
span{display:inline-block;box-sizing:border-box;inline-size:max(7.7em,105px);padding-inline:.2em;border:1px solid #8888;border-radius:.5em;overflow:clip;white-space:nowrap;vertical-align:middle;margin-block:-.25em;background:none;line-height:1;color:inherit}
span::before{content:"";display:inline-block;vertical-align:middle;inline-size:1em;block-size:1em;margin-inline-end:.3em${drawn}}
span::after{content:${quoted(word.padEnd(WORD_ROOM, '\u00a0'))} / "";display:inline-block;vertical-align:middle;font:600 max(.66em,9px)/1.2 system-ui,sans-serif;white-space:pre}`;

/**
 * The box of card and question in the page, and the frame in it: of one size for every text, which nothing but the
 * window decides. Nothing is seen of it until something was drawn.
 */
const FRAME = `${host('all:initial;display:contents;')}
.box{all:initial;display:block;position:fixed;inset:auto;margin:0;inline-size:min(340px,100vw - 16px);block-size:min(280px,100vh - 16px);border-radius:10px;overflow:clip;opacity:0;pointer-events:none;color-scheme:light dark}
.box.shown{opacity:1;pointer-events:auto;box-shadow:0 6px 24px #0004}
dialog.box{inset:0;margin:auto}
dialog.shown::backdrop{background:#0006}
iframe{all:initial;pointer-events:inherit;display:block;inline-size:100%;block-size:100%;border:0;color-scheme:light dark}
@media print{.box{display:none}}`;

const GROUND = 'light-dark(#fff,#22252b)';
const LINE = 'light-dark(#e2e5ea,#3a3f49)';
const SOFT = 'light-dark(#56606e,#a9b1bd)';
const FOCUSED = 'light-dark(#44699c,#8fb2e0)';

/** The card, and the question before a link opens, in their frame. What can be done stays in sight where there is room. */
const PANEL = `
html{color-scheme:light dark;block-size:100%;overflow:hidden}
body{display:flex;flex-direction:column;box-sizing:border-box;block-size:100%;margin:0;overflow:auto;overscroll-behavior:contain;scroll-padding-block:12px 64px;padding:12px 14px 0;border:1px solid light-dark(#c9ced6,#4a505c);border-radius:10px;background:${GROUND};color:light-dark(#1d2229,#e8eaee);font:14px/1.45 system-ui,sans-serif}
body:focus{outline:0;border:2px solid ${FOCUSED};padding:11px 13px 0}
body>*{flex:none}
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
button:focus-visible{outline:2px solid ${FOCUSED};outline-offset:2px}
.row{display:flex;flex-wrap:wrap;align-items:center;gap:8px 6px;position:sticky;inset-block-end:0;margin:auto -14px 0;padding:10px 14px;background:${GROUND}}
.row p{inline-size:100%;margin:0}
.row button{padding:4px 10px;border:1px solid light-dark(#9aa3b0,#6b7482)}
.row button:hover{background:${LINE}}
.asks button:first-of-type{border-color:#44699c;background:#44699c;color:#fff}
.asks button:first-of-type:hover{background:#35537c}
@media (max-height:220px){.row{position:static}}
@media (forced-colors:active){i{forced-color-adjust:none;color:CanvasText!important}}`;

/** The style sheets for a verdict and a style of marks. @param text the verdict in one or two words */
export function sheetsOf(level: VerdictLevel, style: Snapshot['style'], text: string): Snapshot['sheets'] {
  const { colour, css } = VERDICT_SHAPES[level];
  const drawn = `;color:${colour};${css}`;
  const word = style === 'word' ? withWord(text, drawn) : '';
  return {
    badge: paddedRules(`${EVERYWHERE}${NOTHING_AROUND}${DRAWING}span{${drawn.slice(1)}}`),
    frame: FRAME,
    panel: paddedRules(`${PANEL}i{font-size:20px${drawn}}`),
    ...SPOTS,
    line: paddedRules(SPOTS.line + word),
    dark: ON_DARK,
    plate: PLATE,
  };
}
