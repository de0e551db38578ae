/*
 * Every key under which the extension keeps something in the browser. People have data under those of `LOCAL_KEYS` and
 * under `settingKey`: such a key is given up by a migration (`lib/settings/migrations.ts`), never just renamed.
 */

/** On disk, until the extension is removed. */
export const LOCAL_KEYS = {
  /** What the content script reads: `lib/snapshot/snapshot.ts`. */
  snapshot: 'snapshot',
  /** The last known policy. A change of it tells every page that the policy has changed. */
  knownPolicy: 'policyKnown',
  /** The layout in which the settings were written. */
  settingsVersion: 'settingsVersion',
  /** Damaged values that were put aside. */
  settingsDamaged: 'settingsDamaged',
  /** `sync` where the settings lie in the synced area; absent where they lie here. */
  settingsArea: 'settingsArea',
  /** Whether the person is to be told that marks are a shape alone now. */
  styleNotice: 'styleNotice',
  /** When to look for updates next. */
  updatesDue: 'updatesDue',
} as const;

/** Where what is kept of updates lies: of the register, and of an organisation's own records. */
export const UPDATE_SHELVES = ['updates', 'records'] as const;
export type UpdateShelf = (typeof UPDATE_SHELVES)[number];

/** What is kept of updates: the verified files by role, the last good register, and what came of the last look. */
export const UPDATE_PARTS = ['root', 'timestamp', 'snapshot', 'targets', 'register', 'look'] as const;

/** The key of one part of an update, in the local area. */
export const updateKey = (
  shelf: UpdateShelf,
  part: (typeof UPDATE_PARTS)[number],
): `${UpdateShelf}:${(typeof UPDATE_PARTS)[number]}` => `${shelf}:${part}`;

/** In memory, until the browser closes or the extension is updated. */
export const SESSION_KEYS = {
  /** Links and embeds by tab and frame. */
  linkCounts: 'linkCounts',
  /** Hosts on which the person has confirmed that they want to open a link. */
  confirmedSites: 'confirmedSites',
  /** What was asked from the context menu, for the popup that opens then. */
  linkEnquiry: 'linkEnquiry',
  /** When this session of the browser first read the policy. */
  policyReadAt: 'policyReadAt',
  /** By which the content scripts of a page and of the private frame in it know each other. */
  frameKey: 'frameKey',
  /** What came of the last look for updates, where the disk could not take it. */
  unstoredLook: 'unstoredLook',
} as const;

/** The key of one setting, in the local or in the synced area. */
export const settingKey = <Name extends string>(name: Name): `setting:${Name}` => `setting:${name}`;
