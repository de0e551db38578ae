import {
  type PageState,
  type ReadAddress,
  readAddress,
  recordFragment,
  type Tab,
  writeAddress,
} from '../../lib/register-view/url-state.ts';

/** Where the page's things have their addresses: the extension and the website differ in it. */
export interface Addresses {
  /** What the window's address says; days after `today` (`YYYY-MM-DD`) are left out. */
  read(today: string): ReadAddress;
  /** The address of a state. */
  write(state: PageState): string;
  /** The address of a record's page. */
  record(id: string): string;
  /** The address of a place's page by its code; null where places have none. */
  place(code: string): string | null;
  /** Views and records are pages of their own, which links lead to without a script; else all is one page. */
  readonly manyPages: boolean;
}

/** The extension's addresses: one page, its state in the query, the open record in the fragment. */
export const IN_ONE_PAGE: Addresses = {
  read: (today) => readAddress(location.search, location.hash, today),
  write: (state) => location.pathname + writeAddress(state),
  record: recordFragment,
  place: () => null,
  manyPages: false,
};

/** The folder of a view's page on the website, below the site's own. */
const folderOf = (tab: Tab): string => (tab === 'table' ? '' : `${tab}/`);

/**
 * The website's addresses: a page a view, the rest of its state in the query.
 *
 * @param root the site's own folder with the slash: relative (`../`) or as a path (`/register/`)
 * @param read what the window's address says; on the written page, the state that it shows
 */
export const manyPages = (root: string, read: Addresses['read']): Addresses => ({
  read,
  // The view is the folder; for the query every view is the first one.
  write: (state) =>
    `${root}${folderOf(state.tab)}${writeAddress({ ...state, tab: 'table', record: null })}` || './',
  record: (id) => `${root}r/${id}/`,
  place: (code) => `${root}country/${code}/`,
  manyPages: true,
});
