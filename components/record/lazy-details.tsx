import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { usePrinting } from '../printing.tsx';
import { useWritten } from '../written.ts';

interface LazyDetailsProps {
  readonly summary: ComponentChildren;
  readonly class?: string;
  readonly startOpen?: boolean;
  /** Makes the content; called only once it is open or printed, so that long lists stay light. */
  readonly children: () => ComponentChildren;
}

/** Something that opens. */
export function LazyDetails({ summary, class: className, startOpen = false, children }: LazyDetailsProps) {
  const [open, setOpen] = useState(startOpen);
  const written = useWritten();
  const printing = usePrinting();
  return (
    <details class={className} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {(open || written || printing) && children()}
    </details>
  );
}
