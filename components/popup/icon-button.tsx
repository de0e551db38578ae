/** Drawings of 16 by 16 units. */
const ICONS = {
  show: 'M8 1.5v2.6M8 11.9v2.6M1.5 8h2.6M11.9 8h2.6M8 4.6a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8z',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  done: 'M2.5 8.5l3.5 3.5 7.5-8',
} as const;

interface IconButtonProps {
  readonly icon: keyof typeof ICONS;
  /** What it does, and to what. */
  readonly name: string;
  readonly onClick: () => void;
}

/** A small button with a drawing; its name shows at the pointer and is read to whoever does not see it. */
export function IconButton({ icon, name, onClick }: IconButtonProps) {
  return (
    <button type="button" class="plain icon" aria-label={name} title={name} onClick={onClick}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={ICONS[icon]} />
      </svg>
    </button>
  );
}
