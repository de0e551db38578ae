import '../../../components/controls.css';
import '../../../components/register-page/map.css';
import { render } from 'preact';
import { LanguageProvider } from '../../../components/language.tsx';
import { manyPages } from '../../../components/register-page/addresses.ts';
import { RegisterPage } from '../../../components/register-page/register-page.tsx';
import { saveFile } from '../../../entrypoints/shared/save-file.ts';
import { type PlainTexts, translateFrom } from '../../../lib/platform/plain-texts.ts';
import { recordUrl } from '../../../lib/platform/public-address.ts';
import { today } from '../../../lib/platform/today.ts';
import { languageOf } from '../../../lib/register/labels.ts';
import type { SubdivisionNames } from '../../../lib/register/load.ts';
import type { Register } from '../../../lib/register/schema.ts';
import type { RegisterChanges } from '../../../lib/register-view/changelog.ts';
import type { MapDrawing } from '../../../lib/register-view/map-drawing.ts';
import { readAddress, TABS } from '../../../lib/register-view/url-state.ts';

/*
 * Brings the written views to life: the same page as the extension's, over the files of this folder. It asks for nothing
 * outside it. Until everything is there, and where anything fails, the written page stays as it is.
 */

/** What the page says of the files beside it: see `document.ts`. */
interface Files {
  readonly site: string | null;
  readonly texts: string;
  readonly places: string;
  readonly map: string;
  readonly changes: string;
}

const script = document.querySelector<HTMLScriptElement>('script[data-files]');
const files = JSON.parse(script?.dataset.files ?? '{}') as Files;
/** The site's own folder, under whatever path it is served. */
const home = new URL(/* @vite-ignore */ '../', import.meta.url);

async function load<T>(path: string): Promise<T> {
  const response = await fetch(new URL(path, home));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}
const asset = <T,>(name: string): Promise<T> => load<T>(`assets/${name}`);

/** The view is the page's folder; `?view=` in old addresses is one too. */
const read = (day: string) => {
  const folder = location.pathname.slice(home.pathname.length).replace(/\/(index\.html)?$/, '');
  const { state, problems } = readAddress(location.search, '', day);
  const tab = state.tab === 'table' ? (TABS.find((each) => each === folder) ?? 'table') : state.tab;
  return { state: { ...state, tab, mine: false }, problems };
};

async function start(root: HTMLElement): Promise<void> {
  const [register, texts, places] = await Promise.all([
    load<Register>('data/register.json'),
    asset<PlainTexts>(files.texts),
    asset<SubdivisionNames>(files.places),
  ]);
  const drawing = () => asset<MapDrawing>(files.map);
  // The map that is written already stays until the one that answers can take its place.
  const map = read(today()).state.tab === 'map' ? await drawing() : null;
  const view = (
    <LanguageProvider value={languageOf(translateFrom(texts), 'en-GB', places)}>
      <RegisterPage
        register={register}
        profile={null}
        today={today()}
        addresses={manyPages(home.pathname, read)}
        urlOf={(id) => recordUrl(files.site ?? home.href, id)}
        loadMap={() => map ?? drawing()}
        loadChanges={() => asset<RegisterChanges[]>(files.changes)}
        onSave={({ name, type, text }) => saveFile(name, type, text)}
        onCopy={(text) => navigator.clipboard.writeText(text)}
      />
    </LanguageProvider>
  );
  root.replaceChildren();
  render(view, root);
}

// An address of the extension's register page names its record in the fragment.
const record = /^#record=([a-z0-9-]+)$/.exec(location.hash)?.[1];
const root = document.getElementById('app');
if (record) location.replace(new URL(`r/${record}/`, home));
else if (root) await start(root);
