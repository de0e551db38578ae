import type { Snapshot } from '../snapshot/snapshot.ts';
import { nameOf } from './badge.ts';
import type { Mark } from './mark.ts';
import { now } from './now.ts';
import { closest, ELEMENT, NODE, queryAll, read, type Scope } from './unclobbered.ts';

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
const NAMING = ['aria-labelledby', 'aria-describedby'];
/** Milliseconds for which it is remembered what names something; a search goes through the whole document. */
const MEMORY = 1000;

/** Knows the elements by which others are named. */
function createNamingIds() {
  let ids = new Set<string>();
  let end = 0;
  const readFrom = (root: Scope): void => {
    ids = new Set();
    for (const element of queryAll(root, NAMING.map((name) => `[${name}]`).join()))
      for (const name of NAMING) for (const id of element.getAttribute(name)?.split(/\s+/) ?? []) ids.add(id);
  };
  return (element: Element): boolean => {
    if (now() > end) {
      readFrom(NODE.getRootNode.call(element) as Scope);
      end = now() + MEMORY;
    }
    for (let at: Element | null = element; at; at = read(NODE, 'parentElement', at))
      if (ids.has(ELEMENT.getAttribute.call(at, 'id') ?? '')) return true;
    return false;
  };
}

/** Whether the focus is at a badge, or in the card that it holds. */
export const hasFocus = (host: Element): boolean =>
  host.contains((host.getRootNode() as Document).activeElement);

/** Gives badges their names and tab stops, once there is a snapshot. */
export function createBadgeNames(snapshot: () => Pick<Snapshot, 'badgeName'> | null) {
  const namesSomething = createNamingIds();
  /** The mark whose badge has a name for as long as it has the focus. */
  let lent: Mark | undefined;

  /** Gives a badge its name and tab stop, or takes it out of both. */
  function give(mark: Mark, isAsked = false): void {
    const { badge, element, place } = mark;
    const words = snapshot()?.badgeName;
    if (!badge || !words) return;
    const { host } = badge;
    const parent = read(NODE, 'parentElement', element);
    const isText = !!place?.isText && !(parent && closest(parent, NAMED)) && !namesSomething(element);
    const isNamed = isText || isAsked;
    host.ariaHidden = isNamed ? null : 'true';
    host.role = isNamed ? 'button' : null;
    host.ariaHasPopup = isNamed ? 'dialog' : null;
    host.ariaLabel = isNamed ? nameOf(mark, words) : null;
    host.tabIndex = isText ? 0 : -1;
  }

  return {
    give: (mark: Mark): void => give(mark),
    /** Lets a badge take the focus because a person asked for it; it goes back to what it was when the focus leaves. */
    lend(mark: Mark): void {
      const { host } = mark.badge ?? {};
      const before = lent?.badge?.host;
      // Where the focus still is in it, it goes back when that leaves.
      if (lent && lent !== mark && !(before && hasFocus(before))) give(lent);
      lent = mark;
      if (!host?.ariaHidden) return;
      give(mark, true);
      const takeBack = (): void => {
        // The focus may only have gone on to the card, which is within the badge.
        if (hasFocus(host)) return;
        host.removeEventListener('blur', later, true);
        give(mark);
      };
      const later = (): void => void setTimeout(takeBack);
      host.addEventListener('blur', later, true);
    },
  };
}

export type BadgeNames = ReturnType<typeof createBadgeNames>;
