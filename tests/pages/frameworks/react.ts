import { createElement as h } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { List } from './react-list.ts';
import { run } from './run.ts';

run((at, state, hydrate) => {
  const root = hydrate ? hydrateRoot(at, h(List, state)) : createRoot(at);
  if (!hydrate) root.render(h(List, state));
  return (next) => root.render(h(List, next));
});
