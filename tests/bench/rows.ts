import { BADGE_TAG } from '../../lib/content/badge-tag.ts';
import { buildCommit, buildMany, buildOurs, buildReference } from './builds.ts';
import type { Opening } from './openings.ts';
import type { PageName } from './pages.ts';

/** One row of the tables: an extension, or none. */
export interface Row {
  readonly name: string;
  readonly what: string;
  /** Makes the extension and answers its folder; absent for no extension. */
  readonly build?: () => Promise<string>;
  /** Pages on which the row is needed; absent for all, empty where it is there for its own pages only. */
  readonly pages?: readonly PageName[];
  /** Selector of what it puts in for a mark. */
  readonly marks?: string;
  /** Its own pages of which the opening is timed. */
  readonly openings?: Readonly<Partial<Record<'popup' | 'register', Opening>>>;
  /** Has a register page with a filter that is typed into. */
  readonly typing?: boolean;
  /** Is looked at more closely: slices and heap after many rounds. */
  readonly closely?: boolean;
}

/** Before the limits of size were raised; what comes after is held against it in the same run. */
const BASELINE = '7a755e8';

const OPENINGS = {
  popup: { path: 'popup.html', list: '[aria-labelledby=page-links] li' },
  register: { path: 'register.html', list: 'tbody tr' },
} as const;

const SWEEP = { 'lib/content/sweep.ts': 'no-sweep.ts' };

export const ROWS: readonly Row[] = [
  { name: 'none', what: 'no extension', closely: true },
  {
    name: 'empty',
    what: 'a content script and a popup that do nothing',
    build: buildReference('empty'),
    openings: { popup: { path: 'popup.html', list: 'li' } },
  },
  {
    name: 'bare',
    what: 'one observer, one native selector a batch, one empty span a hit',
    build: buildReference('bare'),
  },
  {
    name: 'watching',
    what: 'one observer that does nothing',
    build: buildReference('watching'),
    pages: ['live', 'live0', 'mutating'],
  },
  {
    name: 'reading',
    what: 'reads every href once in idle slices',
    build: buildReference('reading'),
    pages: ['feed', 'feed0', 'directory', 'all'],
  },
  {
    name: 'selectors',
    what: 'our selectors once over the page',
    build: buildReference('selectors'),
    pages: ['directory'],
  },
  {
    name: 'ours',
    what: 'this extension',
    build: buildOurs('ours'),
    marks: BADGE_TAG,
    openings: OPENINGS,
    closely: true,
  },
  {
    name: 'baseline',
    what: `this extension at commit ${BASELINE}`,
    build: buildCommit(BASELINE),
    marks: 'tiktok-policy-mark',
    openings: OPENINGS,
    closely: true,
  },
  {
    name: 'ours-no-sweep',
    what: 'the same without the idle sweep',
    build: buildOurs('ours-no-sweep', SWEEP),
  },
  {
    name: 'ours-finding',
    what: 'the same, finds at once and draws nothing',
    build: buildOurs('ours-finding', { ...SWEEP, 'lib/content/place.ts': 'no-place.ts' }),
    pages: ['directory'],
  },
  {
    name: 'ours-many',
    what: 'the same with its register repeated',
    build: buildMany('ours-many', 2000),
    pages: [],
    typing: true,
  },
];

/** Another extension, unpacked: only timed. */
export const peer = (name: string, directory: string): Row => ({
  name,
  what: directory,
  build: async () => directory,
});
