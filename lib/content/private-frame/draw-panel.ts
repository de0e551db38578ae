import { type Part, personalOf } from '../../snapshot/snapshot.ts';
import { element } from '../element.ts';
import type { Drawing } from './wire.ts';

/** What the button does that opens a link; see `card-content.ts`. */
const OPEN = 'open ';

export interface DrawnPanel {
  focus(): void;
  readonly ballast: readonly unknown[];
}

/**
 * Draws a card or question into the document of a private frame. What a button does is settled here, once: whatever is
 * changed in the tree later, in its classes or attributes, a button does what it was built for.
 *
 * @param act called with what the button that a person pressed does, and for which record (see `card-content.ts`)
 * @returns `focus` puts the focus where it belongs; `ballast` is to be kept as long as the panel
 */
export function drawPanel(
  document: Document,
  { panel: { kind, link, mayOpen, sheet, language, direction, ballast, copied }, personal }: Drawing,
  act: (action: string, record: string) => void,
): DrawnPanel {
  const build = (part: Part): Node | string => {
    if (typeof part === 'string') return part;
    const [tag, name, ...written] = part;
    const inner = name === 'link' ? link : written.filter(([, does]) => does !== OPEN || mayOpen);
    if (tag === 'button') return button(name, inner.map(build));
    const made = element(document, tag as 'p', name, ...inner.map(build));
    if (name === 'address') made.dir = 'ltr';
    return made;
  };
  const button = (does: string, inner: readonly (Node | string)[]): HTMLButtonElement => {
    const [action = '', record = ''] = does.split(' ');
    const made = element(document, 'button', '', ...inner);
    made.onclick = ({ isTrusted }) => {
      if (!isTrusted) return;
      if (action === 'copy') copy(document, copied);
      act(action, record);
    };
    return made;
  };

  const { body, documentElement } = document;
  const rules = new CSSStyleSheet();
  rules.replaceSync(sheet);
  document.adoptedStyleSheets = [rules];
  documentElement.lang = language;
  documentElement.dir = direction;
  body.replaceChildren(...personalOf({ personal })[kind].map(build));
  body.role = 'dialog';
  body.ariaLabel = body.firstElementChild?.textContent ?? '';
  body.tabIndex = -1;
  document.onkeydown = ({ isTrusted, key }) => {
    if (isTrusted && key === 'Escape') act('close', '');
  };
  return {
    ballast: [
      Array.from({ length: ballast.comments }, () => document.createComment('')),
      Array.from({ length: ballast.fragments }, () => document.createDocumentFragment()),
      Array(ballast.slots).fill(0),
    ],
    focus() {
      const target = kind === 'card' ? body : (body.querySelector('button') ?? body);
      target.focus({ preventScroll: true });
    },
  };
}

/** Copies within the frame, where no script of the page hears of it. */
function copy(document: Document, text: string): void {
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  // The clipboard of `navigator` is missing on pages without https.
  document.addEventListener('copy', fill, { once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', fill);
}
