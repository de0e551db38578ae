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
export function inParentheses(code: string, program: ESTree.Program): string {
  const inserted: { at: number; text: string }[] = [];
  function wrap({ start, end }: Node, before: string, after: string): void {
    inserted.push({ at: start, text: before }, { at: end, text: after });
  }
  function walk(node: Node, parent: Node): void {
    if (isDeclaredByModule(node, parent)) wrap(node, `const ${node.id?.name} = (`, ');');
    else if (canHaveParentheses(node, parent)) wrap(node, '(', ')');
    for (const child of Object.values(node).flat()) if (isNode(child)) walk(child, node);
  }
  walk(program, program);
  let made = '';
  let from = 0;
  for (const { at, text } of inserted.sort((a, b) => a.at - b.at)) {
    made += code.slice(from, at) + text;
    from = at;
  }
  return made + code.slice(from);
}
