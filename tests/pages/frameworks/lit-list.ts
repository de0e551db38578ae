import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ASIDE, type Item, type State } from './list.ts';

const keyOf = ({ key }: Item) => key;

/** The list as a lit template. */
export const list = ({ aside, items }: State) => html`<section>
    <h2>${items.length} links</h2>
    <nav>${repeat(items, keyOf, ({ href, text }) => html`<a href=${href}>${text}</a>`)}</nav>
    ${aside ? html`<p>Also <a href=${ASIDE}>this</a> one.</p>` : nothing}
    <ul>
      ${repeat(
        items,
        keyOf,
        ({ href, text, note, shape }) =>
          html`<li class=${shape}><a href=${href}>${text}</a><span>${note}</span></li>`,
      )}
    </ul>
    The end.
  </section>`;
