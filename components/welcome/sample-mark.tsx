import type { VerdictBlock } from '../../lib/register/verdict-block.ts';
import type { Settings } from '../../lib/settings/schema.ts';
import { useLanguage } from '../language.tsx';
import { VerdictShape } from '../verdict/verdict-shape.tsx';

interface SampleMarkProps {
  /** Null while the register loads. */
  readonly verdict: VerdictBlock | null;
  readonly style: Settings['markStyle'];
}

/**
 * A link as it will look on a page, with the mark for what was picked so far; nothing before anything was. It is drawn
 * by hand, because the content script does not run in the extension's own pages, and it leads nowhere.
 */
export function SampleMark({ verdict, style }: SampleMarkProps) {
  const { t } = useLanguage();
  if (!verdict || verdict.level === 'no-profile') return null;
  return (
    <section class="sample" aria-labelledby="sample">
      <h2 id="sample">{t('welcome_sample')}</h2>
      <p class="sample-page">
        <span class="sample-link">{t('welcome_sample_link')}</span>{' '}
        <span class={`sample-mark sample-${style} level-${verdict.level}`}>
          <VerdictShape level={verdict.level} />
          <span class={style === 'word' ? '' : 'visually-hidden'}>{verdict.word}</span>
        </span>
      </p>
    </section>
  );
}
