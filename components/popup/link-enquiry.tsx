import { useState } from 'preact/hooks';
import type { Recognition } from '../../lib/links/recognition.ts';
import { useLanguage } from '../language.tsx';
import { LinkFacts, linkTitle } from './page-links.tsx';

/** What is known about a link, or about the URL in a selected text. */
export interface AnsweredEnquiry {
  /** Null where the text holds none. */
  readonly url: string | null;
  /** What the URL is; null without one. */
  readonly recognition: Recognition | null;
  /** The URL that the person wants to open, and is asked about here; null where they only want to know. */
  readonly toConfirm: string | null;
}

interface LinkEnquiryProps {
  readonly enquiry: AnsweredEnquiry;
  readonly onCopy: (url: string) => Promise<void>;
  readonly onOpen: (url: string) => void;
}

/** The answer to "What is known about this link?". */
export function LinkEnquiry({ enquiry: { url, recognition, toConfirm }, onCopy, onOpen }: LinkEnquiryProps) {
  const language = useLanguage();
  const { t } = language;
  const [copied, setCopied] = useState(false);
  const destination = recognition?.destination ?? null;
  const known = recognition?.tiktok ? recognition : null;
  return (
    <section class="link-enquiry stack-tight" aria-labelledby="link-enquiry">
      <h2 id="link-enquiry">{t('menu_about_link')}</h2>
      {url === null && <p>{t('popup_about_no_address')}</p>}
      {url !== null && !known && (
        <>
          <p>{t('popup_about_other')}</p>
          <LinkFacts uploadTime={null} destination={destination ?? url} via={recognition?.via ?? []} />
        </>
      )}
      {known && (
        <>
          <p class="entry-title">
            <bdi>
              {linkTitle(language, { kind: known.kind ?? 'other', embed: false, handle: known.handle })}
            </bdi>
          </p>
          <LinkFacts {...known} />
          {toConfirm && <p>{t('confirm_question')}</p>}
          {destination && (
            <div class="entry-actions">
              {toConfirm && (
                <button type="button" onClick={() => onOpen(toConfirm)}>
                  {t('confirm_open')}
                </button>
              )}
              <button
                type="button"
                class="plain"
                onClick={() => onCopy(destination).then(() => setCopied(true))}
              >
                {copied ? t('copied') : t('page_copy')}
              </button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
