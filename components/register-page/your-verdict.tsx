import { useMemo } from 'preact/hooks';
import { formatDate } from '../../lib/register/dates.ts';
import type { Profile } from '../../lib/register/profile.ts';
import { verdict } from '../../lib/register/verdict.ts';
import { verdictBlock } from '../../lib/register/verdict-block.ts';
import { useLanguage } from '../language.tsx';
import { VerdictShape } from '../verdict/verdict-shape.tsx';
import { usePage } from './page-state.ts';

/** The verdict for the person on the day that the page shows; nothing for somebody who has picked nothing. */
export function YourVerdict({ profile }: { readonly profile: Profile }) {
  const language = useLanguage();
  const { t, locale } = language;
  const { register, day, today } = usePage();
  const found = useMemo(
    () => verdictBlock(verdict(profile, register, day), profile, register, language),
    [profile, register, day, language],
  );
  if (found.level === 'no-profile') return null;
  return (
    <p class={`your-verdict no-print level-${found.level}`}>
      <VerdictShape level={found.level} />
      <span>
        {day === today ? t('register_page_for_you') : t('register_page_for_you_on', formatDate(day, locale))}{' '}
        <strong>{found.word}</strong>. {found.sentence}
      </span>
    </p>
  );
}
