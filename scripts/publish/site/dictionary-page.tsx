import { useLanguage } from '../../../components/language.tsx';
import { usePage } from '../../../components/register-page/page-state.ts';
import { numberFormat } from '../../../lib/platform/formats.ts';
import { formatDate } from '../../../lib/register/dates.ts';
import type { DescribedTable } from '../dictionary.ts';

/** Text with `code` between backticks. */
const Coded = ({ text }: { readonly text: string }) => (
  <>
    {text.split('`').map((part, index) =>
      index % 2 === 1 ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change
        <code key={index}>{part}</code>
      ) : (
        part
      ),
    )}
  </>
);

/** The files of the data package, and what each table and column means. */
export function DictionaryPage({ tables }: { readonly tables: readonly DescribedTable[] }) {
  const { t, locale } = useLanguage();
  const { register } = usePage();
  const numbers = numberFormat(locale);
  return (
    <article class="dictionary" aria-labelledby="dictionary">
      <h2 id="dictionary">{t('site_dictionary_title')}</h2>
      <p class="lead">
        {t('site_dictionary_lead', register.version, register.format, formatDate(register.date, locale))}
      </p>
      <ul class="bullets">
        <li>
          <a href="datapackage.json">{t('site_data_package')}</a>
        </li>
        <li>
          <a href="register.json">{t('site_data_whole')}</a>
        </li>
        <li>
          <a href="../versions.json">{t('site_data_versions')}</a>
        </li>
      </ul>
      {tables.map(({ name, about, rows, columns }) => (
        <section key={name} aria-labelledby={`table-${name}`}>
          <h3 id={`table-${name}`}>
            <code>{name}</code>
          </h3>
          <p>
            {about} {t('site_data_rows', numbers.format(rows))}:{' '}
            <a href={`${name}.csv`} aria-label={`${name}.csv`}>
              {t('site_csv')}
            </a>
            {' · '}
            <a href={`${name}.json`} aria-label={`${name}.json`}>
              {t('site_json')}
            </a>
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
          <section class="scroll-inside" tabIndex={0} aria-label={t('site_dictionary_columns', name)}>
            <table class="plain-table">
              <thead>
                <tr>
                  <th scope="col">{t('site_dictionary_column')}</th>
                  <th scope="col">{t('site_dictionary_says')}</th>
                  <th scope="col">{t('site_dictionary_values')}</th>
                  <th scope="col">{t('site_dictionary_always')}</th>
                </tr>
              </thead>
              <tbody>
                {columns.map((column) => (
                  <tr key={column.name}>
                    <th scope="row">
                      <code>{column.name}</code>
                    </th>
                    <td>
                      <Coded text={column.says} />
                    </td>
                    <td>
                      <Coded text={column.values} />
                    </td>
                    <td>{t(column.always ? 'site_yes' : 'site_no')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </section>
      ))}
    </article>
  );
}
