import type { Page } from 'puppeteer-core';
import { inParent, isFirefox } from './firefox-parent.ts';
import { framesToPass, until } from './rig.ts';

/* What a screen reader gets of a page: the roles and names of both browsers' accessibility trees, in order. */

/**
 * Text and boxes say nothing that their parts or what holds them does not say. Firefox names list items and sections by
 * their content, which no screen reader asks for (ARIA 1.2 lets their authors alone name them).
 */
const PLAIN =
  /^(?:StaticText|InlineTextBox|LineBreak|generic|none|text leaf|text container|whitespace|paragraph|section|listitem)\b/;

/** Reads the tree of the page in front, in the parent process of Firefox, which alone may ask for it. */
const READ_TREE = `(address) => {
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const names = [];
  const walk = (node) => {
    names.push(service.getStringRole(node.role) + ': ' + (node.name ?? ''));
    for (let child = node.firstChild; child; child = child.nextSibling) walk(child);
  };
  const shown = gBrowser.selectedBrowser;
  if (shown.currentURI.spec !== address) return '[]';
  const document = service.getAccessibleFor(shown)?.firstChild;
  if (document) walk(document);
  return JSON.stringify(names);
}`;

async function readFirefox(page: Page): Promise<string[]> {
  for await (const answer of inParent(page, `(${READ_TREE})(${JSON.stringify(page.url())})`)) {
    const names: string[] = JSON.parse(answer);
    if (names.length > 0) return names;
  }
  return [];
}

async function readChromium(page: Page): Promise<string[]> {
  const session = await page.createCDPSession();
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => `${role?.value}: ${name?.value ?? ''}`);
}

/** The roles and names of a page in front, once the browser has finished its tree. */
export async function accessibleNames(page: Page): Promise<string[]> {
  const read = (await isFirefox(page)) ? readFirefox : readChromium;
  let last: string[] = [];
  // Browsers bring the tree up to date a little later than the page.
  await until(async () => {
    const before = last.join();
    await framesToPass(page, 3);
    last = await read(page);
    return last.length > 1 && last.join() === before;
  }, 'an accessibility tree at rest');
  return last.filter((each) => !PLAIN.test(each));
}
