import type { CDPSession, Frame, Page } from 'puppeteer-core';
import { isFirefox } from './firefox-parent.ts';

/** A node with everything below it, closed shadow roots included. `tag` is empty for text. */
export interface Node {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Node[];
  readonly shadow: Node | null;
  /** By which the browser's own tools know it. */
  readonly id: string;
}

interface CdpNode {
  readonly backendNodeId: number;
  readonly nodeType: number;
  readonly localName: string;
  readonly nodeValue: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly CdpNode[];
  readonly shadowRoots?: readonly CdpNode[];
  readonly contentDocument?: CdpNode;
}

const fromCdp = (node: CdpNode): Node => ({
  tag: node.localName,
  attributes: Object.fromEntries(
    (node.attributes ?? []).flatMap((name, i, all) => (i % 2 === 0 ? [[name, all[i + 1] ?? '']] : [])),
  ),
  text: node.nodeType === 3 ? node.nodeValue : '',
  children: [...(node.children ?? []), ...(node.contentDocument ? [node.contentDocument] : [])].map(fromCdp),
  shadow: node.shadowRoots?.[0] ? fromCdp(node.shadowRoots[0]) : null,
  id: String(node.backendNodeId),
});

interface BidiNode {
  readonly sharedId?: string;
  readonly value?: {
    readonly nodeType: number;
    readonly localName?: string;
    readonly nodeValue?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly children?: readonly BidiNode[];
    readonly shadowRoot?: BidiNode | null;
  };
}

const fromBidi = ({ value, sharedId = '' }: BidiNode): Node => ({
  tag: value?.localName ?? '',
  attributes: value?.attributes ?? {},
  text: value?.nodeType === 3 ? (value.nodeValue ?? '') : '',
  children: (value?.children ?? []).map(fromBidi),
  shadow: value?.shadowRoot ? fromBidi(value.shadowRoot) : null,
  id: sharedId,
});

/** Puppeteer has no call for node serialisation; its connection and frame id are there, but not in its types. */
interface BidiInternals {
  readonly connection: {
    send(method: string, params: object): Promise<{ result: { result: BidiNode & { value?: unknown } } }>;
  };
}

/** The document as the browser's own tools see it: through closed shadow roots, which no script can enter. */
export async function documentTree(page: Page): Promise<Node> {
  if (!(await isFirefox(page))) {
    const session = await page.createCDPSession();
    const top = await cdpTree(session);
    await session.detach();
    // A frame with a process of its own is no part of the tree around it.
    const apart = page.frames().filter((frame) => clientOf(frame) !== clientOf(page.mainFrame()));
    const trees = await Promise.all(apart.map((frame) => cdpTree(clientOf(frame)).catch(() => null)));
    return { ...top, children: [...top.children, ...trees.flatMap((each) => each ?? [])] };
  }
  // What lies in a frame is no part of what the browser tells of the page around it.
  const [top, ...frames] = await Promise.all(page.frames().map((frame) => frameTree(page, frame)));
  if (!top) throw new Error('The page has no document.');
  return { ...top, children: [...top.children, ...frames.flatMap((each) => each ?? [])] };
}

/** The session of the process in which a frame is; it is there, but not in the types. */
const clientOf = (frame: Frame): CDPSession => (frame as unknown as { client: CDPSession }).client;

async function cdpTree(session: CDPSession): Promise<Node> {
  const { result } = await session.send('Runtime.evaluate', { expression: 'document' });
  // Described, and not asked for with `getDocument`: that follows every change from then on, and where a frame goes
  // from the page meanwhile, the tab crashes.
  const { node } = await session.send('DOM.describeNode', {
    objectId: result.objectId ?? '',
    depth: -1,
    pierce: true,
  });
  return fromCdp(node as unknown as CdpNode);
}

const bidiOf = (page: Page) => (page.browser() as unknown as BidiInternals).connection;
const contextOf = (frame: Frame) => (frame as unknown as { _id: string })._id;

/** The document of one frame in Firefox; null for one that has gone meanwhile. */
async function frameTree(page: Page, frame: Frame): Promise<Node | null> {
  const params = {
    expression: 'document.documentElement',
    target: { context: contextOf(frame) },
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 500, includeShadowTree: 'all' },
  };
  const answer = bidiOf(page).send('script.evaluate', params);
  if (frame === page.mainFrame()) return fromBidi((await answer).result.result);
  return answer.then(({ result }) => fromBidi(result.result)).catch(() => null);
}

/**
 * Calls a function with an element of the top document, be it in a closed root. It is written out as text, and returns
 * a string.
 */
export async function askNode(page: Page, { id }: Node, declaration: string): Promise<string> {
  if (!(await isFirefox(page))) {
    const session = await page.createCDPSession();
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: Number(id) });
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: `function () { return (${declaration})(this) }`,
      returnByValue: true,
    });
    await session.detach();
    return String(result.value);
  }
  const { result } = await bidiOf(page).send('script.callFunction', {
    functionDeclaration: declaration,
    arguments: [{ sharedId: id }],
    target: { context: contextOf(page.mainFrame()) },
    awaitPromise: false,
  });
  return String(result.result.value);
}

/** The same without what lies in frames. */
export async function topTree(page: Page): Promise<Node> {
  const without = (node: Node): Node => ({
    ...node,
    shadow: node.shadow && without(node.shadow),
    children: node.tag === 'iframe' || node.tag === 'frame' ? [] : node.children.map(without),
  });
  if (!(await isFirefox(page))) return without(await documentTree(page));
  const tree = await frameTree(page, page.mainFrame());
  if (!tree) throw new Error('The page has no document.');
  return tree;
}

/** Every node below and including this one, shadow trees first, in document order. */
export function* walk(node: Node): Generator<Node> {
  yield node;
  if (node.shadow) yield* walk(node.shadow);
  for (const child of node.children) yield* walk(child);
}

/** All elements of a tag name, wherever they lie. */
export const allOf = (node: Node, tag: string): Node[] => [...walk(node)].filter((each) => each.tag === tag);

/** The text below a node, white space folded; style and script text left out. */
export const textOf = (node: Node): string => [...textParts(node)].join(' ').replace(/\s+/g, ' ').trim();

function* textParts(node: Node): Generator<string> {
  if (node.tag === 'style' || node.tag === 'script') return;
  if (node.text) yield node.text;
  if (node.shadow) yield* textParts(node.shadow);
  for (const child of node.children) yield* textParts(child);
}
