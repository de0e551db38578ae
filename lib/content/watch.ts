import { BADGE_TAG } from './badge-tag.ts';
import { isConnected, isElement, NODE, type Scope } from './unclobbered.ts';

/** What changed in the watched roots since the last call. */
export interface Batch {
  /** Parts of the page to search. */
  readonly added: readonly Scope[];
  /** Elements of which a watched attribute changed. */
  readonly changed: ReadonlySet<Element>;
  /** Something became editable or stopped being so. */
  readonly edited: boolean;
  /** Elements of which something has changed that decides what is read and walked to. */
  readonly renamed: ReadonlySet<Element>;
  /** Other elements may be named by their ids than before. */
  readonly naming: boolean;
  /** Nodes came, went or were moved. */
  readonly moved: boolean;
  /** Whether the page took an element of ours away, and changed nothing else where it stood. */
  readonly wasTakenAlone: (host: Element) => boolean;
  /** The node from which the page took another; undefined where it took none. */
  readonly takenFrom: (node: Node) => Node | undefined;
  /** The document may have been opened and written anew, which takes all listeners off it and off its window. */
  readonly opened: boolean;
}

const isOurs = (node: Node): boolean => isElement(node) && node.localName === BADGE_TAG;

const EDITABLE = 'contenteditable';
/** What decides whether a badge is read and walked to. */
const READING = ['role', 'tabindex', 'inert', 'aria-hidden', 'aria-live'];
/** Attributes by which an element is named by others. */
export const NAMING = ['aria-labelledby', 'aria-describedby'];
/** From this many new parts on, searching their roots once is cheaper than searching each. */
const MANY = 40;

/**
 * Watches roots for what matters: nodes that come and go, and attributes that can make a link or an embed. The
 * callback runs before the browser draws, in the frame that brought the change.
 */
export function createWatch(
  attributes: readonly string[],
  onBatch: (batch: Batch) => void,
  signal: AbortSignal,
) {
  const observer = new MutationObserver((records) => {
    const parts: Element[] = [];
    const covered = new Set<Node>();
    const changed = new Set<Element>();
    let edited = false;
    const renamed = new Set<Element>();
    let naming = false;
    let moved = false;
    let opened = false;
    const takenFrom = new Map<Node, Node>();
    const busy = new Set<Node>();
    for (const { type, target, addedNodes, removedNodes, attributeName } of records) {
      if (type === 'childList') moved = true;
      else if (attributeName === EDITABLE) edited = true;
      else if (NAMING.includes(attributeName ?? '')) naming = true;
      else if (READING.includes(attributeName ?? '')) {
        if (!isOurs(target)) renamed.add(target as Element);
      } else changed.add(target as Element);
      if (target instanceof Document) opened = true;
      for (const node of removedNodes) {
        takenFrom.set(node, target);
        if (!isOurs(node)) busy.add(target);
      }
      for (const node of addedNodes) {
        if (!isOurs(node)) busy.add(target);
        if (!isElement(node) || covered.has(node)) continue;
        covered.add(node);
        // What was put into something new is found with it; this keeps a deep chain, built piece by piece, linear.
        if (!covered.has(target) && isConnected(node)) parts.push(node);
      }
    }
    const added =
      parts.length > MANY ? [...new Set(parts.map((part) => NODE.getRootNode.call(part)))] : parts;
    const wasTakenAlone = (host: Element): boolean => {
      const from = takenFrom.get(host);
      return !!from && !busy.has(from) && !host.isConnected;
    };
    onBatch({
      added: added as Scope[],
      changed,
      edited,
      renamed,
      naming,
      moved,
      opened,
      wasTakenAlone,
      takenFrom: (node) => takenFrom.get(node),
    });
  });
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    observe: (root: Document | ShadowRoot): void =>
      observer.observe(root, {
        childList: true,
        subtree: true,
        attributeFilter: [...attributes, EDITABLE, ...READING, ...NAMING],
      }),
    /** Drops the records of this script's own changes; to be called in the same task as those. */
    forget: (): void => void observer.takeRecords(),
  };
}
