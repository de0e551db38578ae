import { defineComponent, type PropType } from 'vue';
import { ASIDE, type State } from './list.ts';

/** The list in Vue, as a template that Vue compiles in the page. */
export const List = defineComponent({
  props: { state: { type: Object as PropType<State>, required: true } },
  setup: () => ({ ASIDE }),
  template: `<section>
    <h2>{{ state.items.length }} links</h2>
    <nav><a v-for="item in state.items" :key="item.key" :href="item.href">{{ item.text }}</a></nav>
    <p v-if="state.aside">Also <a :href="ASIDE">this</a> one.</p>
    <ul>
      <li v-for="item in state.items" :key="item.key" :class="item.shape"
        ><a :href="item.href">{{ item.text }}</a
        ><span>{{ item.note }}</span></li>
    </ul>
    The end.
  </section>`,
});
