import type { Reference } from './citation.ts';

/** An item of CSL-JSON, the part of the schema `csl-data.json` (1.0) that is used here. */
export interface CslItem {
  readonly id: string;
  readonly type: 'entry' | 'webpage';
  readonly title: string;
  readonly author?: readonly { readonly literal: string }[];
  readonly publisher: string;
  readonly 'container-title': string;
  readonly version?: string;
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly URL?: string;
  readonly language: string;
  readonly abstract?: string;
  readonly note?: string;
}

/** References as CSL-JSON items, which reference managers import. */
export const cslItems = (references: readonly Reference[]): CslItem[] =>
  references.map((reference) => ({
    id: reference.key,
    type: reference.kind === 'record' ? 'entry' : 'webpage',
    title: reference.title,
    ...(reference.author && { author: [{ literal: reference.author }] }),
    publisher: reference.publisher,
    'container-title': reference.container,
    ...(reference.version && { version: reference.version }),
    ...(reference.issued && { issued: { 'date-parts': [reference.issued.split('-').map(Number)] } }),
    ...(reference.url && { URL: reference.url }),
    language: reference.language,
    ...(reference.abstract && { abstract: reference.abstract }),
    ...(reference.note && { note: reference.note }),
  }));

/** The text of a CSL-JSON file. */
export const writeCsl = (references: readonly Reference[]): string =>
  `${JSON.stringify(cslItems(references), null, 2)}\n`;
