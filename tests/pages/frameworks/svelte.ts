import { hydrate, mount } from 'svelte';
import { writable } from 'svelte/store';
import { run } from './run.ts';
import List from './svelte-list.svelte';

run((target, first, takeOver) => {
  const state = writable(first);
  (takeOver ? hydrate : mount)(List, { target, props: { list: state } });
  return (next) => state.set(next);
});
