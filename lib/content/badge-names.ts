import type { Translate } from '../platform/i18n.ts';
import { nameOf } from './badge.ts';
import type { Mark } from './mark.ts';
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

/** Gives badges their names and tab stops. */
export function createBadgeNames(t: Translate) {
  /** Gives a badge its name and tab stop, or takes it out of both. */
  function give(mark: Mark, isAsked = false): void {
    const { badge, element, place } = mark;
    if (!badge) return;
    const { host } = badge;
    const isText = !!place?.isText && !element.parentElement?.closest(NAMED) && !namesSomething(element);
    const isNamed = isText || isAsked;
    host.ariaHidden = isNamed ? null : 'true';
    host.role = isNamed ? 'button' : null;
    host.ariaHasPopup = isNamed ? 'dialog' : null;
    host.ariaLabel = isNamed ? nameOf(mark, t) : null;
    host.tabIndex = isText ? 0 : -1;
  }

  return {
    give: (mark: Mark): void => give(mark),
    /** Lets a badge take the focus because a person asked for it; it goes back to what it was when the focus leaves. */
    lend(mark: Mark): void {
      const { host } = mark.badge ?? {};
      if (!host?.ariaHidden) return;
      give(mark, true);
      host.addEventListener('blur', () => give(mark), { once: true });
    },
  };
}

export type BadgeNames = ReturnType<typeof createBadgeNames>;
