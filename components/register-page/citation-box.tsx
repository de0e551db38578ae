import { useState } from 'preact/hooks';
import { writeBibtex } from '../../lib/export/bibtex.ts';
import { type Cited, markdownCitation, plainCitation, referencesFor } from '../../lib/export/citation.ts';
import { writeCsl } from '../../lib/export/csl.ts';
import { FORMAT_NAMES } from '../../lib/export/format-names.ts';
import type { Translate } from '../../lib/platform/i18n.ts';
import type { Language } from '../../lib/register/labels.ts';
import type { Found } from '../../lib/register/search.ts';
import { useLanguage } from '../language.tsx';
import { useWritten } from '../written.ts';
import { usePage } from './page-state.ts';

type Format = 'plain' | 'markdown' | 'bibtex' | 'csl';

const OTHER_FORMATS = ['markdown', 'bibtex', 'csl'] as const;

const FORMATS: Readonly<Record<Format, (found: Found, cited: Cited, language: Language) => string>> = {
  plain: plainCitation,
  markdown: markdownCitation,
  bibtex: (found, cited, language) => writeBibtex(referencesFor([found], cited, language)),
  csl: (found, cited, language) => writeCsl(referencesFor([found], cited, language)),
};

const nameOf = (format: Format, t: Translate): string =>
  format === 'plain' ? t('register_cite_plain') : FORMAT_NAMES[format];

interface CitationBoxProps {
  readonly found: Found;
  readonly cited: Cited;
}

/** The record as a citation, ready to read and to take along in four forms. */
export function CitationBox({ found, cited }: CitationBoxProps) {
  const language = useLanguage();
  const { t } = language;
  const written = useWritten();
  return (
    <section class="citation" aria-labelledby="citation">
      <h3 id="citation">{t('register_cite')}</h3>
      <p class="citation-text">{plainCitation(found, cited, language)}</p>
      {written ? (
        OTHER_FORMATS.map((format) => (
          <details key={format} class="no-print">
            <summary class="small">{nameOf(format, t)}</summary>
            <pre class="small">{FORMATS[format](found, cited, language)}</pre>
          </details>
        ))
      ) : (
        <CopyFormats found={found} cited={cited} />
      )}
    </section>
  );
}

/** A button for each form, which copies it. */
function CopyFormats({ found, cited }: CitationBoxProps) {
  const language = useLanguage();
  const { t } = language;
  const { onCopy } = usePage();
  const [copied, setCopied] = useState<{ format: Format; ok: boolean } | null>(null);
  const copy = (format: Format) =>
    onCopy(FORMATS[format](found, cited, language)).then(
      () => setCopied({ format, ok: true }),
      () => setCopied({ format, ok: false }),
    );
  return (
    <p class="row no-print">
      <span class="small">{t('register_cite_copy')}</span>
      {(Object.keys(FORMATS) as Format[]).map((format) => (
        <button key={format} type="button" data-format={format} onClick={() => copy(format)}>
          {nameOf(format, t)}
        </button>
      ))}
      <span role="status" class="small">
        {copied && <span key={copied.format}>{t(copied.ok ? 'copied' : 'not_copied')}</span>}
      </span>
    </p>
  );
}
