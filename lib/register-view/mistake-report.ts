import type { RegisterHead } from '../register/schema.ts';

/** Where mistakes are reported: the project's issue list. The one place that names it. */
export const ISSUES = 'https://github.com/policy-context/policy-context-for-tiktok/issues';

/**
 * The address of a new issue about a record, with its id and the register's version filled in. Opened only when a
 * person clicks it; it holds nothing about them.
 */
export function mistakeAddress(
  id: string,
  { version }: Pick<RegisterHead, 'version'>,
  texts: { readonly title: string; readonly body: string },
): string {
  const query = new URLSearchParams({
    title: texts.title,
    body: `${texts.body}\n\n- ${id}\n- ${version}\n`,
  });
  return `${ISSUES}/new?${query}`;
}
