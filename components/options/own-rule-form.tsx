import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { underscored } from '../../lib/platform/underscored.ts';
import { DEVICES, type OwnRule } from '../../lib/register/profile.ts';
import type { DeviceScope } from '../../lib/register/schema.ts';
import { OneOf, SomeOf } from '../choices.tsx';
import { useLanguage } from '../language.tsx';

const EMPTY: OwnRule = { by: 'person', name: '', text: '', level: 'not-allowed', devices: ['work-issued'] };
const LEVELS = ['not-allowed', 'advised-against', 'information'] as const;

interface OwnRuleFormProps {
  readonly rule: OwnRule | null;
  readonly onChange: (rule: OwnRule | null) => void;
}

const isHttps = (text: string): boolean => URL.parse(text)?.protocol === 'https:';

/** The rule without empty optional parts; null while it cannot be kept yet. */
function keepable(draft: OwnRule): OwnRule | null {
  const { exceptions = '', url = '', contact = '', ...rest } = draft;
  if (rest.name.trim() === '' || (url !== '' && !isHttps(url))) return null;
  return {
    ...rest,
    name: rest.name.trim(),
    ...(exceptions.trim() && { exceptions }),
    ...(url && { url }),
    ...(contact.trim() && { contact }),
  };
}

/** A rule of the person's own organisation that the register does not hold. Kept with each change that is complete. */
export function OwnRuleForm({ rule, onChange }: OwnRuleFormProps) {
  const { t } = useLanguage();
  const [draft, setDraft] = useState<OwnRule | null>(rule);
  // What this form handed over comes back after a moment, maybe after more was typed. Anything else that comes was
  // decided elsewhere: a reset, a file, another window.
  const handed = useRef([JSON.stringify(rule)]);
  const current = JSON.stringify(rule);
  useEffect(() => {
    const at = handed.current.indexOf(current);
    handed.current = at < 0 ? [current] : handed.current.slice(at);
    if (at < 0) setDraft(JSON.parse(current));
  }, [current]);
  const hand = (next: OwnRule | null) => {
    handed.current.push(JSON.stringify(next));
    onChange(next);
  };
  if (!draft)
    return (
      <button type="button" onClick={() => setDraft(EMPTY)}>
        {t('options_own_rule_add')}
      </button>
    );
  const change = (patch: Partial<OwnRule>) => {
    const next = { ...draft, ...patch };
    setDraft(next);
    const kept = keepable(next);
    if (kept) hand(kept);
  };
  const devices = DEVICES.map((value) => ({
    value: value as DeviceScope,
    label: t(`device_${underscored(value)}`),
  }));
  const covered = draft.devices.includes('all') ? DEVICES : draft.devices;
  const { url = '' } = draft;
  return (
    <div class="stack own-rule">
      <Field
        label={t('options_own_rule_name')}
        value={draft.name}
        max={200}
        error={draft.name.trim() === '' ? t('problem_empty') : ''}
        onChange={(name) => change({ name })}
      />
      <Field
        label={t('options_own_rule_text')}
        value={draft.text}
        max={2000}
        long
        onChange={(text) => change({ text })}
      />
      <fieldset class="stack-tight">
        <legend>{t('options_own_rule_level')}</legend>
        <OneOf
          choices={LEVELS.map((value) => ({
            value,
            label: t(
              value === 'information' ? 'options_own_rule_information' : `verdict_word_${underscored(value)}`,
            ),
          }))}
          value={draft.level}
          onChange={(level) => change({ level })}
        />
      </fieldset>
      <fieldset class="stack-tight">
        <legend>{t('register_column_devices')}</legend>
        <SomeOf
          choices={devices}
          values={covered}
          onToggle={(device, on) =>
            change({ devices: DEVICES.filter((each) => (each === device ? on : covered.includes(each))) })
          }
        />
      </fieldset>
      <Field
        label={t('options_own_rule_exceptions')}
        value={draft.exceptions ?? ''}
        max={2000}
        onChange={(exceptions) => change({ exceptions })}
      />
      <Field
        label={t('options_own_rule_url')}
        value={url}
        max={2000}
        error={url !== '' && !isHttps(url) ? t('problem_https_url') : ''}
        onChange={(url) => change({ url: url.trim() })}
      />
      <Field
        label={t('options_own_rule_contact')}
        value={draft.contact ?? ''}
        max={200}
        onChange={(contact) => change({ contact })}
      />
      <div>
        <button
          type="button"
          onClick={() => {
            setDraft(null);
            hand(null);
          }}
        >
          {t('options_own_rule_remove')}
        </button>
      </div>
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly max: number;
  readonly long?: boolean;
  readonly error?: string;
  readonly onChange: (value: string) => void;
}

function Field({ label, value, max, long, error, onChange }: FieldProps) {
  const id = useId();
  // Nobody is told of a mistake while they are still at it.
  const [left, setLeft] = useState(false);
  const told = left ? error : '';
  const shared = {
    id,
    value,
    maxLength: max,
    'aria-invalid': Boolean(told),
    'aria-describedby': `${id}-error`,
    onBlur: () => setLeft(true),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {long ? (
        <textarea rows={3} {...shared} onInput={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <input type="text" {...shared} onInput={(event) => onChange(event.currentTarget.value)} />
      )}
      <p class="wrong small" id={`${id}-error`} aria-live="polite">
        {told}
      </p>
    </div>
  );
}
