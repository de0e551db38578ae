import { render } from 'lit';
import { list } from './lit-list.ts';
import { run } from './run.ts';

run((at, state) => {
  const draw = (next: typeof state) => render(list(next), at as HTMLElement);
  draw(state);
  return draw;
});
