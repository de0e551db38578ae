import MagicString from 'magic-string';
import type { ESTree } from 'vite';

type Node = ESTree.Node;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const isDeclaredByModule = (node: Node, parent: Node): node is ESTree.Function =>
  node.type === 'FunctionDeclaration' && /^(Program|ExportNamedDeclaration)$/.test(parent.type);

/** Methods are functions in the tree, too, and what is called where it stands has parentheses. */
const canHaveParentheses = (node: Node, parent: Node): boolean =>
  /^(FunctionExpression|ArrowFunctionExpression)$/.test(node.type) &&
  !('method' in parent && parent.method) &&
  !('kind' in parent && /^([gs]et|constructor|method)$/.test(parent.kind)) &&
  !('callee' in parent && parent.callee === node);

/**
 * Puts parentheses around the functions of a module. Those that it declares become constants, which have no value above
 * their place; those declared in other functions stay as they are.
 */
export function inParentheses(code: string, program: ESTree.Program): MagicString {
  const made = new MagicString(code);
  function wrap({ start, end }: Node, before: string, after: string): void {
    made.appendRight(start, before).appendLeft(end, after);
  }
  function walk(node: Node, parent: Node): void {
    if (isDeclaredByModule(node, parent)) wrap(node, `const ${node.id?.name} = (`, ');');
    else if (canHaveParentheses(node, parent)) wrap(node, '(', ')');
    for (const child of Object.values(node).flat()) if (isNode(child)) walk(child, node);
  }
  walk(program, program);
  return made;
}
