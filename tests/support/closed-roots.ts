import type { Page } from 'puppeteer-core';

/** A node with everything below it, closed shadow roots included. `tag` is empty for text. */
export interface Node {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Node[];
  readonly shadow: Node | null;
}

interface CdpNode {
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
});

interface BidiNode {
  readonly value?: {
    readonly nodeType: number;
    readonly localName?: string;
    readonly nodeValue?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly children?: readonly BidiNode[];
    readonly shadowRoot?: BidiNode | null;
  };
}

const fromBidi = ({ value }: BidiNode): Node => ({
  tag: value?.localName ?? '',
  attributes: value?.attributes ?? {},
  text: value?.nodeType === 3 ? (value.nodeValue ?? '') : '',
  children: (value?.children ?? []).map(fromBidi),
  shadow: value?.shadowRoot ? fromBidi(value.shadowRoot) : null,
});

/** Puppeteer has no call for node serialisation; its connection and frame id are there, but not in its types. */
interface BidiInternals {
  readonly connection: { send(method: string, params: object): Promise<{ result: { result: BidiNode } }> };
}

/** The document as the browser's own tools see it: through closed shadow roots, which no script can enter. */
export async function documentTree(page: Page): Promise<Node> {
  if (await isChromium(page)) {
    const session = await page.createCDPSession();
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    await session.detach();
    return fromCdp(root as unknown as CdpNode);
  }
  const { connection } = page.browser() as unknown as BidiInternals;
  const { _id: context } = page.mainFrame() as unknown as { _id: string };
  const { result } = await connection.send('script.evaluate', {
    expression: 'document.documentElement',
    target: { context },
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 500, includeShadowTree: 'all' },
  });
  return fromBidi(result.result);
}

const isChromium = async (page: Page) =>
  (await page.browser().version()).startsWith('Chrom') ||
  (await page.browser().version()).startsWith('HeadlessChrom');

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
