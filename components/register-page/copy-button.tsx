import { useState } from 'preact/hooks';
import { useLanguage } from '../language.tsx';
import { usePage } from './page-state.ts';

/** Copies a paragraph with its sources, and says whether that worked. */
export function CopyButton({ text }: { readonly text: () => string }) {
  const { t } = useLanguage();
  const { onCopy } = usePage();
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () =>
    onCopy(text()).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <>
      <button type="button" class="copy-answer" onClick={() => void copy()}>
        {t('brief_copy')}
      </button>
      <span role="status" class="small copied">
        {copied !== null && t(copied ? 'copied' : 'not_copied')}
      </span>
    </>
  );
}
