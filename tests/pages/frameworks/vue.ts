import { createApp, createSSRApp, h, shallowRef } from 'vue';
import { run } from './run.ts';
import { List } from './vue-list.ts';

run((at, first, hydrate) => {
  const state = shallowRef(first);
  (hydrate ? createSSRApp : createApp)(() => h(List, { state: state.value })).mount(at);
  return (next) => {
    state.value = next;
  };
});
