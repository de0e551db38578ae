import { Component, type ComponentChildren, type FunctionComponent, h } from 'preact';

/** A component that is drawn again only where `same` says that its props differ, or its own state changed. */
export function memo<P extends object>(
  View: (props: P) => ComponentChildren,
  same: (before: P, after: P) => boolean,
): FunctionComponent<P> {
  class Memo extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      return !same(this.props as P, next);
    }
    override render() {
      return h(View as FunctionComponent<P>, this.props as P);
    }
  }
  return Memo as unknown as FunctionComponent<P>;
}
