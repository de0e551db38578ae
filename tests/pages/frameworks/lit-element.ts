import { css, LitElement } from 'lit';
import type { State } from './list.ts';
import { list } from './lit-list.ts';
import { run } from './run.ts';

/** The same list in the shadow root of an element. */
class LinkList extends LitElement {
  static override properties = { state: { attribute: false } };
  static override styles = css`
    .block a { display: block; }
    .row { display: flex; }
  `;
  declare state: State;
  override render() {
    return list(this.state);
  }
}
customElements.define('link-list', LinkList);

run((at, state) => {
  const element = Object.assign(new LinkList(), { state });
  at.append(element);
  return (next) => {
    element.state = next;
  };
});
