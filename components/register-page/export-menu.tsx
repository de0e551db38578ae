import { useRef, useState } from 'preact/hooks';
import { writeBibtex } from '../../lib/export/bibtex.ts';
import { type RecordUrlOf, referencesFor } from '../../lib/export/citation.ts';
import { writeCsl } from '../../lib/export/csl.ts';
import { csvRows, type ExportHead, writeCsv } from '../../lib/export/csv.ts';
import { FORMAT_NAMES } from '../../lib/export/format-names.ts';
import { writeMarkdown } from '../../lib/export/markdown.ts';
import type { Language } from '../../lib/register/labels.ts';
import type { RegisterHead } from '../../lib/register/schema.ts';
import type { Found } from '../../lib/register/search.ts';
import { listStatement } from '../../lib/register-view/selection-words.ts';
import { useLanguage } from '../language.tsx';

/** A file ready to be saved. */
export interface NamedText {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly text: string;
}

/** The list that is exported, and what is said of it. */
export interface ExportedList {
  readonly found: readonly Found[];
  readonly register: RegisterHead;
  readonly day: string;
  /** The public page of a record, for references. */
  readonly urlOf: RecordUrlOf;
  /** The filters in words. */
  readonly filters: readonly string[];
}

interface Format {
  readonly name: keyof typeof FORMAT_NAMES;
  readonly extension: string;
  readonly type: string;
  readonly write: (list: ExportedList, language: Language) => string | Promise<string>;
}

const headOf = ({ register, day, filters }: ExportedList): ExportHead => ({
  registerVersion: register.version,
  registerDate: register.date,
  day,
  filters,
});
const statementOf = ({ found, register, day, filters }: ExportedList, language: Language): string =>
  listStatement(found.length, register, day, filters, language);
const referencesOf = (list: ExportedList, language: Language) => referencesFor(list.found, list, language);

const FORMATS: readonly Format[] = [
  {
    name: 'csv',
    extension: 'csv',
    type: 'text/csv;charset=utf-8',
    write: (list, language) => writeCsv(csvRows(list.found, headOf(list), language)),
  },
  {
    name: 'json',
    extension: 'json',
    type: 'application/json',
    // The schema in the file needs a library that nothing else on the page does.
    write: async (list) => (await import('../../lib/export/json.ts')).writeJson(list.found, headOf(list)),
  },
  {
    name: 'markdown',
    extension: 'md',
    type: 'text/markdown;charset=utf-8',
    write: (list, language) => writeMarkdown(list.found, statementOf(list, language), list.day, language),
  },
  {
    name: 'csl',
    extension: 'csl.json',
    type: 'application/vnd.citationstyles.csl+json',
    write: (list, language) => writeCsl(referencesOf(list, language)),
  },
  {
    name: 'bibtex',
    extension: 'bib',
    type: 'application/x-bibtex;charset=utf-8',
    write: (list, language) => writeBibtex(referencesOf(list, language)),
  },
];

interface ExportMenuProps {
  readonly list: ExportedList;
  readonly onSave: (file: NamedText) => void;
}

/** Takes the list away as a file. */
export function ExportMenu({ list, onSave }: ExportMenuProps) {
  const language = useLanguage();
  const { t } = language;
  const menu = useRef<HTMLDetailsElement>(null);
  const [saved, setSaved] = useState('');
  const save = async ({ extension, type, write }: Format) => {
    const file = {
      name: `tiktok-restrictions-${list.day}.${extension}`,
      type,
      text: await write(list, language),
    };
    onSave(file);
    setSaved(t('export_saved', file.name));
    if (!menu.current) return;
    menu.current.open = false;
    menu.current.querySelector('summary')?.focus();
  };
  return (
    <>
      <details
        ref={menu}
        class="menu"
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !menu.current?.open) return;
          menu.current.open = false;
          menu.current.querySelector('summary')?.focus();
        }}
      >
        <summary class="button">{t('download')}</summary>
        <ul>
          {FORMATS.map((format) => (
            <li key={format.name}>
              <button type="button" class="plain" data-export={format.name} onClick={() => void save(format)}>
                {FORMAT_NAMES[format.name]}
                <span class="small soft">{t(`export_${format.name}_hint`)}</span>
              </button>
            </li>
          ))}
        </ul>
      </details>
      <span class="visually-hidden" role="status">
        {saved}
      </span>
    </>
  );
}
