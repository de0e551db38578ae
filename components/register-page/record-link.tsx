import type { ComponentChildren } from 'preact';
import { usePage } from './page-state.ts';

interface RecordLinkProps {
  readonly id: string;
  readonly children: ComponentChildren;
}

/** A link to a record. It keeps the list behind it, and opens in a tab of its own like any link. */
export function RecordLink({ id, children }: RecordLinkProps) {
  const { addresses } = usePage();
  return (
    <a href={addresses.record(id)} data-record={id}>
      <bdi>{children}</bdi>
    </a>
  );
}

/**
 * The record that a click asks for; null where it asks for something else, such as a new tab. The page listens once
 * for all links, so that a table row has nothing that changes with the page's state.
 */
export const recordAsked = (event: MouseEvent): string | null =>
  linkAsked(event, 'a[data-record]')?.dataset.record ?? null;

/** The link that a click asks to follow in this very tab; null where it does not. */
export function linkAsked(event: MouseEvent, selector: string): HTMLElement | null {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  return event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
}
