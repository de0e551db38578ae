import { createElement as h, Suspense } from 'react';
import { ASIDE, type Item, type State } from './list.ts';

const Link = ({ item }: { item: Item }) => h('a', { href: item.href }, item.text);

const Entry = ({ item }: { item: Item }) =>
  h('li', { className: item.shape }, h(Link, { item }), h('span', null, item.note));

/** The list in React. Its parts are boundaries of their own, which React takes over in later tasks than the rest. */
export const List = ({ aside, items }: State) =>
  h(
    'section',
    null,
    h('h2', null, `${items.length} links`),
    h(
      'nav',
      null,
      h(
        Suspense,
        null,
        items.map((item) => h(Link, { item, key: item.key })),
      ),
    ),
    aside && h('p', null, 'Also ', h('a', { href: ASIDE }, 'this'), ' one.'),
    h(
      'ul',
      null,
      items.map((item) => h(Suspense, { key: item.key }, h(Entry, { item }))),
    ),
    'The end.',
  );
