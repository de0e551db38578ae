import { render as renderSvelte } from 'svelte/server';
import { readable } from 'svelte/store';
import type { State } from './list.ts';
import List from './svelte-list.svelte';

export const render = (state: State): string => renderSvelte(List, { props: { list: readable(state) } }).body;
