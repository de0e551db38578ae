import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Origin } from '../../lib/settings/resolve-settings.ts';
import { useLanguage } from '../language.tsx';

/** What the policy says of one setting. */
export interface SettingPolicy {
  readonly origin: Origin;
  /** Who manages this browser, by name where the policy gives one. */
  readonly by: string | null;
  /** Returns the setting to what the administrator preset; absent where nothing is preset or it is in force. */
  readonly toPreset?: (() => void) | undefined;
}

interface SettingGroupProps {
  readonly legend: string;
  readonly hint?: string;
  readonly policy: SettingPolicy;
  readonly children: ComponentChildren;
}

/** The controls of one setting under one name. A locked one cannot be changed and says who locked it. */
export function SettingGroup({ legend, hint, policy, children }: SettingGroupProps) {
  const id = useId();
  const locked = policy.origin === 'locked';
  return (
    <fieldset
      class={locked ? 'setting locked' : 'setting'}
      disabled={locked}
      aria-describedby={`${id}-hint ${id}-policy`}
    >
      <legend>{legend}</legend>
      <p class="small soft" id={`${id}-hint`}>
        {hint}
      </p>
      <PolicyNote id={`${id}-policy`} {...policy} />
      {children}
    </fieldset>
  );
}

interface PolicyNoteProps extends SettingPolicy {
  readonly id?: string;
  /** The name of the setting, where the note does not stand under it. */
  readonly about?: string;
}

/** Says in words that an administrator set a value; empty for what the person decides alone. */
export function PolicyNote({ id, about, origin, by, toPreset }: PolicyNoteProps) {
  const { t } = useLanguage();
  const who = by ?? t('options_administrator');
  const name = about && <strong>{about} </strong>;
  if (origin === 'locked')
    return (
      <p class="policy-note small" id={id}>
        <LockShape /> {name}
        {t('options_locked_by', who)}
      </p>
    );
  if (origin === 'preset')
    return (
      <p class="policy-note small" id={id}>
        {name}
        {t('options_preset_by', who)}
      </p>
    );
  if (!toPreset) return null;
  return (
    <p class="policy-note small" id={id}>
      {name}
      {t('options_changed_preset', who)}{' '}
      <button type="button" class="plain" onClick={toPreset}>
        {t('options_to_preset')}
      </button>
    </p>
  );
}

function LockShape() {
  return (
    <svg class="shape" viewBox="0 0 16 16" aria-hidden="true">
      <path
        class="shape-lock"
        d="M4.5 7V5a3.5 3.5 0 0 1 7 0v2h.5A1.5 1.5 0 0 1 13.5 8.5v5A1.5 1.5 0 0 1 12 15H4a1.5 1.5 0 0 1-1.5-1.5v-5A1.5 1.5 0 0 1 4 7zm1.7 0h3.6V5a1.8 1.8 0 0 0-3.6 0z"
      />
    </svg>
  );
}
