import type { Snapshot } from '../snapshot/snapshot.ts';
import { nameOf } from './badge.ts';
import type { Mark } from './mark.ts';
import { now } from './now.ts';
import { findAround, parentOf } from './surroundings.ts';
import { ELEMENT, NODE, queryAll, type Scope } from './unclobbered.ts';
import { type Batch, NAMING } from './watch.ts';

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
    'dialog,alertdialog,application,combobox,tooltip,navigation,log,status,alert,timer,marquee',
  ]
    .join()
    .split(',')
    .map((role) => `[role=${role}]`)
    .join();
/** What is read out when something comes into it, and what is left out of reading. */
const READ_OTHERWISE = 'output,[aria-live]:not([aria-live=off]),[aria-hidden=true],[inert]';
const KEPT_OUT = `${NAMED},${READ_OTHERWISE}`;
/** Milliseconds for which it is remembered what names something; a search goes through the whole document. */
const MEMORY = 1000;

/** Knows the elements by which others are named. An id counts within its document or shadow root. */
function createNamingIds() {
  const ofRoot = new Map<Node, Set<string>>();
  let end = 0;
  const idsIn = (root: Node): Set<string> => {
    const ids = ofRoot.get(root) ?? new Set();
    if (ofRoot.has(root)) return ids;
    ofRoot.set(root, ids);
    for (const element of queryAll(root as Scope, NAMING.map((name) => `[${name}]`).join()))
      for (const name of NAMING) for (const id of element.getAttribute(name)?.split(/\s+/) ?? []) ids.add(id);
    return ids;
  };
  const isNaming = (element: Element): boolean => {
    if (now() > end) {
      ofRoot.clear();
      end = now() + MEMORY;
    }
    for (let at: Element | null = element; at; at = parentOf(at)) {
      const id = ELEMENT.getAttribute.call(at, 'id');
      if (id && idsIn(NODE.getRootNode.call(at)).has(id)) return true;
    }
    return false;
  };
  return { isNaming, forget: (): void => ofRoot.clear() };
}

/** Whether a badge beside a link would get into what a person does not expect it in. */
const isKeptOut = (link: Element): boolean =>
  !!findAround(link, (_, at) => ELEMENT.matches.call(at, KEPT_OUT)) || (link as HTMLElement).tabIndex < 0;

function setAttribute(host: Element, name: string, value: string | null): void {
  if (value === null) host.removeAttribute(name);
  else if (host.getAttribute(name) !== value) host.setAttribute(name, value);
}

/** Whether the focus is at a badge, or in the card that it holds. */
export const hasFocus = (host: Element): boolean =>
  host.contains((host.getRootNode() as Document).activeElement);

/** Gives badges their names and tab stops, once there is a snapshot. */
export function createBadgeNames(snapshot: () => Pick<Snapshot, 'badgeName'> | null) {
  const naming = createNamingIds();
  /** The mark whose badge has a name for as long as it has the focus. */
  let lent: Mark | undefined;

  /** Gives a badge its name and tab stop, or takes it out of both. */
  function give(mark: Mark, isAsked = false): void {
    const { badge, element, place } = mark;
    const words = snapshot()?.badgeName;
    if (!badge || !words) return;
    const { host } = badge;
    const isText = !!place?.isText && !isKeptOut(element) && !naming.isNaming(element);
    const isNamed = isText || isAsked;
    setAttribute(host, 'aria-hidden', isNamed ? null : 'true');
    setAttribute(host, 'role', isNamed ? 'button' : null);
    setAttribute(host, 'aria-haspopup', isNamed ? 'dialog' : null);
    setAttribute(host, 'aria-label', isNamed ? nameOf(mark, words) : null);
    // One that takes no focus has no number either: traps of pages look for whatever has one.
    // One that had the focus keeps its number: without it, a browser would take the focus away.
    const isFocusable = isAsked || host.hasAttribute('tabindex');
    setAttribute(host, 'tabindex', isText ? '0' : isFocusable ? '-1' : null);
  }

  return {
    give: (mark: Mark): void => give(mark),
    /** Looks again at what is around marks, but for the one that has the focus. */
    review(live: Iterable<Mark>, changed: Pick<Batch, 'renamed' | 'naming'>): void {
      if (changed.naming) naming.forget();
      else if (changed.renamed.size === 0) return;
      const parts = [...changed.renamed];
      const isAround = (element: Element): boolean => parts.some((part) => NODE.contains.call(part, element));
      for (const mark of live)
        if (mark.badge && (changed.naming || isAround(mark.element)) && !hasFocus(mark.badge.host))
          give(mark);
    },
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
        if (lent === mark) lent = undefined;
        give(mark);
      };
      const later = (): void => void setTimeout(takeBack);
      host.addEventListener('blur', later, true);
    },
  };
}

export type BadgeNames = ReturnType<typeof createBadgeNames>;
