import type { Reference } from './citation.ts';

/** Characters that TeX would take for commands. */
const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '&': '\\&',
  '#': '\\#',
  $: '\\$',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const escapeTex = (text: string): string =>
  text.replace(/[\\{}%&#$_~^]/g, (character) => TEX[character] ?? character).replace(/\s+/g, ' ');

/** Addresses stand verbatim in BibTeX; only what would end the field is percent-encoded. */
const verbatim = (url: string): string => url.replace(/[{}\\\s]/g, encodeURIComponent);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Name and written value of each field; titles and names in double braces, so that styles leave them as they are. */
function fieldsOf(reference: Reference): [string, string][] {
  const [year, month] = reference.issued?.split('-') ?? [];
  const monthName = month && MONTHS[Number(month) - 1];
  const text = (name: string, value: string | null): [string, string][] =>
    value ? [[name, `{${escapeTex(value)}}`]] : [];
  const whole = (name: string, value: string | null): [string, string][] =>
    value ? [[name, `{{${escapeTex(value)}}}`]] : [];
  return [
    ...whole('title', reference.title),
    ...whole('author', reference.author ?? reference.publisher),
    ...text('howpublished', reference.kind === 'record' ? reference.container : null),
    ...text('version', reference.version),
    ...(year ? [['year', `{${year}}`] as [string, string]] : []),
    ...(monthName ? [['month', monthName] as [string, string]] : []),
    ...text('date', reference.issued),
    ...(reference.url ? [['url', `{${verbatim(reference.url)}}`] as [string, string]] : []),
    ...text('language', reference.language),
    ...text('abstract', reference.abstract),
    ...text('note', reference.note),
  ];
}

/** The text of a BibTeX file in UTF-8: one `@misc` (records) or `@online` (sources) entry a reference. */
export const writeBibtex = (references: readonly Reference[]): string =>
  references
    .map((reference) => {
      const fields = fieldsOf(reference).map(([name, value]) => `  ${name} = ${value}`);
      return `@${reference.kind === 'record' ? 'misc' : 'online'}{${reference.key},\n${fields.join(',\n')}\n}\n`;
    })
    .join('\n');
