import { useState } from 'preact/hooks';
import { type Cited, plainCitation } from '../../lib/export/citation.ts';
import { issuerPlace, measureLine, restrictionTitle } from '../../lib/register/labels.ts';
import type { Restriction } from '../../lib/register/schema.ts';
import type { RecordStatus } from '../../lib/register/status.ts';
import { statusLine } from '../../lib/register/status-line.ts';
import { recordHref } from '../../lib/register-view/url-state.ts';
import { useLanguage } from '../language.tsx';
import { LazyDetails } from './lazy-details.tsx';
import { RecordDetails } from './record-details.tsx';

interface RecordRowProps {
  readonly record: Restriction;
  readonly status: RecordStatus;
  readonly cited: Cited;
  readonly onCopy: (text: string) => Promise<void>;
}

/** One restriction in a list: a few lines that open to all of it, with its own page and a copy to take along. */
export function RecordRow({ record, status, cited, onCopy }: RecordRowProps) {
  const language = useLanguage();
  const { t } = language;
  const [copied, setCopied] = useState(false);
  return (
    <li class="record">
      <LazyDetails
        summary={
          <>
            <span class="record-name">
              <bdi>{restrictionTitle(record)}</bdi>
            </span>
            <span class="record-line">
              {issuerPlace(record, language)} · {measureLine(record, status, language)}
            </span>
            <span class="record-line soft">{statusLine(record, status, cited.day, language)}</span>
          </>
        }
      >
        {() => (
          <>
            <p class="row small">
              <a href={recordHref(record.id)} target="_blank" rel="noreferrer">
                {t('block_read')}
              </a>
              <button
                type="button"
                class="plain"
                onClick={() =>
                  onCopy(plainCitation({ record, status }, cited, language)).then(() => setCopied(true))
                }
              >
                {t('brief_copy')}
              </button>
              <span role="status">{copied && t('copied')}</span>
            </p>
            <RecordDetails record={record} status={status} />
          </>
        )}
      </LazyDetails>
    </li>
  );
}
