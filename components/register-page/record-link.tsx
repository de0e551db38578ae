import type { ComponentChildren } from 'preact';
import { recordFragment } from '../../lib/register-view/url-state.ts';

interface RecordLinkProps {
  readonly id: string;
  readonly children: ComponentChildren;
}

/** A link to a record. It keeps the list behind it, and opens in a tab of its own like any link. */
export const RecordLink = ({ id, children }: RecordLinkProps) => (
  <a href={recordFragment(id)} data-record={id}>
    <bdi>{children}</bdi>
  </a>
);

/**
 * The record that a click asks for; null where it asks for something else, such as a new tab. The page listens once
 * for all links, so that a table row has nothing that changes with the page's state.
 */
export function recordAsked(event: MouseEvent): string | null {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-record]') : null;
  return link?.dataset.record ?? null;
}
