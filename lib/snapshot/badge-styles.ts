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
const host = (declarations: string): string => `:host{${declarations.replaceAll(';', '!important;')}}`;

/**
 * The margins take the badge's height back, so that no line grows. Its width does not depend on the verdict, so that a
 * page cannot read that off.
 */
const IN_LINE = host(
  'all:initial;display:inline-block;position:relative;inline-size:1em;block-size:1em;margin-block:-.5em;' +
    'margin-inline:.22em .08em;vertical-align:.33em;align-self:center;flex:none;color:inherit;font-size:inherit;' +
    'line-height:1;user-select:none;color-scheme:inherit;writing-mode:inherit;',
);

const BUTTON = `
button{all:unset;position:absolute;inset:0;display:flex;align-items:center;justify-content:center;gap:.3em;cursor:pointer;border-radius:.2em}
button::before{content:"";flex:none;inline-size:.88em;block-size:.88em}
button:focus-visible{outline:2px solid Highlight;outline-offset:2px}
span{font:600 .66em/1.2 system-ui,sans-serif;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
@media print{:host{display:none!important}}
@media (forced-colors:active){button::before,.card i{forced-color-adjust:none;color:CanvasText!important}}`;

/** With a word the badge is a label, of one size for all words: "Advised against" in a wide font just fits. */
const WITH_WORD = `${host('inline-size:7.7em;')}
button{box-sizing:border-box;padding-inline:.2em;border:1px solid #8888;border-radius:.5em}
button::before{inline-size:.78em;block-size:.78em}`;

/** Where a badge lies over something of the page: on a plate, and never with a word, which would hide more. */
const ON_PLATE = `
button{inset:0 auto auto 0;inline-size:1.3em;block-size:1.3em;padding:0;border:0;border-radius:.65em;background:Canvas;color:CanvasText}
span{display:none}`;
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

const LINE = 'light-dark(#e2e5ea,#3a3f49)';
const SOFT = 'light-dark(#56606e,#a9b1bd)';
const FOCUS = 'outline:2px solid light-dark(#44699c,#8fb2e0)';

/** The card, and the question before a link opens. */
const CARD = `
.card{all:initial;color-scheme:light dark;position:fixed;inset:auto;box-sizing:border-box;inline-size:min(352px,100vw - 16px);max-block-size:calc(100vh - 16px);overflow:auto;overscroll-behavior:contain;padding:14px 16px;border:1px solid light-dark(#c9ced6,#4a505c);border-radius:10px;background:light-dark(#fff,#22252b);color:light-dark(#1d2229,#e8eaee);box-shadow:0 6px 24px #0004;font:14px/1.45 system-ui,sans-serif;user-select:text}
.card:focus{${FOCUS};outline-offset:-2px}
.card h2{display:flex;align-items:center;gap:8px;margin:0 0 6px;font-size:16px;line-height:1.3}
.card i{flex:none;inline-size:20px;block-size:20px}
.card p{margin:0 0 4px;overflow-wrap:anywhere}
.card section{margin:10px 0 0;padding-block-start:10px;border-block-start:1px solid ${LINE}}
.card p+.gap{margin-block-start:8px}
.card .title{font-weight:600}
.card .soft,.card .address{font-size:13px;color:${SOFT}}
.card .address{max-block-size:4.4em;overflow:auto}
.card button{all:unset;cursor:pointer;border-radius:6px}
.card button::before{content:none}
.card .title button{text-decoration:underline;text-decoration-color:${SOFT};text-underline-offset:3px}
.card button:focus-visible{${FOCUS};outline-offset:2px}
.card .row{display:flex;flex-wrap:wrap;align-items:center;gap:8px}
.card .row button{padding:4px 12px;border:1px solid light-dark(#9aa3b0,#6b7482)}
.card .row button:hover{background:${LINE}}
.card .row .soft{margin-block:0;margin-inline:auto 0}
.card.ask{margin:auto;inset:0}
.ask::backdrop{background:#0006}
@media print{.card{display:none}}`;

/** The style sheets for a verdict and a style of marks. */
export function sheetsOf(level: VerdictLevel, style: Snapshot['style']): Snapshot['sheets'] {
  const { colour, css } = VERDICT_SHAPES[level];
  const icon = `button::before,.card i{color:${colour};${css}}`;
  return {
    badge: IN_LINE + BUTTON + (style === 'word' ? WITH_WORD : '') + icon,
    card: CARD,
    ...PLACES,
  };
}
