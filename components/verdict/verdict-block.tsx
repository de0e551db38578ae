import type { ComponentChildren } from 'preact';
import type { MoreText, OwnRuleText, VerdictBlock } from '../../lib/register/verdict-block.ts';
import { useLanguage } from '../language.tsx';
import { VerdictShape } from './verdict-shape.tsx';

interface VerdictBlockProps {
  readonly block: VerdictBlock;
  /** The element of the answer itself: a heading where it leads a page. */
  readonly as?: 'h1' | 'h2' | 'p';
  /** The URL of a record's own page. */
  readonly recordHref: (id: string) => string;
  /** Opens the field of setting up; offered only where nothing is picked. */
  readonly onSetUp?: (() => void) | undefined;
  /** What stands above the word, such as what the answer is about. */
  readonly above?: ComponentChildren;
}

/** The answer, the same on every surface: what holds, how old that is, why, what else, and where to read it. */
export function VerdictBlockView({ block, as: Answer = 'p', recordHref, onSetUp, above }: VerdictBlockProps) {
  const { t } = useLanguage();
  const { level, word, sentence, age, ownRule, why, also, more, record } = block;
  return (
    <div class={`verdict level-${level}`}>
      <VerdictShape level={level} />
      <div class="verdict-body">
        {above}
        <p class="verdict-word">{word}</p>
        <Answer class="verdict-sentence">{sentence}</Answer>
        {age && <p class="small soft">{age}</p>}
        {ownRule && <OwnRule rule={ownRule} />}
        {why && <p class="small">{why}</p>}
        {also && <p class="small">{also}</p>}
        {(more.length > 0 || record) && (
          <div class="verdict-foot small">
            {record && (
              <a href={recordHref(record)} target="_blank" rel="noreferrer">
                {t('block_read')}
              </a>
            )}
            {more.length > 0 && (
              <details>
                <summary>{t('more')}</summary>
                <More more={more} />
              </details>
            )}
          </div>
        )}
        {level === 'no-profile' && onSetUp && (
          <div>
            <button type="button" class="primary" onClick={onSetUp}>
              {t('block_set_up')}
            </button>
          </div>
        )}
      </div>
    </div>
  );
}

function OwnRule({ rule: { name, text, exceptions, url, contact } }: { readonly rule: OwnRuleText }) {
  const { t } = useLanguage();
  return (
    <section class="own-rule-text small" aria-label={name}>
      {text && <p class="own-text">{text}</p>}
      {exceptions && <p>{t('more_exceptions', exceptions)}</p>}
      {(url || contact) && (
        <p class="row">
          {url && (
            <a href={url} target="_blank" rel="noreferrer">
              {t('block_own_rule_read')}
            </a>
          )}
          {contact && <span>{t('block_own_rule_contact', contact)}</span>}
        </p>
      )}
    </section>
  );
}

function More({ more }: { readonly more: readonly MoreText[] }) {
  return (
    <ul class="bullets">
      {more.map(({ text }) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
