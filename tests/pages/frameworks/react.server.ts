import { createElement as h } from 'react';
import { renderToString } from 'react-dom/server';
import type { State } from './list.ts';
import { List } from './react-list.ts';

export const render = (state: State): string => renderToString(h(List, state));
