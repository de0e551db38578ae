import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useLanguage, withNumber } from './language.tsx';

export interface ComboboxOption {
  readonly id: string;
  readonly label: string;
  /** A second line that tells options of one name apart. */
  readonly detail?: string | undefined;
  /** A third line, cut to one; whole it is shown by whoever takes the choice. */
  readonly more?: string | undefined;
}

interface ComboboxProps<O extends ComboboxOption> {
  /** Of the field, where something leads to it. */
  readonly id?: string;
  readonly label: string;
  readonly hint: string;
  /** What to try where nothing fits. */
  readonly none?: string;
  /** Options for what was typed, best first; not asked for an empty text. */
  readonly search: (text: string) => readonly O[];
  readonly onChoose: (option: O) => void;
  readonly disabled?: boolean;
}

/** More would not be read; typing on narrows them. */
const MOST = 8;

/** The option that a key leads to; null where the key does something else. */
function moved(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowUp') return active <= 0 ? count - 1 : active - 1;
  return null;
}

/** A text field that offers options as you type, by the WAI-ARIA editable combobox with list autocomplete. */
export function Combobox<O extends ComboboxOption>({
  id: fieldId,
  label,
  hint,
  none,
  search,
  onChoose,
  disabled,
}: ComboboxProps<O>) {
  const language = useLanguage();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const found = open && text.trim() !== '' ? search(text) : [];
  const options = found.slice(0, MOST);
  const expanded = open && options.length > 0;

  useEffect(() => {
    if (active >= 0) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const choose = (option: O | undefined) => {
    if (!option) return;
    onChoose(option);
    setText('');
    close();
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && open) {
      event.preventDefault();
      return close();
    }
    if (event.key === 'Enter' && expanded) {
      event.preventDefault();
      return choose(options[Math.max(active, 0)]);
    }
    if (event.key === 'ArrowDown' && !open) setOpen(true);
    const next = moved(event.key, active, options.length);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
  };
  const outcome = found.length > 0 || !none ? withNumber(language, 'options_found', found.length) : none;

  return (
    <div class="combobox">
      <label for={fieldId ?? `${id}-input`}>{label}</label>
      <p class="small soft" id={`${id}-hint`}>
        {hint}
      </p>
      <input
        ref={input}
        id={fieldId ?? `${id}-input`}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        disabled={disabled}
        aria-autocomplete="list"
        aria-expanded={expanded}
        aria-controls={`${id}-list`}
        aria-describedby={`${id}-hint`}
        aria-activedescendant={expanded && active >= 0 ? `${id}-${active}` : undefined}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setOpen(true);
          setActive(-1);
        }}
        onClick={() => setOpen(true)}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={`${id}-list`} aria-label={label} class="listbox" hidden={!expanded}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points here
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
          <div
            key={option.id}
            role="option"
            id={`${id}-${index}`}
            aria-selected={index === active}
            // The field must keep the focus, or its blur closes the list before the click arrives.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
          >
            <bdi>{option.label}</bdi>
            {option.detail && <span class="small soft">{option.detail}</span>}
            {option.more && <span class="small soft option-more">{option.more}</span>}
          </div>
        ))}
      </div>
      <p class="small soft" role="status">
        {open && text !== '' && outcome}
      </p>
    </div>
  );
}
