import { marksDecision } from '../settings/site-lists.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { kindOf } from './find.ts';
import type { Mark } from './mark.ts';
import type { Sites } from './sites.ts';
import { DOCUMENT, read } from './unclobbered.ts';

/** Says which marks get a badge: what the snapshot allows, and none while the whole document is edited. */
export function createDrawingRules(document: Document, sites: () => Sites) {
  let snapshot: Snapshot | null = null;
  let isOn = false;
  let kindsOff: readonly (string | null)[] = [];
  /** As last seen; empty where what is edited may have changed otherwise. */
  let designMode = '';

  /** Whether a mark gets a badge, unless its kind is off. */
  const draws = (mark: Mark): boolean => isOn && designMode !== 'on' && !mark.hidden;
  /** Takes a look at the link's URL, which nobody needs of those far from the view. */
  const isKindOff = (mark: Mark): boolean => kindsOff.length > 0 && kindsOff.includes(kindOf(mark));

  return {
    snapshot: (): Snapshot | null => snapshot,
    /** Marks are on in this document. */
    isOn: (): boolean => isOn,
    apply(next: Snapshot | null): void {
      snapshot = next;
      isOn = !!next && marksDecision(next, sites()) === 'drawn';
      kindsOff = next?.linkKindsOff ?? [];
    },
    draws,
    isKindOff,
    shows: (mark: Mark): boolean => draws(mark) && !isKindOff(mark),
    /** Something became editable or stopped being so. */
    forgetEditing(): void {
      designMode = '';
    },
    /** Whether what is edited has changed since the last call; nobody tells a script of design mode. */
    isEditingNew(): boolean {
      const before = designMode;
      designMode = read(DOCUMENT, 'designMode', document);
      return before !== designMode;
    },
  };
}

export type DrawingRules = ReturnType<typeof createDrawingRules>;
