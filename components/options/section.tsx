import type { ComponentChildren } from 'preact';

interface SectionProps {
  /** Fragment of the section's own address. */
  readonly id: string;
  readonly heading: string;
  readonly children: ComponentChildren;
}

/** A part of the options page with its own heading and address. */
export function Section({ id, heading, children }: SectionProps) {
  return (
    <section id={id} tabIndex={-1} aria-labelledby={`${id}-heading`} class="section">
      <h2 id={`${id}-heading`}>{heading}</h2>
      {children}
    </section>
  );
}
