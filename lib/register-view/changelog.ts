/** One version of the register in the changelog. */
export interface RegisterChanges {
  readonly version: string;
  /** What the version is, in a sentence or two. */
  readonly summary: string;
  /** What changed, one sentence or more an item. */
  readonly items: readonly string[];
}

/**
 * Reads `docs/register-changelog.md`: a `##` heading a version, its first paragraph, and every list item below it.
 * Tables and subheadings are for people who look into the file. Marks of emphasis and code are taken off.
 */
export function parseChangelog(markdown: string): RegisterChanges[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [version = '', ...blocks] = section.trim().split(/\n\s*\n|\n(?=- )/);
      const texts = blocks.map((block) => plain(block));
      return {
        version: version.trim(),
        summary: texts.find((text) => !/^[#|-]/.test(text)) ?? '',
        items: texts.filter((text) => text.startsWith('- ')).map((text) => text.slice(2)),
      };
    });
}

const plain = (markdown: string): string =>
  markdown
    .replace(/\*\*|`/g, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim();

/** Reads the changes inside the package. */
export const loadChanges = async (): Promise<RegisterChanges[]> =>
  (await fetch('/register-changes.json')).json();
