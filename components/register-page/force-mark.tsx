import type { Restriction } from '../../lib/register/schema.ts';
import type { RecordStatus } from '../../lib/register/status.ts';
import { forceOf } from '../../lib/register-view/force.ts';
import type { MapClass } from '../../lib/register-view/map-classes.ts';

/** The shapes in a box of 16 by 16: a square, a circle, a diamond, a triangle, a ring. */
export const MARK_PATHS: Readonly<Record<MapClass, string>> = {
  territory: 'M2 2h12v12H2z',
  government: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 1 0 0-13z',
  bodies: 'M8 .5 15.5 8 8 15.5.5 8z',
  advice: 'M8 1.5 15.5 14H.5z',
  past: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 1 0 0-11z',
  none: '',
};

interface ForceMarkProps {
  readonly class: MapClass;
  /** Knowledge is at most a year old; else the shape is hollow. */
  readonly fresh: boolean;
}

/** A class of the map as a shape, as tall as the text; words stand beside it. */
export function ForceMark({ class: name, fresh }: ForceMarkProps) {
  return (
    <svg class={`mark mark-${name}${fresh ? '' : ' mark-old'}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={MARK_PATHS[name]} />
    </svg>
  );
}

/** The mark of one restriction on a day. */
export const markOf = (record: Restriction, status: RecordStatus): MapClass => {
  const group = forceOf(record, status);
  return group === 'binding' ? 'government' : (group ?? 'past');
};
