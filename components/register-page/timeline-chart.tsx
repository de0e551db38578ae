import { useMemo } from 'preact/hooks';
import { numberFormat } from '../../lib/platform/formats.ts';
import { formatDate } from '../../lib/register/dates.ts';
import type { Language } from '../../lib/register/labels.ts';
import { FORCE_GROUPS } from '../../lib/register-view/force.ts';
import type { MapClass } from '../../lib/register-view/map-classes.ts';
import type { Month } from '../../lib/register-view/timeline.ts';
import { useLanguage } from '../language.tsx';
import { useWritten } from '../written.ts';
import { useWidth } from './measured.ts';
import { PatternTile } from './world-map.tsx';

interface TimelineChartProps {
  readonly months: readonly Month[];
  readonly selected: Month;
  readonly onSelect: (month: string) => void;
}

/** Heights in CSS pixels: the picture of what is in force, and below it what began and ended. */
const HEIGHT = 220;
const STRIP = 56;
const AXIS = 22;
const MARGIN = 40;

const total = ({ inForce }: Month): number => inForce.territory + inForce.binding + inForce.advice;

/** The class of the map whose colour and pattern a group has. */
export const MARK_OF = {
  territory: 'territory',
  binding: 'government',
  advice: 'advice',
} as const satisfies Record<(typeof FORCE_GROUPS)[number], MapClass>;

/** How many of a month's rules in force a source from that month or later shows. */
const seenIn = ({ seen }: Month): number => seen.territory + seen.binding + seen.advice;

/** "214 in force as last known: 6 for everybody, 177 binding on bodies, 31 advice; 120 seen since; 4 unclear." */
export function monthInWords(month: Month, { t, locale }: Language): string {
  const { day, inForce, unclear } = month;
  const number = (value: number) => numberFormat(locale).format(value);
  return t(
    'timeline_month',
    formatDate(day, locale),
    number(inForce.territory + inForce.binding + inForce.advice),
    number(inForce.territory),
    number(inForce.binding),
    number(inForce.advice),
    number(seenIn(month)),
    number(unclear),
  );
}

/** Round steps of an axis from 0 to at least `most`, four or so of them. */
export function ticksUpTo(most: number): number[] {
  const rough = Math.max(most, 4) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  return Array.from({ length: Math.ceil(Math.max(most, 1) / step) + 1 }, (_, index) => index * step);
}

/**
 * Columns of months, stacked by what is in force. It answers to the arrow keys like a slider and tells the month's
 * numbers as its value; a pointer selects what it is over.
 */
export function TimelineChart({ months, selected, onSelect }: TimelineChartProps) {
  const language = useLanguage();
  const { t, locale } = language;
  const written = useWritten();
  const [box, width] = useWidth<HTMLDivElement>(900);
  const numbers = numberFormat(locale);
  const inner = width - MARGIN;
  const step = inner / months.length;
  const index = months.indexOf(selected);

  const ticks = useMemo(() => ticksUpTo(Math.max(...months.map(total))), [months]);
  const top = ticks.at(-1) ?? 1;
  const y = (value: number) => HEIGHT - (value / top) * (HEIGHT - 10);
  const most = Math.max(1, ...months.flatMap(({ begun, ended }) => [begun.length, ended.length]));
  const strip = (value: number) => (value === 0 ? 0 : Math.max(1.5, (value / most) * (STRIP / 2 - 2)));
  const middle = HEIGHT + AXIS + STRIP / 2;

  const go = (to: number) => {
    const month = months[Math.max(0, Math.min(months.length - 1, to))];
    if (month) onSelect(month.month);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowLeft: index - 1,
      ArrowDown: index - 1,
      ArrowRight: index + 1,
      ArrowUp: index + 1,
      PageDown: index - 12,
      PageUp: index + 12,
      Home: 0,
      End: months.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  const onPointer = (event: PointerEvent) => {
    if (event.type === 'pointermove' && event.pointerType === 'touch') return;
    const { left } = (event.currentTarget as Element).getBoundingClientRect();
    go(Math.floor((event.clientX - left - MARGIN) / step));
  };

  const picture = (
    <svg
      width={width}
      height={HEIGHT + AXIS + STRIP}
      viewBox={`0 0 ${width} ${HEIGHT + AXIS + STRIP}`}
      aria-hidden="true"
    >
      <ChartPatterns />
      {ticks.map((tick) => (
        <g key={tick}>
          <line class="grid-line" x1={MARGIN} x2={width} y1={y(tick)} y2={y(tick)} />
          <text class="axis-text" x={MARGIN - 6} y={y(tick) + 4} text-anchor="end">
            {numbers.format(tick)}
          </text>
        </g>
      ))}
      <path
        class="area area-beyond"
        d={outlineOf(months, seenIn, total, MARGIN, step, y)}
        fill="url(#area-beyond)"
      />
      {FORCE_GROUPS.toReversed().map((group) => (
        <path
          key={group}
          class={`area area-${group}`}
          d={areaOf(months, group, MARGIN, step, y)}
          fill={`url(#area-${group})`}
        />
      ))}
      {months.map(({ month, begun, ended }, position) => (
        <g key={month}>
          {month.endsWith('-01') && (
            <YearMark x={MARGIN + position * step} year={month.slice(0, 4)} wide={step * 12 > 34} />
          )}
          <rect
            class="bar-begun"
            x={MARGIN + position * step}
            width={Math.max(1, step - 1)}
            y={middle - strip(begun.length)}
            height={strip(begun.length)}
          />
          <rect
            class="bar-ended"
            x={MARGIN + position * step}
            width={Math.max(1, step - 1)}
            y={middle + 1}
            height={strip(ended.length)}
          />
        </g>
      ))}
      <line class="grid-line" x1={MARGIN} x2={width} y1={middle} y2={middle} />
      <rect
        class="month-cursor"
        x={MARGIN + index * step - 1}
        y={0}
        width={Math.max(3, step + 1)}
        height={HEIGHT + AXIS + STRIP}
      />
    </svg>
  );
  if (written)
    return (
      <div class="timeline-chart" dir="ltr" role="img" aria-label={t('timeline_label')}>
        {picture}
      </div>
    );
  return (
    <div
      ref={box}
      class="timeline-chart"
      dir="ltr"
      aria-label={t('timeline_label')}
      role="slider"
      tabIndex={0}
      aria-valuemin={0}
      aria-valuemax={months.length - 1}
      aria-valuenow={index}
      aria-valuetext={t(
        'timeline_value',
        formatDate(selected.month, locale),
        monthInWords(selected, language),
        numbers.format(selected.begun.length),
        numbers.format(selected.ended.length),
      )}
      onKeyDown={onKeyDown}
      onPointerDown={onPointer}
      onPointerMove={onPointer}
    >
      {picture}
    </div>
  );
}

function YearMark({ x, year, wide }: { readonly x: number; readonly year: string; readonly wide: boolean }) {
  return (
    <>
      <line class="grid-line" x1={x} x2={x} y1={HEIGHT} y2={HEIGHT + 6} />
      <text class="axis-text" x={x + 3} y={HEIGHT + 16}>
        {wide ? year : `’${year.slice(2)}`}
      </text>
    </>
  );
}

/** The outline of one group as far as it was seen in force, stacked on the groups after it. */
function areaOf(
  months: readonly Month[],
  group: (typeof FORCE_GROUPS)[number],
  left: number,
  step: number,
  y: (value: number) => number,
): string {
  const below = FORCE_GROUPS.slice(FORCE_GROUPS.indexOf(group) + 1);
  const base = ({ seen }: Month) => below.reduce((sum, each) => sum + seen[each], 0);
  return outlineOf(months, base, (month) => base(month) + month.seen[group], left, step, y);
}

/** The outline between two heights of each month: a step a month, for numbers jump and do not slide. */
function outlineOf(
  months: readonly Month[],
  from: (month: Month) => number,
  to: (month: Month) => number,
  left: number,
  step: number,
  y: (value: number) => number,
): string {
  const round = (value: number) => Math.round(value * 10) / 10;
  const edge = (height: (month: Month) => number) =>
    months.flatMap((month, index) => [
      [round(left + index * step), round(y(height(month)))],
      [round(left + (index + 1) * step), round(y(height(month)))],
    ]);
  const points = [...edge(to), ...edge(from).reverse()];
  return `M${points.map(([px, py]) => `${px} ${py}`).join('L')}Z`;
}

/** The same patterns as the map's. */
function ChartPatterns() {
  return (
    <defs>
      {FORCE_GROUPS.map((group) => (
        <pattern
          key={group}
          id={`area-${group}`}
          class={`pattern mark-${MARK_OF[group]}`}
          width={6}
          height={6}
          patternUnits="userSpaceOnUse"
        >
          <PatternTile name={MARK_OF[group]} />
        </pattern>
      ))}
      <pattern
        id="area-beyond"
        class="pattern pattern-beyond"
        width={6}
        height={6}
        patternUnits="userSpaceOnUse"
      >
        <BeyondTile />
      </pattern>
    </defs>
  );
}

/** One tile of the hatch for what is beyond anybody's knowledge. */
export const BeyondTile = () => (
  <>
    <rect class="pattern-ground" width={6} height={6} />
    <path class="pattern-line" d="M-1 1l2-2M0 6l6-6M5 7l2-2" />
  </>
);
