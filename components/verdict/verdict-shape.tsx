import type { VerdictLevel } from '../../lib/snapshot/snapshot.ts';
import { VERDICT_SHAPES } from '../../lib/snapshot/verdict-shapes.ts';

/** The shape of a verdict, as tall as the text around it. It says nothing to a screen reader: words stand beside it. */
export function VerdictShape({ level }: { readonly level: VerdictLevel }) {
  return (
    <svg class={`shape level-${level}`} viewBox="0 0 16 16" aria-hidden="true">
      {VERDICT_SHAPES[level].drawing.map(({ d, paint, tone }) => (
        <path key={d} d={d} class={`shape-${paint} shape-${tone}`} />
      ))}
    </svg>
  );
}
