import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useLanguage, withNumber } from './language.tsx';

export interface PickedItem {
  readonly id: string;
  readonly name: string;
  /** Sentences below the name. */
  readonly notes?: readonly string[];
  /** It cannot be removed. */
  readonly fixed?: boolean;
  /** A control that belongs to the item. */
  readonly extra?: ComponentChildren;
}

interface PickedProps {
  readonly items: readonly PickedItem[];
  readonly onRemove: (id: string) => void;
}

/** What is drawn at first, and added each time more is asked for. */
const CHUNK = 200;

/** What was picked, each with a way to remove it. The focus stays near when an item goes. */
export function Picked({ items, onRemove }: PickedProps) {
  const language = useLanguage();
  const { t } = language;
  const list = useRef<HTMLUListElement>(null);
  const remove = (item: PickedItem, index: number) => {
    const buttons = list.current?.querySelectorAll<HTMLElement>('.picked-remove') ?? [];
    (buttons[index + 1] ?? buttons[index - 1])?.focus();
    onRemove(item.id);
  };
  const [shown, setShown] = useState(CHUNK);
  if (items.length === 0) return null;
  const rest = items.length - shown;
  const rows = (
    <ul class="picked" ref={list}>
      {items.slice(0, shown).map((item, index) => (
        <li key={item.id}>
          <span class="picked-name">
            <bdi>{item.name}</bdi>
          </span>
          {item.notes?.map((note) => (
            <p class="small soft picked-note" key={note}>
              {note}
            </p>
          ))}
          {item.extra}
          <button
            type="button"
            class="plain picked-remove"
            disabled={item.fixed}
            onClick={() => remove(item, index)}
          >
            {t('options_remove')} <span class="visually-hidden">{item.name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
  if (rest <= 0) return rows;
  return (
    <>
      {rows}
      <button type="button" onClick={() => setShown(shown + CHUNK)}>
        {withNumber(language, 'popup_more', Math.min(rest, CHUNK))}
      </button>
    </>
  );
}
