import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { numberFormat } from '../../lib/platform/formats.ts';
import type { Translate } from '../../lib/platform/i18n.ts';
import { isFresh } from '../../lib/register/knowledge-age.ts';
import { restrictionTitle } from '../../lib/register/labels.ts';
import {
  countryOf,
  placeName,
  placeNameInFull,
  placesAround,
  regionOf,
  WORLD,
} from '../../lib/register/places.ts';
import type { ClauseTest, Found } from '../../lib/register/search.ts';
import { statusLine } from '../../lib/register/status-line.ts';
import {
  MAP_CLASSES,
  type MapClass,
  type PlaceSummary,
  summariseByPlace,
} from '../../lib/register-view/map-classes.ts';
import { AREAS, type Area, type MapDrawing } from '../../lib/register-view/map-drawing.ts';
import { useLanguage, withNumber } from '../language.tsx';
import { LazyDetails } from '../record/lazy-details.tsx';
import { useLoaded, useWritten } from '../written.ts';
import { ForceMark, markOf } from './force-mark.tsx';
import { usePage } from './page-state.ts';
import { RecordLink } from './record-link.tsx';
import { TileMap } from './tile-map.tsx';
import { PatternTile, WorldMap } from './world-map.tsx';

interface MapViewProps {
  /** The list by all filters but that of the place: the map is how a place is picked. */
  readonly found: readonly Found[];
  /** The clauses that the list is about. */
  readonly means: ClauseTest;
  readonly loadMap: () => MapDrawing | Promise<MapDrawing>;
  /** The paragraph about the list. It is as long as the place has it, so it stands where it moves no map. */
  readonly answer: ComponentChildren;
}

/** Where the restrictions of the list are: a map of the world, tiles for parts of countries, and a table. */
export function MapView({ found, means, loadMap, answer }: MapViewProps) {
  const language = useLanguage();
  const { t } = language;
  const { state, day, change } = usePage();
  const written = useWritten();
  const drawing = useLoaded(loadMap);
  const [area, setArea] = useState<Area>('001');
  const [pointed, setPointed] = useState<string | null>(null);
  const places = useMemo(() => summariseByPlace(found, placesAround, day, means), [found, day, means]);
  const describe = (code: string) => describePlace(places.get(code), code);
  const describePlace = (summary: PlaceSummary | undefined, code: string) => {
    const said = t(
      'map_place',
      placeNameInFull(code, language.locale, language.places),
      classText(summary?.class ?? 'none', t),
      withNumber(language, 'map_in_force', summary?.inForce ?? 0),
    );
    return summary && !summary.fresh ? t('map_place_old', said) : said;
  };
  const pickArea = (code: Area) => {
    setArea(code);
    if (state.place && !isInArea(state.place, code)) change({ place: null });
  };
  const onPick = (code: string) => change({ place: code === state.place ? null : code });
  const shared = { places, picked: state.place, onPick, describe };
  return (
    <div class="map-view">
      {!written && (
        <fieldset class="areas" aria-label={t('map_areas')}>
          {AREAS.map((code) => (
            <button key={code} type="button" aria-pressed={code === area} onClick={() => pickArea(code)}>
              {code === '001' ? t('register_place_world') : placeName(code, language.locale, language.places)}
            </button>
          ))}
        </fieldset>
      )}
      <div class="map-and-place">
        {drawing ? (
          <WorldMap drawing={drawing} area={area} onPoint={setPointed} {...shared} />
        ) : (
          <p class="soft map-loading">{t('loading')}</p>
        )}
        {!written && (
          <PlaceBeside
            found={places.get(pointed ?? state.place ?? '')}
            isPicked={state.place !== null && (pointed ?? state.place) === state.place}
            onClose={() => change({ place: null })}
          />
        )}
      </div>
      <Legend />
      {answer}
      <TileMap {...shared} />
      <LazyDetails class="as-table" summary={t('as_table')}>
        {() => <PlaceTable places={places} onPick={onPick} picked={state.place} />}
      </LazyDetails>
      <p class="small soft">{t('map_borders')}</p>
    </div>
  );
}

/** What a class of the map is called. */
const classText = (name: MapClass, t: Translate): string =>
  t(name === 'advice' ? 'verdict_word_advised_against' : `map_class_${name}`);

/** What the classes mean, each with the fill of land and the shape of dots and tiles. */
function Legend() {
  const { t } = useLanguage();
  return (
    <ul class="legend" aria-label={t('map_legend')}>
      {MAP_CLASSES.map((name) => (
        <li key={name}>
          <svg class={`swatch pattern mark-${name}`} viewBox="0 0 6 6" aria-hidden="true">
            <PatternTile name={name} />
          </svg>
          <ForceMark class={name} fresh />
          {classText(name, t)}
        </li>
      ))}
      <li>
        <svg class="swatch pattern mark-government mark-old" viewBox="0 0 6 6" aria-hidden="true">
          <PatternTile name="government" />
        </svg>
        <ForceMark class="government" fresh={false} />
        {t('map_legend_old')}
      </li>
    </ul>
  );
}

interface PlaceBesideProps {
  readonly found: PlaceSummary | undefined;
  readonly isPicked: boolean;
  readonly onClose: () => void;
}

/** The rules of the place that is pointed at, else of the one that is picked, beside the map. */
function PlaceBeside({ found, isPicked, onClose }: PlaceBesideProps) {
  const language = useLanguage();
  const { t } = language;
  const { day, change } = usePage();
  if (!found)
    return (
      <section class="picked-place">
        <p class="soft">{t('map_hint')}</p>
      </section>
    );
  return (
    <section class="picked-place" aria-labelledby="picked-place">
      <h3 id="picked-place">{placeNameInFull(found.code, language.locale, language.places)}</h3>
      <p>
        <ForceMark class={found.class} fresh={found.fresh} /> {classText(found.class, t)}
      </p>
      {isPicked && (
        <div class="row">
          <button type="button" onClick={() => change({ tab: 'table' })}>
            {withNumber(language, 'show_all', found.all.length)}
          </button>
          <button type="button" class="plain" onClick={onClose}>
            {t('map_unpick')}
          </button>
        </div>
      )}
      <ul class="place-rules">
        {found.all.slice(0, MOST).map(({ record, status }) => (
          <li key={record.id}>
            <ForceMark class={markOf(record, status)} fresh={isFresh(record, day)} />
            <RecordLink id={record.id}>{restrictionTitle(record)}</RecordLink>{' '}
            <span class="small soft">{statusLine(record, status, day, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Lines beside the map; the table holds the rest. */
const MOST = 8;

/** Does a place lie in a part of the world? Bodies that span the world lie in none but the whole. */
function isInArea(place: string, area: Area): boolean {
  if (area === '001' || place === area) return true;
  if (/^\d{3}$/.test(place))
    return WORLD.some(([continent, region]) => continent === area && region === place);
  return regionOf(place)?.continent === area;
}

interface PlaceTableProps {
  readonly places: ReadonlyMap<string, PlaceSummary>;
  readonly picked: string | null;
  readonly onPick: (code: string) => void;
}

/** The map in words: every place with its class and numbers. */
function PlaceTable({ places, picked, onPick }: PlaceTableProps) {
  const language = useLanguage();
  const { t, locale } = language;
  const { compare } = new Intl.Collator(locale);
  const numbers = numberFormat(locale);
  const written = useWritten();
  const { addresses } = usePage();
  const pageOf = (code: string) => (written ? addresses.place(countryOf(code)) : null);
  const rows = [...places.values()]
    .map((place) => ({ ...place, name: placeNameInFull(place.code, language.locale, language.places) }))
    .sort((a, b) => MAP_CLASSES.indexOf(a.class) - MAP_CLASSES.indexOf(b.class) || compare(a.name, b.name));
  return (
    <table class="plain-table">
      <thead>
        <tr>
          <th scope="col">{t('register_column_place')}</th>
          <th scope="col">{t('map_class')}</th>
          <th scope="col" class="number">
            {t('register_status_in_force')}
          </th>
          <th scope="col" class="number">
            {t('map_column_all')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, name, class: mapClass, fresh, inForce, all }) => (
          <tr key={code}>
            <th scope="row">
              <PlaceName
                name={name}
                page={pageOf(code)}
                picked={code === picked}
                onPick={() => onPick(code)}
              />
            </th>
            <td>
              <ForceMark class={mapClass} fresh={fresh} /> {classText(mapClass, t)}
            </td>
            <td class="number">{numbers.format(inForce)}</td>
            <td class="number">{numbers.format(all.length)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface PlaceNameProps {
  readonly name: string;
  /** Its page; null where a click picks it on the map instead. */
  readonly page: string | null;
  readonly picked: boolean;
  readonly onPick: () => void;
}

const PlaceName = ({ name, page, picked, onPick }: PlaceNameProps) =>
  page === null ? (
    <button type="button" class="plain" aria-pressed={picked} onClick={onPick}>
      {name}
    </button>
  ) : (
    <a href={page}>{name}</a>
  );
