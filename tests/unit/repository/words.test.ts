import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

type Node = { readonly type: string; readonly [key: string]: unknown };

/** Attributes whose value a person reads or hears. */
const READ = [
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'alt',
  'placeholder',
  'title',
  'label',
  'hint',
  'name',
];
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

const text = (node: unknown): string => {
  if (!isNode(node)) return '';
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : '';
  if (node.type === 'JSXText') return String(node.value);
  if (node.type === 'JSXExpressionContainer') return text(node.expression);
  return '';
};

/** Words that stand in a component itself, where no language file can reach them. */
function literalsIn(file: string, source: string): string[] {
  return [...nodesIn(parse(file, source))].flatMap((node) => {
    if (node.type === 'JSXText' || node.type === 'JSXExpressionContainer') {
      const words = text(node).trim();
      return node.type === 'JSXText' && LETTERS.test(words) ? [words] : [];
    }
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      return (node.children as Node[])
        .filter(({ type }) => type === 'JSXExpressionContainer')
        .map(text)
        .filter((words) => LETTERS.test(words));
    if (node.type !== 'JSXAttribute' || !READ.includes(String((node.name as Node).name))) return [];
    const words = text(node.value);
    return PHRASE.test(words) || /^\p{Lu}\p{Ll}/u.test(words) ? [words] : [];
  });
}

/** Sentences in a check: its messages must be codes, for which the language files hold the words. */
function sentencesIn(file: string, source: string): string[] {
  return [...nodesIn(parse(file, source))].flatMap((node) => {
    if (node.type !== 'CallExpression') return [];
    const { object } = node.callee as Node;
    if (!isNode(object) || object.name !== 'z') return [];
    return (node.arguments as Node[])
      .flatMap((argument) => [...nodesIn(argument)])
      .map(text)
      .filter((words) => PHRASE.test(words));
  });
}

const filesIn = (pattern: string) =>
  globSync(pattern, { cwd: ROOT }).map((file) => ({ file, source: readFileSync(join(ROOT, file), 'utf8') }));

describe('words that a person reads', () => {
  const components = filesIn('{components,entrypoints}/**/*.tsx');
  const schemas = filesIn('lib/**/*.ts').filter(({ source }) => /from '.*zod\.ts'/.test(source));

  it('are found in a component and in a check', () => {
    const view = 'const a = <p title="Two words">Read <b>{"me"}</b> {t("key")}</p>;';
    expect(literalsIn('a.tsx', view).sort()).toEqual(['Read', 'Two words', 'me']);
    expect(literalsIn('a.tsx', 'const a = <p class="one two" role="status">· {x}</p>;')).toEqual([]);
    expect(sentencesIn('a.ts', "z.regex(/x/, 'a host name')")).toEqual(['a host name']);
    expect(sentencesIn('a.ts', "z.url({ error: 'must be a URL' })")).toEqual(['must be a URL']);
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
