/*
 * A page can hide the members of its document and of its forms behind named elements: `<img name=body>`,
 * `<form><input name=parentNode>`. Extensions have their own JavaScript world, but see the same named elements.
 * Whatever may be a document or a form is read through the prototypes here.
 */

/** Where the members of nodes, documents and elements are read. */
export const NODE = Node.prototype;
export const DOCUMENT = Document.prototype;
export const ELEMENT = Element.prototype;

/** A property of a document or element, past any named element that hides it. */
export const read = <P extends object, K extends keyof P>(prototype: P, name: K, object: P): P[K] =>
  Reflect.get(prototype, name, object);

/** The document of a node. */
export const documentOf = (node: Node): Document => read(NODE, 'ownerDocument', node) as Document;

/** The root element and the body of the document of a node: mostly, what cuts there cuts nothing off. */
export const rootElementOf = (node: Node): Element => read(DOCUMENT, 'documentElement', documentOf(node));
export const bodyOf = (node: Node): Element | null => read(DOCUMENT, 'body', documentOf(node));

export const isElement = (node: Node): node is Element => read(NODE, 'nodeType', node) === 1;

/** Something that can be searched: a document, a shadow root or an element. */
export type Scope = Document | ShadowRoot | Element;

/** `querySelectorAll` of a document, shadow root or element. */
export function queryAll(scope: Scope, selector: string): NodeListOf<Element> {
  const type = read(NODE, 'nodeType', scope);
  const { querySelectorAll } = type === 9 ? DOCUMENT : type === 11 ? DocumentFragment.prototype : ELEMENT;
  return querySelectorAll.call(scope, selector);
}

/** Adds a list of elements to an array: by place, which takes half as long as an iterator does. */
export function addAll(list: ArrayLike<Element>, to: Element[]): void {
  for (let i = 0; i < list.length; i++) to.push(list[i] as Element);
}

/** The nearest element around another, or itself, that a selector names. */
export const closest = (element: Element, selector: string): Element | null =>
  ELEMENT.closest.call(element, selector);

export const isConnected = (node: Node): boolean => read(NODE, 'isConnected', node);
