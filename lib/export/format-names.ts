/** What the file formats are called: names of their own, the same in every language. */
export const FORMAT_NAMES = {
  csv: 'CSV',
  json: 'JSON',
  markdown: 'Markdown',
  csl: 'CSL-JSON',
  bibtex: 'BibTeX',
} as const;
