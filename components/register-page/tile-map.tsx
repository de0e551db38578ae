import { countryOf, placeName, regionOf } from '../../lib/register/places.ts';
import type { PlaceSummary } from '../../lib/register-view/map-classes.ts';
import { GRID_COUNTRIES, tilesOf } from '../../lib/register-view/tile-grids.ts';
import { useLanguage } from '../language.tsx';
import { useWritten } from '../written.ts';
import { ForceMark } from './force-mark.tsx';

interface TileMapProps {
  readonly places: ReadonlyMap<string, PlaceSummary>;
  readonly picked: string | null;
  readonly onPick: (code: string) => void;
  readonly describe: (code: string) => string;
}

/** What the world map is too coarse for: bodies of several states, and parts of countries. */
export function TileMap(props: TileMapProps) {
  const { t, locale, places: names } = useLanguage();
  const { places } = props;
  const name = (code: string) => placeName(code, locale, names);
  const { compare } = new Intl.Collator(locale);
  const byName = (a: string, b: string) => compare(name(a), name(b));
  const listed = [...places.keys()];
  const bodies = listed.filter((code) => countryOf(code) === code && !regionOf(code)?.region).sort(byName);
  const others = listed
    .filter((code) => code.includes('-') && !GRID_COUNTRIES.includes(countryOf(code)))
    .sort((a, b) => byName(countryOf(a), countryOf(b)) || byName(a, b));
  const grids = GRID_COUNTRIES.filter((country) => listed.some((code) => countryOf(code) === country));
  return (
    <div class="tile-maps">
      {bodies.length > 0 && (
        <section class="tile-section">
          <h3>{t('kind_supranational')}</h3>
          <ul class="chips">
            {bodies.map((code) => (
              <li key={code}>
                <Tile code={code} label={name(code)} {...props} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {grids.map((country) => (
        <section key={country} class="tile-section">
          <h3>{name(country)}</h3>
          <ul class={`tiles tiles-${country}`}>
            {tilesOf(country).map(({ code, column, row }) => (
              <li key={code} style={{ gridColumn: String(column), gridRow: String(row) }}>
                <Tile code={code} label={code.slice(country.length + 1)} {...props} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {others.length > 0 && (
        <section class="tile-section tile-others">
          <h3>{t('map_other_parts')}</h3>
          <ul class="chips">
            {others.map((code) => (
              <li key={code}>
                <Tile code={code} label={name(code)} detail={countryOf(code)} {...props} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

interface TileProps extends TileMapProps {
  readonly code: string;
  readonly label: string;
  readonly detail?: string;
}

/** A place as a button; one without a rule in the list cannot be picked and says why. */
function Tile({ code, label, detail, places, picked, onPick, describe }: TileProps) {
  const summary = places.get(code);
  const written = useWritten();
  const content = (
    <>
      <ForceMark class={summary?.class ?? 'none'} fresh={summary?.fresh ?? true} />
      <bdi class="tile-label">{label}</bdi>
      <span class="visually-hidden"> {describe(code)}</span>
      {detail && <span class="small soft">{detail}</span>}
    </>
  );
  if (written)
    return (
      <span class={`tile mark-${summary?.class ?? 'none'}`} title={describe(code)}>
        {content}
      </span>
    );
  return (
    <button
      type="button"
      class={`tile mark-${summary?.class ?? 'none'}`}
      aria-pressed={code === picked}
      title={describe(code)}
      disabled={!summary}
      onClick={() => onPick(code)}
    >
      {content}
    </button>
  );
}
