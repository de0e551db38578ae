import axe from 'axe-core';
import { type ComponentChildren, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterAll, afterEach, expect } from 'vitest';
import { LanguageProvider } from '../../components/language.tsx';
import type { Translate } from '../../lib/platform/i18n.ts';
import type { Language } from '../../lib/register/labels.ts';
import messages from '../../public/_locales/en/messages.json';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** The English texts as a browser would give them: empty for a key that is not there. */
const t: Translate = (key, ...substitutions) => {
  const { message = '', placeholders = {} }: Partial<Message> = messages[key] ?? {};
  return message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const content = placeholders[name.toLowerCase()]?.content ?? '';
    return String(substitutions[Number(content.slice(1)) - 1] ?? '');
  });
};

export const language: Language = { t, locale: 'en-GB', places: { 'GB-SCT': 'Scotland', 'US-TX': 'Texas' } };

afterEach(() => {
  render(null, document.body);
  document.body.replaceChildren();
});

// Effects wait for a frame, which is to come before the document goes.
afterAll(() => new Promise(requestAnimationFrame));

// jsdom has no layout and so no scrolling.
Element.prototype.scrollIntoView = () => {};

/** What the act sets off is done when this returns. */
const doing = (work: () => void): void => {
  void act(work);
};

/** Draws a view into the body, as the main part of a page. @returns a way to draw it anew with other props */
export function mount(view: ComponentChildren): (next: ComponentChildren) => void {
  const main = document.body.appendChild(document.createElement('main'));
  const draw = (children: ComponentChildren) =>
    doing(() => render(<LanguageProvider value={language}>{children}</LanguageProvider>, main));
  draw(view);
  return draw;
}

/** The one element that fits the selector and whose text contains `text`. */
export function get<E extends HTMLElement = HTMLElement>(selector: string, text = ''): E {
  const found = [...document.querySelectorAll<E>(selector)].filter((each) =>
    each.textContent?.includes(text),
  );
  expect(found, `${selector} with "${text}"`).toHaveLength(1);
  return found[0] as E;
}

export const click = (element: HTMLElement): void => doing(() => element.click());

export const press = (element: HTMLElement, key: string): void =>
  doing(() => element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));

/** Puts a value into a field or select as a person does. */
export const enter = (
  field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
  value: string,
): void =>
  doing(() => {
    field.value = value;
    field.dispatchEvent(
      new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
    );
  });

/** Opens a `<details>`; jsdom does not tell of it by itself. */
export const open = (details: HTMLElement): void =>
  doing(() => {
    details.setAttribute('open', '');
    details.dispatchEvent(new Event('toggle'));
  });

/** What axe finds wrong with the page; rules that need a layout are left to the browsers. */
export async function axeFindings(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
