import type { Language } from '../../lib/register/labels.ts';
import type { Saved } from '../../lib/settings/save-status.ts';
import { useLanguage } from '../language.tsx';

/** Tells that a change is kept, or why it is not. */
export function SavedLine({ saved }: { readonly saved: Saved }) {
  const text = savedText(saved, useLanguage());
  return (
    <p class={text ? 'saved' : 'saved visually-hidden'} role="status">
      {text}
    </p>
  );
}

/** The same in words; empty for nothing to tell. */
export function savedText(saved: Saved, { t }: Language): string {
  if (saved === 'nothing') return '';
  if (saved === 'saved') return t('options_saved');
  return saved === 'newer' ? t('options_not_saved_newer') : t('options_not_saved', saved.failed);
}
