import type { Settings } from '../settings/schema.ts';
import { PUBLIC_SOURCE } from '../updates/public-source.ts';
import type { Source } from '../updates/shelf.ts';

/** Where updates of the register come from: the folder that was entered or set, else the one that the build carries. */
export const sourceOf = ({ updatesUrl, updatesRoot }: Settings): Source | null =>
  updatesUrl && updatesRoot ? { url: updatesUrl, root: updatesRoot } : PUBLIC_SOURCE;

/** Hours between two looks where no policy says otherwise. */
const HOURS = 24;

/** The interval in milliseconds. */
export const updateInterval = (hours: unknown): number =>
  (typeof hours === 'number' ? hours : HOURS) * 3_600_000;
