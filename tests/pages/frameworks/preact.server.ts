/** Preact takes over any HTML that has the right elements; what its own server would write is no different. */
export { htmlOf as render } from './list.ts';
