import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

export interface Tab {
  readonly id: string;
  readonly label: string;
  /** A number behind the label; absent while it is not known. */
  readonly count?: string | undefined;
}

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  /** The selected panel's content. */
  readonly children: ComponentChildren;
}

const tabId = (id: string) => `tab-${id}`;

/** How far a key moves along the row; the arrows follow the direction of writing. */
function step(event: KeyboardEvent, index: number, last: number): number | null {
  const rtl = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
  const targets: Record<string, number> = {
    [rtl ? 'ArrowLeft' : 'ArrowRight']: index === last ? 0 : index + 1,
    [rtl ? 'ArrowRight' : 'ArrowLeft']: index === 0 ? last : index - 1,
    Home: 0,
    End: last,
  };
  return targets[event.key] ?? null;
}

/** Tabs by the WAI-ARIA pattern: one stop for the Tab key, arrows, Home and End select. */
export function Tabs({ label, tabs, selected, onSelect, children }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const index = tabs.findIndex(({ id }) => id === selected);
    const target = step(event, index, tabs.length - 1);
    const next = target === null ? undefined : tabs[target];
    if (!next) return;
    event.preventDefault();
    onSelect(next.id);
    list.current?.querySelector<HTMLElement>(`#${tabId(next.id)}`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {tabs.map(({ id, label, count }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={tabId(id)}
            aria-selected={id === selected}
            aria-controls={id === selected ? `panel-${id}` : undefined}
            tabIndex={id === selected ? 0 : -1}
            onClick={() => onSelect(id)}
          >
            {label}
            {count !== undefined && <span class="count">{count}</span>}
          </button>
        ))}
      </div>
      <div class="panel" role="tabpanel" id={`panel-${selected}`} aria-labelledby={tabId(selected)}>
        {children}
      </div>
    </>
  );
}
