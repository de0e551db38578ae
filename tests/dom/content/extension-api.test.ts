import { describe, expect, it } from 'vitest';
import { extensionApi } from '../../../lib/content/extension-api.ts';

const chrome = { runtime: {} };
/** What the names of elements are in a window: inherited, never its own. */
const named = (names: object) => Object.create(names);

describe('the extension’s interface', () => {
  it('is `browser` where the world has that', () => {
    const browser = { runtime: {} };
    expect(extensionApi({ browser, chrome })).toBe(browser);
  });

  it('is `chrome` where there is no `browser`', () => {
    expect(extensionApi({ chrome })).toBe(chrome);
  });

  it('is no form that a page has called so, whatever its fields are called', () => {
    document.body.innerHTML = '<form id="browser"><input name="runtime"></form>';
    const form = document.querySelector('form');
    const world = Object.assign(named({ browser: form }), { chrome });
    expect(world.browser).toBe(form);
    expect(extensionApi(world)).toBe(chrome);
  });
});
