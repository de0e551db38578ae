import { type ComponentChildren, render } from 'preact';
import { LanguageProvider } from '../../components/language.tsx';
import { direction, locale, type MessageKey, t } from '../../lib/platform/i18n.ts';
import type { Language } from '../../lib/register/labels.ts';
import { keepFocusInSight } from './focus-in-sight.ts';

/** Gives the page its language, direction and title. @returns draws a view into it, or draws it anew */
export function startPage(title: MessageKey): (language: Language, view: ComponentChildren) => void {
  document.documentElement.lang = locale();
  document.documentElement.dir = direction();
  document.title = t(title);
  keepFocusInSight();
  const root = document.getElementById('app');
  return (language, view) => {
    if (root) render(<LanguageProvider value={language}>{view}</LanguageProvider>, root);
  };
}
