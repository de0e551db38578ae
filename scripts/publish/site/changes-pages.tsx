import { useLanguage } from '../../../components/language.tsx';
import { RecordLink } from '../../../components/register-page/record-link.tsx';
import { numberFormat } from '../../../lib/platform/formats.ts';
import type { MessageKey } from '../../../lib/platform/i18n.ts';
import { formatDate } from '../../../lib/register/dates.ts';
import type { Language } from '../../../lib/register/labels.ts';
import type { FieldChange, RecordChange, VersionChanges } from '../changes.ts';

/** What became of a record, in the order in which it is read. */
const KINDS = {
  new: 'compare_new',
  ended: 'compare_ended',
  changed: 'site_change_changed',
  gone: 'site_change_gone',
} as const satisfies Record<RecordChange['change'], MessageKey>;

interface ChangesProps {
  /** The way to the site's own folder. */
  readonly root: string;
}

/** "New: 3 · Changed: 12", or what the first version was. */
function summaryOf({ from, counts, changes }: VersionChanges, { t, locale }: Language): string {
  const numbers = numberFormat(locale);
  if (from === null)
    return t(
      'site_version_first',
      numbers.format(counts.restrictions),
      numbers.format(counts.responses),
      numbers.format(counts.context),
    );
  const parts = (Object.keys(KINDS) as RecordChange['change'][]).flatMap((kind) => {
    const count = changes.filter(({ change }) => change === kind).length;
    return count > 0 ? [t('site_change_count', t(KINDS[kind]), numbers.format(count))] : [];
  });
  return parts.length > 0 ? parts.join(' · ') : t('site_version_none');
}

/** Every version with what it brought, newest first. */
export function ChangesPage({
  root,
  versions,
}: ChangesProps & { readonly versions: readonly VersionChanges[] }) {
  const language = useLanguage();
  const { t, locale } = language;
  return (
    <article class="changes-page" aria-labelledby="changes">
      <h2 id="changes">{t('site_changes_title')}</h2>
      <p class="lead">{t('site_changes_lead')}</p>
      <p class="row no-print">
        <a href={`${root}feed.atom`}>{t('site_feed_atom')}</a>
        <a href={`${root}feed.json`}>{t('site_feed_json')}</a>
      </p>
      {versions.map((each) => (
        <section key={each.version} aria-labelledby={`version-${each.version}`}>
          <h3 id={`version-${each.version}`}>
            <a href={`${root}changes/${each.version}/`}>{t('site_version', each.version)}</a>
          </h3>
          <p class="small soft">
            {t(
              'site_version_published',
              formatDate(each.published.slice(0, 10), locale),
              formatDate(each.date, locale),
            )}
          </p>
          <p>{summaryOf(each, language)}</p>
        </section>
      ))}
    </article>
  );
}

/** What one version brought, record by record. Each has the id that feeds link to. */
export function VersionPage({ root, version }: ChangesProps & { readonly version: VersionChanges }) {
  const language = useLanguage();
  const { t, locale } = language;
  return (
    <article class="changes-page" aria-labelledby="changes">
      <h2 id="changes">{t('site_version', version.version)}</h2>
      <p class="lead">{summaryOf(version, language)}</p>
      <p class="small soft">
        {t(
          'site_version_published',
          formatDate(version.published.slice(0, 10), locale),
          formatDate(version.date, locale),
        )}{' '}
        <a href={`${root}changes/${version.version}.json`}>{t('site_as_json')}</a>
      </p>
      {version.changes.map((change) => (
        <Change key={change.id} change={change} />
      ))}
    </article>
  );
}

function Change({ change }: { readonly change: RecordChange }) {
  const { t } = useLanguage();
  return (
    <section id={change.id} class="record-change">
      <h3>
        <span class="label">{t(KINDS[change.change])}</span>{' '}
        {change.change === 'gone' ? change.title : <RecordLink id={change.id}>{change.title}</RecordLink>}
      </h3>
      <p>{change.summary}</p>
      {change.fields.length > 0 && <Fields fields={change.fields} />}
    </section>
  );
}

function Fields({ fields }: { readonly fields: readonly FieldChange[] }) {
  const { t } = useLanguage();
  const shown = (value: unknown) =>
    value === undefined ? (
      <span class="soft">{t('site_nothing')}</span>
    ) : (
      <bdi>{typeof value === 'string' ? value : JSON.stringify(value)}</bdi>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section class="scroll-inside" tabIndex={0} aria-label={t('site_change_changed')}>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('site_change_field')}</th>
            <th scope="col">{t('site_change_before')}</th>
            <th scope="col">{t('site_change_after')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ path, before, after }) => (
            <tr key={path}>
              <th scope="row">
                <code>{path}</code>
              </th>
              <td>{shown(before)}</td>
              <td>{shown(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
