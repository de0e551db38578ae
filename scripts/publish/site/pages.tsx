import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { LanguageProvider, useLanguage } from '../../../components/language.tsx';
import { manyPages } from '../../../components/register-page/addresses.ts';
import { type Page, PageProvider, usePage } from '../../../components/register-page/page-state.ts';
import { RegisterPage } from '../../../components/register-page/register-page.tsx';
import { WrittenProvider } from '../../../components/written.ts';
import { numberFormat } from '../../../lib/platform/formats.ts';
import { type PlainTexts, translateFrom } from '../../../lib/platform/plain-texts.ts';
import { recordUrl } from '../../../lib/platform/public-address.ts';
import { entryTitle, type Language, languageOf, measureLine } from '../../../lib/register/labels.ts';
import type { SubdivisionNames } from '../../../lib/register/load.ts';
import { type Entry, recordToday } from '../../../lib/register/moved.ts';
import type { Register } from '../../../lib/register/schema.ts';
import { isInForce, statusOn } from '../../../lib/register/status.ts';
import type { RegisterChanges } from '../../../lib/register-view/changelog.ts';
import type { MapDrawing } from '../../../lib/register-view/map-drawing.ts';
import { INITIAL, TABS, type Tab } from '../../../lib/register-view/url-state.ts';
import type { VersionChanges } from '../changes.ts';
import type { DescribedTable } from '../dictionary.ts';
import { ChangesPage, VersionPage } from './changes-pages.tsx';
import { CountriesPage, CountryPage, countriesOf, inForceIn } from './country-pages.tsx';
import { DictionaryPage } from './dictionary-page.tsx';
import { MISSING, missingRoot, rootFrom, type SitePage } from './document.ts';
import { collectedStyles, collectStyles } from './drawn-styles.ts';
import { breadcrumbs, datasetData, recordData, stepsTo } from './linked-data.ts';
import { RecordList } from './record-list.tsx';
import { MovedPage, RecordPage } from './record-page.tsx';
import { Footer, Shell } from './shell.tsx';

/** What the website is made of. */
export interface SiteContents {
  readonly register: Register;
  /** When this version was published, ISO 8601 in UTC. */
  readonly published: string;
  /** The day of every status, `YYYY-MM-DD`. */
  readonly today: string;
  /** URL of the website with the slash; null while it is not served anywhere. */
  readonly site: string | null;
  readonly test: boolean;
  readonly texts: PlainTexts;
  readonly places: SubdivisionNames;
  readonly map: MapDrawing;
  /** What each version brought, newest first. */
  readonly versions: readonly VersionChanges[];
  readonly changelog: readonly RegisterChanges[];
  readonly tables: readonly DescribedTable[];
}

/** The pages, and the rules for what components set on single elements. */
export interface WrittenSite {
  readonly pages: readonly SitePage[];
  readonly drawnStyle: string;
  readonly name: string;
  readonly pictureAlt: string;
  readonly feedTitle: string;
}

/** Dates as in the texts, which are English. */
const LOCALE = 'en-GB';

/** Writes every page of the website. */
export function writeSite(contents: SiteContents): WrittenSite {
  collectStyles();
  const language = languageOf(translateFrom(contents.texts), LOCALE, contents.places);
  const { t } = language;
  return {
    pages: [
      ...TABS.map((tab) => viewPage(tab, contents, language)),
      ...recordPages(contents, language),
      ...movedPages(contents, language),
      ...countryPages(contents, language),
      ...changesPages(contents, language),
      dictionaryPage(contents, language),
      missingPage(contents, language),
    ],
    drawnStyle: collectedStyles(),
    name: t('register_page_title'),
    pictureAlt: t('site_picture'),
    feedTitle: t('site_changes_title'),
  };
}

const urlOf = (site: string | null) => (id: string) => (site === null ? null : recordUrl(site, id));

/** A view below everything that its parts ask for, as HTML. */
const written = (view: ComponentChildren, language: Language): string =>
  renderToString(
    <LanguageProvider value={language}>
      <WrittenProvider value={true}>{view}</WrittenProvider>
    </LanguageProvider>,
  );

/** A page that no script takes over, with the head and foot of all. */
function staticPage(
  page: Omit<SitePage, 'body'>,
  view: ComponentChildren,
  { register, today, site, test }: SiteContents,
  language: Language,
  root = rootFrom(page.folder),
): SitePage {
  const state: Page = {
    register,
    state: INITIAL,
    day: today,
    today,
    addresses: manyPages(root, () => ({ state: INITIAL, problems: [] })),
    urlOf: urlOf(site),
    onCopy: async () => {},
    change() {},
  };
  const body = written(
    <PageProvider value={state}>
      <Shell>{view}</Shell>
      <Footer root={root} test={test} />
    </PageProvider>,
    language,
  );
  return { ...page, body };
}

function viewPage(tab: Tab, contents: SiteContents, language: Language): SitePage {
  const { t } = language;
  const { register, today, site, test, published } = contents;
  const name = t('register_page_title');
  const folder = tab === 'table' ? '' : `${tab}/`;
  const root = rootFrom(folder);
  const state = { ...INITIAL, tab };
  const addresses = manyPages(root, () => ({ state, problems: [] }));
  const page: Page = {
    register,
    state,
    day: today,
    today,
    addresses,
    urlOf: urlOf(site),
    onCopy: async () => {},
    change() {},
  };
  const description = t('site_description');
  const isAlive = tab !== 'response' && tab !== 'about';
  const body = written(
    <>
      <main id={isAlive ? 'app' : undefined}>
        <RegisterPage
          register={register}
          profile={null}
          today={today}
          addresses={addresses}
          urlOf={page.urlOf}
          loadMap={() => contents.map}
          loadChanges={() => contents.changelog}
          onSave={() => {}}
          onCopy={page.onCopy}
        />
        {tab === 'table' && (
          <PageProvider value={page}>
            <Others />
          </PageProvider>
        )}
      </main>
      <Footer root={root} test={test} />
    </>,
    language,
  );
  return {
    folder,
    title: tab === 'table' ? name : t('register_page_of', t(`register_tab_${tab}`), name),
    description,
    body,
    isView: true,
    isAlive,
    data: [datasetData(register, site, published, { name, description })],
  };
}

/** Below the list of what is in force: all the others, for readers whose browser runs no script that shows them. */
function Others() {
  const { t, locale } = useLanguage();
  const { register, today } = usePage();
  const others = register.restrictions
    .map((record) => ({ record, status: statusOn(record, today) }))
    .filter(({ status }) => !isInForce(status.status));
  return (
    <section class="register-page others" aria-labelledby="others">
      <h2 id="others">{t('site_others', numberFormat(locale).format(others.length))}</h2>
      <RecordList found={others} />
    </section>
  );
}

/** Every record in the register. */
const entriesOf = ({ restrictions, responses, context }: Register): Entry[] => [
  ...restrictions.map((record): Entry => ({ list: 'restrictions', record })),
  ...responses.map((record): Entry => ({ list: 'responses', record })),
  ...context.map((record): Entry => ({ list: 'context', record })),
];

function recordPages(contents: SiteContents, language: Language): SitePage[] {
  const { register, site, today } = contents;
  const { t } = language;
  const home = t('register_page_title');
  return entriesOf(register).map((entry) => {
    const { record } = entry;
    const name = entryTitle(entry, language);
    const title =
      entry.list === 'restrictions'
        ? t('name_and_value', name, measureLine(entry.record, statusOn(entry.record, today), language))
        : name;
    const page = {
      title: t('register_page_of', title, home),
      description: entry.list === 'responses' ? entry.record.claim : entry.record.summary,
    };
    return staticPage(
      {
        ...page,
        folder: `r/${record.id}/`,
        data: [
          ...recordData(entry, page, register, site, language),
          breadcrumbs(site, stepsTo(entry, home, language)),
        ],
      },
      <RecordPage entry={entry} />,
      contents,
      language,
    );
  });
}

/** An old id leads on at once where one record took its place, and to a choice where several did. */
function movedPages(contents: SiteContents, language: Language): SitePage[] {
  const { register } = contents;
  const { t } = language;
  return register.moved.records.map(({ old, reason }) => {
    const moved = recordToday(old, register);
    const [first, ...others] = moved.entries;
    const target = first && others.length === 0 ? `r/${first.record.id}/` : undefined;
    return staticPage(
      {
        folder: `r/${old}/`,
        title: t('register_page_of', t('site_moved_title', old), t('register_page_title')),
        description: reason,
        canonical: target ?? null,
        ...(target && { leadsTo: target }),
      },
      <MovedPage id={old} moved={moved} />,
      contents,
      language,
    );
  });
}

function countryPages(contents: SiteContents, language: Language): SitePage[] {
  const { t, locale } = language;
  const { site } = contents;
  const home = t('register_page_title');
  const numbers = numberFormat(locale);
  const countries = countriesOf(contents.register, contents.today, language);
  const index = staticPage(
    {
      folder: 'country/',
      title: t('register_page_of', t('site_countries'), home),
      description: t('site_countries_lead'),
    },
    <CountriesPage countries={countries} />,
    contents,
    language,
  );
  const pages = countries.map((country) =>
    staticPage(
      {
        folder: `country/${country.code}/`,
        title: t('register_page_of', t('site_country_title', country.name), home),
        description: t(
          'site_country_lead',
          country.name,
          numbers.format(inForceIn(country)),
          numbers.format(country.found.length),
        ),
        data: [
          breadcrumbs(site, [
            [home, ''],
            [t('site_countries'), 'country/'],
            [country.name, `country/${country.code}/`],
          ]),
        ],
      },
      <CountryPage country={country} />,
      contents,
      language,
    ),
  );
  return [index, ...pages];
}

function changesPages(contents: SiteContents, language: Language): SitePage[] {
  const { t } = language;
  const { versions } = contents;
  const home = t('register_page_title');
  return [
    staticPage(
      {
        folder: 'changes/',
        title: t('register_page_of', t('site_changes_title'), home),
        description: t('site_changes_lead'),
      },
      <ChangesPage root="../" versions={versions} />,
      contents,
      language,
    ),
    ...versions.map((version) =>
      staticPage(
        {
          folder: `changes/${version.version}/`,
          title: t('register_page_of', t('site_version', version.version), home),
          description: t('site_changes_lead'),
        },
        <VersionPage root="../../" version={version} />,
        contents,
        language,
      ),
    ),
  ];
}

const dictionaryPage = (contents: SiteContents, language: Language): SitePage =>
  staticPage(
    {
      folder: 'data/',
      title: language.t(
        'register_page_of',
        language.t('site_dictionary_title'),
        language.t('register_page_title'),
      ),
      description: language.t('site_description'),
      data: [
        datasetData(contents.register, contents.site, contents.published, {
          name: language.t('register_page_title'),
          description: language.t('site_description'),
        }),
      ],
    },
    <DictionaryPage tables={contents.tables} />,
    contents,
    language,
  );

/** Hosts show it under any address, so its links cannot be relative where the site's own is known. */
const missingPage = (contents: SiteContents, language: Language): SitePage =>
  staticPage(
    {
      folder: MISSING,
      title: language.t(
        'register_page_of',
        language.t('site_missing_title'),
        language.t('register_page_title'),
      ),
      description: language.t('site_missing'),
      canonical: null,
    },
    <article class="stack">
      <h2>{language.t('site_missing_title')}</h2>
      <p>{language.t('site_missing')}</p>
      <p>
        <a href={missingRoot(contents.site)}>{language.t('site_missing_list')}</a>
      </p>
    </article>,
    contents,
    language,
    missingRoot(contents.site),
  );
