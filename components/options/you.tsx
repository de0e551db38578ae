import type { VerdictBlock } from '../../lib/register/verdict-block.ts';
import { recordHref } from '../../lib/register-view/url-state.ts';
import { useLanguage } from '../language.tsx';
import { VerdictBlockView } from '../verdict/verdict-block.tsx';
import { Belongings } from './belongings.tsx';
import { DeviceChoice } from './device-choice.tsx';
import { NotListed } from './not-listed.tsx';
import type { Directory } from './profile-lookup.ts';
import { Section } from './section.tsx';
import type { SettingsForm } from './settings-form.ts';

interface YouProps {
  readonly form: SettingsForm;
  readonly directory: Directory | null;
  /** What follows from the choices; null while the register loads. */
  readonly block: VerdictBlock | null;
}

/** The profile in the order of the welcome page, with the answer that it leads to above it. All may stay empty. */
export function You({ form, directory, block }: YouProps) {
  const { t } = useLanguage();
  return (
    <Section id="you" heading={t('options_you')}>
      <p>{t('options_you_about')}</p>
      <LiveAnswer block={block} />
      {directory ? <Belongings form={form} directory={directory} /> : <p class="soft">{t('loading')}</p>}
      <NotListed form={form} />
      <DeviceChoice form={form} />
    </Section>
  );
}

/** The answer as it comes out of what is picked so far; nothing before there is something to say. */
export function LiveAnswer({ block }: { readonly block: VerdictBlock | null }) {
  const shown = block && block.level !== 'no-profile' ? block : null;
  return (
    <div class={shown ? 'live-answer' : undefined} role="status">
      {shown && <VerdictBlockView block={shown} recordHref={recordHref} />}
    </div>
  );
}
