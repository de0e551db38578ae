import { options, type VNode } from 'preact';

/*
 * The website's policy forbids style attributes. What a component sets on a single element, such as the length of a bar,
 * becomes a rule of a style sheet that the written pages load.
 */

type Declarations = Readonly<Record<string, string>>;

const rules = new Map<string, string>();

const kebab = (name: string): string => name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);

function classFor(style: Declarations): string {
  const body = Object.entries(style)
    .map(([name, value]) => `${kebab(name)}:${value}`)
    .join(';');
  const known = rules.get(body);
  if (known) return known;
  const name = `drawn-${rules.size}`;
  rules.set(body, name);
  return name;
}

/** From now on turns the style of every element that is made into a class. */
export function collectStyles(): void {
  const before = options.vnode;
  options.vnode = (vnode: VNode) => {
    const props = vnode.props as { style?: Declarations; class?: string };
    if (typeof vnode.type === 'string' && props.style) {
      props.class = [props.class, classFor(props.style)].filter(Boolean).join(' ');
      delete props.style;
    }
    before?.(vnode);
  };
}

/** The rules of all classes so far. */
export const collectedStyles = (): string => [...rules].map(([body, name]) => `.${name}{${body}}\n`).join('');
