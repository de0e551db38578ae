import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SettingsInForce } from '../../lib/policy/policy.ts';
import type { VerdictBlock } from '../../lib/register/verdict-block.ts';
import type { Saved } from '../../lib/settings/save-status.ts';
import type { Change } from '../../lib/settings/store.ts';
import { useLanguage } from '../language.tsx';
import { Belongings } from '../options/belongings.tsx';
import { DeviceChoice } from '../options/device-choice.tsx';
import { NotListed } from '../options/not-listed.tsx';
import type { Directory } from '../options/profile-lookup.ts';
import { SavedLine } from '../options/saved-line.tsx';
import { type SettingsForm, settingsForm } from '../options/settings-form.ts';
import { LiveAnswer } from '../options/you.tsx';
import { SampleMark } from './sample-mark.tsx';
import { STEPS, type Step, Steps } from './steps.tsx';

export interface WelcomeProps {
  readonly effective: SettingsInForce;
  readonly onChange: (change: Change) => void;
  readonly saved: Saved;
  /** Null while the register loads. */
  readonly directory: Directory | null;
  readonly verdict: VerdictBlock | null;
  /** Whose menu keeps the toolbar button out of sight at first. */
  readonly browser: 'chromium' | 'firefox';
  readonly onOptions: () => void;
  readonly onClose: () => void;
}

/** Two questions, each kept at once and each to be skipped, with the answer and the mark that they lead to. */
export function Welcome(props: WelcomeProps) {
  const { t } = useLanguage();
  const [step, setStep] = useState<Step>('where');
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  // Before the next key can come, which would otherwise move on from where the focus was. The page's own start moves none.
  useLayoutEffect(() => {
    if (shown.current !== step) heading.current?.focus();
    shown.current = step;
  }, [step]);
  const index = STEPS.indexOf(step);
  const next = STEPS[index + 1];
  const back = STEPS[index - 1];
  return (
    <div class="welcome">
      <header class="stack">
        <h1>{t('welcome_title')}</h1>
        <p>{t('welcome_about')}</p>
      </header>
      <Steps current={step} onStep={setStep} />
      <section class="welcome-step" aria-labelledby="step">
        <h2 id="step" tabIndex={-1} ref={heading}>
          {t(`welcome_step_${step}`)}
        </h2>
        {step === 'end' ? (
          <End browser={props.browser} />
        ) : (
          <Question
            step={step}
            form={settingsForm(props.effective, props.onChange)}
            directory={props.directory}
          />
        )}
        <div class="row">
          {next ? (
            <button type="button" class="primary" onClick={() => setStep(next)}>
              {t('welcome_next')}
            </button>
          ) : (
            <>
              <button type="button" class="primary" onClick={props.onClose}>
                {t('card_close')}
              </button>
              <button type="button" onClick={props.onOptions}>
                {t('popup_options')}
              </button>
            </>
          )}
          {back && (
            <button type="button" onClick={() => setStep(back)}>
              {t('welcome_back')}
            </button>
          )}
          {step !== 'end' && (
            <button type="button" class="plain" onClick={() => setStep('end')}>
              {t('welcome_skip')}
            </button>
          )}
        </div>
      </section>
      <LiveAnswer block={props.verdict} />
      <SampleMark verdict={props.verdict} style={props.effective.values.markStyle} />
      <SavedLine saved={props.saved} />
    </div>
  );
}

interface QuestionProps {
  readonly step: Exclude<Step, 'end'>;
  readonly form: SettingsForm;
  readonly directory: Directory | null;
}

function Question({ step, form, directory }: QuestionProps) {
  const { t } = useLanguage();
  if (step === 'device') return <DeviceChoice form={form} />;
  if (!directory) return <p class="soft">{t('loading')}</p>;
  return (
    <>
      <Belongings form={form} directory={directory} />
      <NotListed form={form} />
    </>
  );
}

const WHERE = ['toolbar', 'mark', 'menu', 'settings'] as const;

/** Where everything is to be found from now on. */
function End({ browser }: Pick<WelcomeProps, 'browser'>) {
  const { t } = useLanguage();
  return (
    <ul class="bullets">
      {WHERE.map((place) => (
        <li key={place}>
          {t(`welcome_where_${place}`)} {place === 'toolbar' && t(`welcome_pin_${browser}`)}
        </li>
      ))}
    </ul>
  );
}
