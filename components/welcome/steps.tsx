import { useLanguage } from '../language.tsx';

/** The questions in order, and the end. */
export const STEPS = ['where', 'device', 'end'] as const;
export type Step = (typeof STEPS)[number];

interface StepsProps {
  readonly current: Step;
  readonly onStep: (step: Step) => void;
}

/** Where one is; each step can be gone to at any time. */
export function Steps({ current, onStep }: StepsProps) {
  const { t } = useLanguage();
  return (
    <nav aria-label={t('welcome_title')}>
      <ol class="steps">
        {STEPS.map((step) => (
          <li key={step}>
            <button
              type="button"
              class="plain"
              aria-current={step === current ? 'step' : undefined}
              onClick={() => onStep(step)}
            >
              {t(`welcome_step_${step}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
