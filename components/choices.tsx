import { useId } from 'preact/hooks';

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
}

interface OneOfProps<V extends string> {
  readonly choices: readonly Choice<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
}

/** Radio buttons. */
export function OneOf<V extends string>({ choices, value, onChange }: OneOfProps<V>) {
  const name = useId();
  return (
    <div class="choices">
      {choices.map((choice) => (
        <ChoiceLine
          key={choice.value}
          type="radio"
          name={name}
          choice={choice}
          checked={choice.value === value}
          onChange={() => onChange(choice.value)}
        />
      ))}
    </div>
  );
}

interface SomeOfProps<V extends string> {
  readonly choices: readonly Choice<V>[];
  readonly values: readonly V[];
  readonly onToggle: (value: V, checked: boolean) => void;
}

/** Check boxes. */
export function SomeOf<V extends string>({ choices, values, onToggle }: SomeOfProps<V>) {
  const name = useId();
  return (
    <div class="choices">
      {choices.map((choice) => (
        <ChoiceLine
          key={choice.value}
          type="checkbox"
          name={name}
          choice={choice}
          checked={values.includes(choice.value)}
          onChange={(checked) => onToggle(choice.value, checked)}
        />
      ))}
    </div>
  );
}

interface ChoiceLineProps {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly choice: Choice<string>;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function ChoiceLine({ type, name, choice, checked, onChange }: ChoiceLineProps) {
  return (
    <div class="choice">
      <label>
        <input
          type={type}
          name={name}
          checked={checked}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {choice.label}
      </label>
    </div>
  );
}
