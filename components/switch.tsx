import type { ComponentChildren } from 'preact';

interface SwitchProps {
  readonly checked: boolean;
  readonly disabled?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly onChange: (checked: boolean) => void;
  /** The label, before the switch. */
  readonly children: ComponentChildren;
}

/** An on/off control that takes effect at once. */
export function Switch({ checked, disabled, describedBy, onChange, children }: SwitchProps) {
  return (
    <label class="switch">
      <span class="switch-label">{children}</span>
      <input
        type="checkbox"
        role="switch"
        class="switch-input"
        checked={checked}
        aria-checked={checked}
        disabled={disabled}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
