/** Of sizes, or of what is in view; only the latter keeps what it has not told. */
type Observer = Pick<IntersectionObserver, 'unobserve'> & Partial<Pick<IntersectionObserver, 'takeRecords'>>;

/**
 * Ends the observation of an element.
 *
 * @param left how many others are observed still. Firefox tells what it has taken down with the next frame, but not where
 * nothing is observed any more: it would then hold an element that the page throws away, until another is observed.
 */
export function unobserve(observer: Observer | undefined, element: Element, left: number): void {
  observer?.unobserve(element);
  if (left === 0) observer?.takeRecords?.();
}
