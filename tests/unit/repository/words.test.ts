import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

type Node = { readonly type: string; readonly [key: string]: unknown };

/** Attributes whose value nobody reads or hears. */
const UNREAD =
  /^(class|className|d|transform|viewBox|points|fill|aria-(labelledby|describedby|controls|owns)|rel|accept|style)$/;
/** Attributes whose value is read even if it is one word. */
const READ =
  /^(aria-(label|description|valuetext|roledescription)|alt|placeholder|title|label|legend|hint|summary|heading)$/;
const LETTERS = /\p{L}{2}/u;
/** A sentence or phrase, not a code. */
const PHRASE = /\p{L} \p{L}/u;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function* nodesIn(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node))
    for (const each of Array.isArray(value) ? value : [value]) if (isNode(each)) yield* nodesIn(each);
}

const parse = (file: string, source: string): Node => parseSync(file, source).program as unknown as Node;

/** The texts that an expression can come out as, as far as it holds them itself: what is behind a call is not looked at. */
function textsOf(node: unknown): string[] {
  if (!isNode(node)) return [];
  const { type } = node;
  if (type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (type === 'JSXText') return [String(node.value)];
  if (type === 'TemplateElement') return [String((node.value as { cooked: string }).cooked)];
  if (type === 'TemplateLiteral')
    return [...(node.quasis as Node[]), ...(node.expressions as Node[])].flatMap(textsOf);
  if (type === 'ConditionalExpression') return [node.consequent, node.alternate].flatMap(textsOf);
  if (type === 'LogicalExpression')
    return (node.operator === '&&' ? [node.right] : [node.left, node.right]).flatMap(textsOf);
  if (type === 'BinaryExpression' && node.operator === '+') return [node.left, node.right].flatMap(textsOf);
  if (type === 'ArrayExpression') return (node.elements as Node[]).flatMap(textsOf);
  if (type === 'JSXExpressionContainer' || type === 'ParenthesizedExpression')
    return textsOf(node.expression);
  if (/^TS(As|Satisfies|NonNull)Expression$/.test(type)) return textsOf(node.expression);
  return [];
}

const nameOf = ({ openingElement }: Node): unknown => ((openingElement as Node).name as Node).name;

/** Words that stand in a component itself, where no language file can reach them. */
function literalsIn(file: string, source: string): string[] {
  return [...nodesIn(parse(file, source))].flatMap((node) => {
    // Code is the same in every language.
    if (node.type === 'JSXElement' && nameOf(node) === 'code') return [];
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      return (node.children as Node[])
        .filter(({ type }) => type === 'JSXExpressionContainer' || type === 'JSXText')
        .flatMap(textsOf)
        .map((words) => words.trim())
        .filter((words) => LETTERS.test(words));
    if (node.type !== 'JSXAttribute') return [];
    const name = String((node.name as Node).name);
    if (UNREAD.test(name)) return [];
    return textsOf(node.value).filter(
      (words) => PHRASE.test(words) || (READ.test(name) ? LETTERS.test(words) : /^\p{Lu}\p{Ll}/u.test(words)),
    );
  });
}

/** Sentences in a check: its messages must be codes, for which the language files hold the words. */
function sentencesIn(file: string, source: string): string[] {
  const isCheck = ({ type, callee }: Node) =>
    type === 'CallExpression' && ((callee as Node).object as Node | undefined)?.name === 'z';
  const isMessage = ({ type, key }: Node) =>
    type === 'Property' && ['message', 'error', 'error_message'].includes(String((key as Node).name));
  const found = [...nodesIn(parse(file, source))].flatMap((node) => {
    if (isMessage(node)) return [...nodesIn(node.value as Node)].flatMap(textsOf);
    return isCheck(node)
      ? (node.arguments as Node[]).flatMap((each) => [...nodesIn(each)]).flatMap(textsOf)
      : [];
  });
  return [...new Set(found)].filter((words) => PHRASE.test(words));
}

const filesIn = (pattern: string) =>
  globSync(pattern, { cwd: ROOT }).map((file) => ({ file, source: readFileSync(join(ROOT, file), 'utf8') }));

describe('words that a person reads', () => {
  const components = filesIn('{components,entrypoints}/**/*.tsx');
  const schemas = filesIn('{lib,entrypoints,components}/**/*.{ts,tsx}').filter(({ source }) =>
    /from '.*zod\.ts'/.test(source),
  );

  it('are found in a component and in a check', () => {
    const view = 'const a = <p title="Two words">Read <b>{"me"}</b> {t("key")}</p>;';
    expect(literalsIn('a.tsx', view).sort()).toEqual(['Read', 'Two words', 'me']);
    expect(literalsIn('a.tsx', 'const a = <p class="one two" role="status">· {x}</p>;')).toEqual([]);
    expect(literalsIn('a.tsx', `const a = <p>{x ? \`Read \${n}\` : t("key")}</p>;`)).toEqual(['Read']);
    expect(literalsIn('a.tsx', 'const a = <p>{n > 1 && "rows" + n}</p>;')).toEqual(['rows']);
    expect(literalsIn('a.tsx', 'const a = <input placeholder={x ?? "name"} />;')).toEqual(['name']);
    expect(literalsIn('a.tsx', `const a = <Row note={\`No \${n} of them\`} />;`)).toEqual([
      'No ',
      ' of them',
    ]);
    expect(literalsIn('a.tsx', `const a = <Row label={t(\`key_\${x}\`)} kind="one" />;`)).toEqual([]);
    expect(sentencesIn('a.ts', "z.regex(/x/, 'a host name')")).toEqual(['a host name']);
    expect(sentencesIn('a.ts', "z.url({ error: 'must be a URL' })")).toEqual(['must be a URL']);
    expect(sentencesIn('a.ts', `z.maxLength(9, \`at most \${n} signs\`)`)).toEqual(['at most ']);
    expect(sentencesIn('a.ts', "issues.push({ message: x ? 'no such thing' : 'code' })")).toEqual([
      'no such thing',
    ]);
    expect(sentencesIn('a.ts', "z.refine(f, { error: () => 'not a host' })")).toEqual(['not a host']);
    expect(sentencesIn('a.ts', "z.regex(/x/, 'host-name'); t('a b')")).toEqual([]);
    expect(components.length).toBeGreaterThan(50);
    expect(schemas.length).toBeGreaterThan(10);
  });

  it('stand in no component', () => {
    expect(
      components.flatMap(({ file, source }) => literalsIn(file, source).map((words) => `${file}: ${words}`)),
    ).toEqual([]);
  });

  it('stand in no check', () => {
    expect(
      schemas.flatMap(({ file, source }) => sentencesIn(file, source).map((words) => `${file}: ${words}`)),
    ).toEqual([]);
  });
});
