import type { Snapshot, VerdictLevel } from './snapshot.ts';
import { EVERYWHERE, ON_DARK, PLATE, SPOTS } from './spot-styles.ts';
import { VERDICT_SHAPES } from './verdict-shapes.ts';

/*
 * The style rules of badge, card and question. The background makes them and puts them into the snapshot: the content
 * script, which is read in every frame of every page, does not carry them.
 */

const DRAWING = `
b{all:unset;pointer-events:none;padding-inline-start:1em}
:host(:focus-visible){outline:2px solid Highlight!important;outline-offset:1px!important;border-radius:.2em!important}
span{display:none}
@media print{:host{display:none!important}}
@media (forced-colors:active){b,.card i{forced-color-adjust:none;color:CanvasText!important}}`;

/** With a word the badge is a label, of one size for all words: "Advised against" in a wide font just fits. */
const WORD = `
span{pointer-events:none;display:inline-block;inline-size:6.6em;margin-inline-start:.3em;overflow:clip;vertical-align:middle;font:600 max(.66em,9px)/1.2 system-ui,sans-serif;white-space:nowrap;text-overflow:ellipsis}`;

const LINE = 'light-dark(#e2e5ea,#3a3f49)';
const SOFT = 'light-dark(#56606e,#a9b1bd)';
const FOCUS = 'outline:2px solid light-dark(#44699c,#8fb2e0)';

/** The card, and the question before a link opens. */
const CARD = `
.card{all:initial;color-scheme:light dark;position:fixed;inset:auto;box-sizing:border-box;inline-size:min(352px,100vw - 16px);max-block-size:calc(100vh - 16px);overflow:auto;overscroll-behavior:contain;padding:14px 16px;border:1px solid light-dark(#c9ced6,#4a505c);border-radius:10px;background:light-dark(#fff,#22252b);color:light-dark(#1d2229,#e8eaee);box-shadow:0 6px 24px #0004;font:14px/1.45 system-ui,sans-serif;user-select:text}
.card:focus{${FOCUS};outline-offset:-2px}
.card h2{display:flex;align-items:center;gap:8px;margin:0 0 6px;font-size:16px;line-height:1.3}
.card i{flex:none;inline-size:20px;block-size:20px;font-size:20px}
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
  const icon = `b,.card i{color:${colour};${css}}`;
  return {
    badge: EVERYWHERE + DRAWING,
    icon,
    card: CARD,
    ...SPOTS,
    line: SPOTS.line + (style === 'word' ? WORD : ''),
    dark: ON_DARK,
    plate: PLATE,
  };
}
