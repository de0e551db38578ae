import { useState } from 'preact/hooks';
import type { Recognition } from '../../lib/links/recognition.ts';
import { useLanguage } from '../language.tsx';
import { LinkFacts, linkTitle } from './page-links.tsx';

/** A link or a selected text about which the person asked. */
export interface Question {
  /** The address asked about; null where the text holds none. */
  readonly address: string | null;
  /** What the address is; null without one. */
  readonly recognition: Recognition | null;
}

interface AboutProps {
  readonly question: Question;
  readonly onCopy: (address: string) => Promise<void>;
}

/** The answer to "What is known about this link?". */
export function About({ question: { address, recognition }, onCopy }: AboutProps) {
  const language = useLanguage();
  const { t } = language;
  const [copied, setCopied] = useState(false);
  const destination = recognition?.destination ?? null;
  const known = recognition?.tiktok ? recognition : null;
  return (
    <section class="about stack-tight" aria-labelledby="about">
      <h2 id="about">{t('popup_about')}</h2>
      {address === null && <p>{t('popup_about_no_address')}</p>}
      {address !== null && !known && (
        <>
          <p>{t('popup_about_other')}</p>
          <LinkFacts uploadTime={null} destination={destination ?? address} via={recognition?.via ?? []} />
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
          {destination && (
            <div class="entry-actions">
              <button
                type="button"
                class="plain"
                onClick={() => onCopy(destination).then(() => setCopied(true))}
              >
                {copied ? t('page_copied') : t('page_copy')}
              </button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
