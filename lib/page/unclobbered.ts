/*
 * A page can hide the members of its document and of its forms behind named elements: `<img name=body>`,
 * `<form><input name=parentNode>`. Extensions have their own JavaScript world, but see the same named elements.
 * Whatever may be a document or a form is read through the prototypes here.
 */

/** A property of a document or element, past any named element that hides it. */
export const read = <P extends object, K extends keyof P>(prototype: P, name: K, object: P): P[K] =>
  Reflect.get(prototype, name, object);

export const isElement = (node: Node): node is Element => read(Node.prototype, 'nodeType', node) === 1;

/** Something that can be searched: a document, a shadow root or an element. */
export type Scope = Document | ShadowRoot | Element;

/** `querySelectorAll` of a document, shadow root or element. */
export function queryAll(scope: Scope, selector: string): NodeListOf<Element> {
  const type = read(Node.prototype, 'nodeType', scope);
  const { querySelectorAll } =
    type === 9 ? Document.prototype : type === 11 ? DocumentFragment.prototype : Element.prototype;
  return querySelectorAll.call(scope, selector);
}

export const isConnected = (node: Node): boolean => read(Node.prototype, 'isConnected', node);

/** The element itself or the first one around it, in its tree, that a selector matches. */
export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);
