import type { Mark } from './mark.ts';
import { parentOf, styleOf } from './surroundings.ts';
import { queryAll, type Scope } from './unclobbered.ts';

/*
 * Beside a link in running text a badge is a button of its own, with a name and a tab stop. Elsewhere it would get into
 * the name of what holds it (a heading, a label, a cell), or into the keys of what moves its focus by itself (a menu, a
 * dialog with a trap); there it is hidden from both and reached by the command that goes from badge to badge.
 */

/** What takes its name from its content, or moves the focus among its parts. */
const NAMED =
  'h1,h2,h3,h4,h5,h6,label,button,summary,legend,caption,th,td,option,a[href],dt,nav,menu,dialog[open]:not(:modal),' +
  [
    'heading,button,link,option,menuitem,menuitemradio,menuitemcheckbox,radio,checkbox,switch,tab,treeitem,row',
    'cell,gridcell,columnheader,rowheader,listbox,menu,menubar,toolbar,tablist,tree,grid,treegrid,radiogroup',
    'dialog,alertdialog,application,combobox,tooltip,navigation',
  ]
    .join()
    .split(',')
    .map((role) => `[role=${role}]`)
    .join();
/** Characters of a link's text that a name takes. */
const LONGEST = 120;

const nameOf = (element: Element): string => {
  const text = element.textContent?.replace(/\s+/g, ' ').trim();
  const name =
    text || element.getAttribute('aria-label') || element.querySelector('[alt]')?.getAttribute('alt');
  return (name ?? '').slice(0, LONGEST);
};

/** Whether something is named by an element around a badge, by its id. */
function namesSomething(element: Element): boolean {
  for (let at = element.closest('[id]'); at; at = at.parentElement?.closest('[id]') ?? null) {
    const id = CSS.escape(at.id);
    if (
      at.id &&
      queryAll(at.getRootNode() as Scope, `[aria-labelledby~="${id}"],[aria-describedby~="${id}"]`).length
    )
      return true;
  }
  return false;
}

/** Whether the block of a link holds words beside its links: then it is running text, else a list of items. */
function isAmongWords(link: Element): boolean {
  let block = parentOf(link);
  while (block && /^(inline$|contents)/.test(styleOf(block).display)) block = parentOf(block);
  if (!block) return false;
  if (block.localName === 'p') return true;
  const links = [...block.querySelectorAll('a,button')];
  const words =
    (block.textContent ?? '').length - links.reduce((sum, each) => sum + (each.textContent ?? '').length, 0);
  return words > 12;
}

/** Gives badges their names and tab stops. */
export function createBadgeNames(phrase: (text: string) => string) {
  /** Gives a badge its name and tab stop, or takes it out of both. */
  function give(mark: Mark, isAsked = false): void {
    const { badge, element, place } = mark;
    if (!badge) return;
    const { host } = badge;
    const isOpen =
      isAsked ||
      (!!place?.isText &&
        !element.parentElement?.closest(NAMED) &&
        isAmongWords(element) &&
        !namesSomething(element));
    host.ariaHidden = isOpen ? null : 'true';
    host.role = isOpen ? 'button' : null;
    host.ariaHasPopup = isOpen ? 'dialog' : null;
    host.ariaLabel = isOpen ? phrase(nameOf(element)) : null;
    if (isOpen && !isAsked) host.tabIndex = 0;
    else if (isAsked) host.tabIndex = -1;
    else host.removeAttribute('tabindex');
  }
  return {
    give: (mark: Mark): void => give(mark),
    /** Lets a badge take the focus because a person asked for it; it goes back to what it was when the focus leaves. */
    lend(mark: Mark): void {
      const { host } = mark.badge ?? {};
      if (!host || host.tabIndex === 0) return;
      give(mark, true);
      host.addEventListener('blur', () => give(mark), { once: true });
    },
  };
}

export type BadgeNames = ReturnType<typeof createBadgeNames>;
