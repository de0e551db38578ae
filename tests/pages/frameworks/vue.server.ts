import { createSSRApp, h } from 'vue';
import { renderToString } from 'vue/server-renderer';
import type { State } from './list.ts';
import { List } from './vue-list.ts';

export const render = (state: State): Promise<string> =>
  renderToString(createSSRApp(() => h(List, { state })));
