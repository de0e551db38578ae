import { isConnected, isElement, queryAll, type Scope } from './unclobbered.ts';

/** What changed in the watched roots since the last call. */
export interface Batch {
  /** Parts of the page to search; none lies in another where that could be told cheaply. */
  readonly added: readonly Scope[];
  /** Elements of which a watched attribute changed. */
  readonly changed: ReadonlySet<Element>;
  /** Nodes were moved or taken away. */
  readonly removed: boolean;
}

/** From this many new nodes in one root on, searching the root once is cheaper than searching each. */
const MANY = 40;

/**
 * Watches roots for what matters: nodes that come and go, and attributes that can make a link or an embed. The
 * callback runs before the browser draws, in the frame that brought the change.
 */
export function createWatch(
  attributes: readonly string[],
  onBatch: (batch: Batch) => void,
  signal: AbortSignal,
): { observe(root: Document | ShadowRoot): void; forget(): void } {
  const observer = new MutationObserver((records) => {
    const perRoot = new Map<Node, Element[]>();
    const covered = new Set<Node>();
    const changed = new Set<Element>();
    let removed = false;
    for (const record of records) {
      const { target, addedNodes } = record;
      if (record.type === 'attributes') {
        changed.add(target as Element);
        continue;
      }
      if (record.removedNodes.length) removed = true;
      for (let i = 0; i < addedNodes.length; i++) {
        const node = addedNodes[i] as Node;
        if (!isElement(node) || covered.has(node)) continue;
        covered.add(node);
        // What was put into something new is found with it; this keeps a deep chain, built piece by piece, linear.
        if (covered.has(target) || !isConnected(node)) continue;
        const root = Node.prototype.getRootNode.call(node);
        const nodes = perRoot.get(root);
        if (nodes) nodes.push(node);
        else perRoot.set(root, [node]);
      }
    }
    const added: Scope[] = [];
    for (const [root, nodes] of perRoot)
      if (nodes.length > MANY) added.push(root as Document | ShadowRoot);
      else added.push(...nodes);
    if (added.length || changed.size || removed) onBatch({ added, changed, removed });
  });
  const options = { childList: true, subtree: true, attributes: true, attributeFilter: [...attributes] };
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    observe: (root) => observer.observe(root, options),
    /** Drops the records of this script's own changes; to be called in the same task as those. */
    forget: () => void observer.takeRecords(),
  };
}

/** The elements of a scope that fit a selector, the scope itself included. */
export function* matching(scope: Scope, selector: string): Generator<Element> {
  if (isElement(scope) && Element.prototype.matches.call(scope, selector)) yield scope;
  yield* queryAll(scope, selector);
}
