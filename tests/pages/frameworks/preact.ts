import { h, hydrate, render } from 'preact';
import { ASIDE, type State } from './list.ts';
import { run } from './run.ts';

const List = ({ aside, items }: State) =>
  h(
    'section',
    null,
    h('h2', null, `${items.length} links`),
    h(
      'nav',
      null,
      items.map(({ key, href, text }) => h('a', { key, href }, text)),
    ),
    aside && h('p', null, 'Also ', h('a', { href: ASIDE }, 'this'), ' one.'),
    h(
      'ul',
      null,
      items.map(({ key, href, text, note, shape }) =>
        h('li', { key, class: shape }, h('a', { href }, text), h('span', null, note)),
      ),
    ),
    'The end.',
  );

run((at, state, takeOver) => {
  (takeOver ? hydrate : render)(h(List, state), at);
  return (next) => render(h(List, next), at);
});
