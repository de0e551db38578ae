import { useMemo, useState } from 'preact/hooks';
import { MAP_CLASSES, type PlaceSummary } from '../../lib/register-view/map-classes.ts';
import {
  type Area,
  type DrawnPlace,
  type MapDrawing,
  nearestWithin,
  nextPlace,
} from '../../lib/register-view/map-drawing.ts';
import { useLanguage } from '../language.tsx';
import { useWritten } from '../written.ts';
import { MARK_PATHS } from './force-mark.tsx';
import { useWidth } from './measured.ts';

interface WorldMapProps {
  readonly drawing: MapDrawing;
  readonly area: Area;
  readonly places: ReadonlyMap<string, PlaceSummary>;
  readonly picked: string | null;
  readonly onPick: (code: string) => void;
  /** Called with the place under the pointer or the focus; null for none. */
  readonly onPoint: (code: string | null) => void;
  /** A place in words: name, class, number. */
  readonly describe: (code: string) => string;
}

type Coded = DrawnPlace & { readonly code: string };

/** Places narrower than this many CSS pixels get a dot. */
const SMALL = 11;
/** A dot can be hit this far from its middle, which makes 24 pixels across. */
const REACH = 12;
const DOT = 5;

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The world, each place painted by its class in colour and pattern, small ones as dots by shape. One stop for the Tab
 * key, then the arrow keys lead from place to place; Enter picks. A table beside it says the same in words.
 */
export function WorldMap({ drawing, area, places, picked, onPick, onPoint, describe }: WorldMapProps) {
  const { t } = useLanguage();
  const written = useWritten();
  const [svg, width] = useWidth<SVGSVGElement>(900);
  const [focused, setFocused] = useState<string | null>(null);
  const [pointer, setPointer] = useState<{ code: string; x: number; y: number } | null>(null);
  const frame = drawing.frames[area];
  const [left, top, frameWidth, frameHeight] = frame;
  /** Units of the drawing in a CSS pixel. */
  const unit = frameWidth / width;

  const listed = useMemo(
    () => drawing.places.filter((place): place is Coded => place.code !== null && places.has(place.code)),
    [drawing, places],
  );
  const seen = listed.filter(
    ({ x, y }) => x >= left && x <= left + frameWidth && y >= top && y <= top + frameHeight,
  );
  const small = seen.filter(({ size }) => size < SMALL * unit);
  // The stop for the Tab key, also before anything was focused.
  const stop = seen.some(({ code }) => code === focused) ? focused : (seen[0]?.code ?? null);

  /** The place a pointer means: a small one near it before the land under it. */
  const placeAt = (event: MouseEvent): string | null => {
    const matrix = svg.current?.getScreenCTM()?.inverse();
    if (!matrix) return null;
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    const near = nearestWithin(small, point, REACH * unit);
    if (near) return near.code;
    const under = event.target instanceof Element ? event.target.getAttribute('data-place') : null;
    return under && places.has(under) ? under : null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const from = seen.find(({ code }) => code === stop);
    if (!from) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return onPick(from.code);
    }
    const step = STEPS[event.key];
    const next = step && nextPlace(seen, from, step);
    if (!next) return;
    event.preventDefault();
    setFocused(next.code);
    svg.current?.querySelector<SVGElement>(`[data-focus="${next.code}"]`)?.focus();
  };
  const onPointerMove = (event: PointerEvent) => {
    const code = placeAt(event);
    if (code !== pointer?.code) onPoint(code);
    if (!code || !svg.current) return setPointer(null);
    const box = svg.current.getBoundingClientRect();
    setPointer({ code, x: event.clientX - box.left, y: event.clientY - box.top });
  };

  return (
    <div class="world-map">
      <svg
        ref={svg}
        viewBox={frame.join(' ')}
        role={written ? 'img' : 'group'}
        aria-label={t('map_label')}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const code = placeAt(event);
          if (code) onPick(code);
        }}
        onPointerMove={onPointerMove}
        onPointerLeave={() => {
          setPointer(null);
          onPoint(null);
        }}
        class={pointer ? 'pointing' : undefined}
      >
        <Patterns unit={unit} />
        <g class="land">
          {drawing.places.map(({ code, d }) => {
            const summary = code ? places.get(code) : undefined;
            return (
              d && (
                <path
                  key={code}
                  d={d}
                  data-place={code}
                  class={summary ? `land-${summary.class}` : undefined}
                  fill={summary ? `url(#fill-${summary.class}${summary.fresh ? '' : '-old'})` : undefined}
                />
              )
            );
          })}
        </g>
        {small.map(({ code, x, y }) => (
          <path
            key={code}
            class={`dot mark-${places.get(code)?.class}${places.get(code)?.fresh ? '' : ' mark-old'}`}
            d={MARK_PATHS[places.get(code)?.class ?? 'none']}
            transform={`translate(${x - DOT * unit} ${y - DOT * unit}) scale(${(DOT * unit) / 8})`}
          />
        ))}
        {!written &&
          seen.map((place) => (
            // biome-ignore lint/a11y/useSemanticElements: HTML buttons cannot stand in a drawing
            <g
              key={place.code}
              role="button"
              tabindex={place.code === stop ? 0 : -1}
              data-focus={place.code}
              aria-pressed={place.code === picked}
              aria-label={describe(place.code)}
              class="target"
              onFocus={() => {
                setFocused(place.code);
                onPoint(place.code);
              }}
              onBlur={() => {
                setFocused(null);
                onPoint(null);
              }}
            >
              <Outline place={place} unit={unit} />
            </g>
          ))}
      </svg>
      {pointer && (
        <p
          class="map-pointer"
          aria-hidden="true"
          // Beside the pointer, on the side where there is room.
          style={{
            [pointer.x > width / 2 ? 'right' : 'left']:
              `${(pointer.x > width / 2 ? width - pointer.x : pointer.x) + 14}px`,
            top: `${pointer.y}px`,
          }}
        >
          {describe(pointer.code)}
        </p>
      )}
    </div>
  );
}

/** What shows that a place is focused or picked. */
function Outline({ place, unit }: { readonly place: DrawnPlace; readonly unit: number }) {
  return place.size < SMALL * unit ? (
    <circle cx={place.x} cy={place.y} r={REACH * unit * 0.8} />
  ) : (
    <path d={place.d} />
  );
}

/** Side of a pattern's tile in CSS pixels. */
const TILE = 6;

/** A pattern a class, so that none is told by its colour alone; as wide on every zoom. */
function Patterns({ unit }: { readonly unit: number }) {
  return (
    <defs>
      {MAP_CLASSES.flatMap((name) => [
        { name, id: `fill-${name}`, old: '' },
        { name, id: `fill-${name}-old`, old: ' mark-old' },
      ]).map(({ name, id, old }) => (
        <pattern
          key={id}
          id={id}
          class={`pattern mark-${name}${old}`}
          width={TILE}
          height={TILE}
          patternUnits="userSpaceOnUse"
          patternTransform={`scale(${unit})`}
        >
          <PatternTile name={name} />
        </pattern>
      ))}
    </defs>
  );
}

/** One tile of a class's pattern: crossed lines, plain, stripes, dots, thin lines. */
export function PatternTile({ name }: { readonly name: PlaceSummary['class'] }) {
  return (
    <>
      <rect class="pattern-ground" width={TILE} height={TILE} />
      {name === 'territory' && <path class="pattern-line" d="M0 0l6 6M6 0 0 6" />}
      {name === 'bodies' && <path class="pattern-line" d="M-1 1l2-2M0 6l6-6M5 7l2-2" />}
      {name === 'advice' && <circle class="pattern-dot" cx="3" cy="3" r="1.2" />}
      {name === 'past' && <path class="pattern-line" d="M0 3h6" />}
    </>
  );
}
