import type { Snapshot } from '../snapshot.ts';
import { element } from './element.ts';
import type { Badge } from './mark.ts';
import type { Position } from './place.ts';
import { COLOURS, SHAPES } from './shapes.ts';

/** The badge's element. Not a custom element: browsers give extensions no registry, and none is needed. */
export const BADGE_TAG = 'tiktok-policy-mark';

/**
 * The host's declarations are `!important`: among important ones those of the inner tree win over the page's, inline
 * ones included, so no rule of a page reaches the badge. Its margins take its height back, so that no line grows, and
 * its width does not depend on the verdict, so that a page cannot read that off.
 */
const hostRule = (declarations: string) => `:host{${declarations.replaceAll(';', '!important;')}}`;

const HOST = hostRule(
  'all:initial;display:inline-block;position:relative;inline-size:1.05em;block-size:1em;margin-block:-.5em;' +
    'margin-inline:.22em .08em;vertical-align:.33em;align-self:center;flex:none;color:inherit;font-size:inherit;' +
    'line-height:1;user-select:none;-webkit-user-select:none;color-scheme:inherit;',
);
const WORD = hostRule('inline-size:6.9em;');
/** With a word the badge is a label of one size for all words. */
const LABEL =
  'button{box-sizing:border-box;justify-content:center;padding-inline:.2em;border:1px solid #8888;border-radius:.5em}button::before{inline-size:.78em;block-size:.78em}';
const OVER = hostRule('display:block;position:absolute;margin:0;translate:.15em -1.15em;z-index:1;');

const BUTTON = `
button{all:unset;position:absolute;inset:0;display:flex;align-items:center;gap:.3em;cursor:pointer;border-radius:.2em}
button::before{content:"";flex:none;inline-size:1em;block-size:1em;margin-inline-start:.02em}
button:focus-visible{outline:2px solid Highlight;outline-offset:2px}
span{font:600 .66em/1.2 system-ui,sans-serif;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
@media print{:host{display:none!important}}
@media (forced-colors:active){button::before{forced-color-adjust:none;color:CanvasText}}`;
const PLATE = 'button{background:Canvas;color:CanvasText;outline:.2em solid Canvas}';

/** Makes badges that share their style sheets, so that a badge costs an element, a root and a button. */
export interface BadgeMaker {
  make(position: Position): Badge;
  /** Draws a badge anew after `restyle`. */
  renew(badge: Badge): void;
  /** Takes over verdict and style. */
  restyle(snapshot: Snapshot): void;
}

/** @param name what the button is called, made of the verdict's word */
export function createBadgeMaker(document: Document, name: (word: string) => string): BadgeMaker {
  const flow = new CSSStyleSheet();
  const over = new CSSStyleSheet();
  over.replaceSync(OVER + PLATE);
  const inFlow = [flow];
  const onTop = [flow, over];
  const template = element(document, BADGE_TAG as 'div');
  template.setAttribute('translate', 'no');
  let button = element(document, 'button');

  return {
    make(position) {
      const host = template.cloneNode() as HTMLElement;
      const root = host.attachShadow({ mode: 'closed' });
      root.adoptedStyleSheets = position === 'over' || position === 'below' ? onTop : inFlow;
      const own = button.cloneNode(true) as HTMLButtonElement;
      root.append(own);
      return { host, root, button: own };
    },
    renew(badge) {
      const own = button.cloneNode(true) as HTMLButtonElement;
      badge.button.replaceWith(own);
      Object.assign(badge, { button: own });
    },
    restyle({ verdict: { level, word }, style }) {
      button = element(document, 'button');
      button.type = 'button';
      button.setAttribute('aria-label', name(word));
      button.setAttribute('aria-haspopup', 'dialog');
      if (style === 'word') {
        const text = element(document, 'span');
        text.textContent = word;
        button.append(text);
      }
      const icon = `button::before{color:${COLOURS[level]};${SHAPES[level]}}`;
      flow.replaceSync(HOST + icon + BUTTON + (style === 'word' ? WORD + LABEL : ''));
    },
  };
}
