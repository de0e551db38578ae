import { useMemo } from 'preact/hooks';
import {
  changeKey,
  comparisonParagraph,
  type Days,
  statusBefore,
  writeComparison,
} from '../../lib/export/comparison.ts';
import { withSources } from '../../lib/export/quote.ts';
import { numberFormat } from '../../lib/platform/formats.ts';
import { formatDate, yearBefore } from '../../lib/register/dates.ts';
import { isFresh } from '../../lib/register/knowledge-age.ts';
import { kindName, measureLine, restrictionTitle } from '../../lib/register/labels.ts';
import { placeNameInFull } from '../../lib/register/places.ts';
import type { Restriction } from '../../lib/register/schema.ts';
import type { ClauseTest } from '../../lib/register/search.ts';
import { statusLine } from '../../lib/register/status-line.ts';
import { CHANGES, type Compared, compareDays } from '../../lib/register-view/comparison.ts';
import { useLanguage } from '../language.tsx';
import { useWritten } from '../written.ts';
import { CopyButton } from './copy-button.tsx';
import { DayField } from './day-field.tsx';
import type { NamedText } from './export-menu.tsx';
import { ForceMark, markOf } from './force-mark.tsx';
import { usePage } from './page-state.ts';
import { RecordLink } from './record-link.tsx';

interface CompareViewProps {
  /** The list by all filters but those of day and status. */
  readonly restrictions: readonly Restriction[];
  /** The clauses that the list is about. */
  readonly means: ClauseTest;
  /** In words, without that of the status. */
  readonly filters: readonly string[];
  readonly onSave: (file: NamedText) => void;
}

/** What was in force on one day and what became of it by another: a paragraph to quote, a table, and a file. */
export function CompareView({ restrictions, means, filters, onSave }: CompareViewProps) {
  const language = useLanguage();
  const { t } = language;
  const { register, state, day, today, change, urlOf } = usePage();
  const written = useWritten();
  const asked: Days = [state.compare ?? yearBefore(day), day];
  const [first, second] = asked[0] <= asked[1] ? asked : [asked[1], asked[0]];
  const compared = useMemo(
    () => compareDays(restrictions, [first, second], means),
    [restrictions, first, second, means],
  );
  const paragraph = comparisonParagraph(compared, [first, second], filters, language);
  const quote = () =>
    withSources(
      paragraph,
      compared.map(({ record, after }) => ({ record, status: after })),
      register,
      second,
      language,
      urlOf,
    );
  const save = () =>
    onSave({
      name: `tiktok-restrictions-${first}-to-${second}.csv`,
      type: 'text/csv;charset=utf-8',
      text: writeComparison(
        compared,
        [first, second],
        { registerVersion: register.version, registerDate: register.date, day: second, filters },
        language,
      ),
    });
  return (
    <div class="compare-view">
      {!written && (
        <fieldset class="compare-days no-print">
          <legend class="visually-hidden">{t('register_tab_compare')}</legend>
          <DayField
            label={t('compare_first')}
            name="compare"
            value={asked[0]}
            onDay={(value) => change({ compare: value }, 'soon')}
          />
          <DayField
            label={t('compare_second')}
            name="day"
            value={asked[1]}
            onDay={(value) => change({ day: value === today ? null : value }, 'soon')}
          />
        </fieldset>
      )}
      <p class="briefing" role="status">
        {paragraph}
      </p>
      {!written && (
        <div class="row no-print">
          <CopyButton text={quote} />
          <button type="button" data-export="compare" onClick={save}>
            {t('download')}
          </button>
        </div>
      )}
      {CHANGES.map((name) => (
        <Changed
          key={name}
          name={name}
          days={[first, second]}
          compared={compared.filter((each) => each.change === name)}
        />
      ))}
    </div>
  );
}

interface ChangedProps {
  readonly name: (typeof CHANGES)[number];
  readonly days: Days;
  readonly compared: readonly Compared[];
}

/** The restrictions with one change, as a table. */
function Changed({ name, days: [first, second], compared }: ChangedProps) {
  const language = useLanguage();
  const { t, locale, places } = language;
  if (compared.length === 0) return null;
  const heads = [
    t('register_column_issuer'),
    t('register_column_measure'),
    t('register_on_day', formatDate(first, locale)),
    t('register_on_day', formatDate(second, locale)),
  ];
  return (
    <section class={`change-${name}`} aria-labelledby={`change-${name}`}>
      <h3 id={`change-${name}`}>
        {t('name_and_value', t(`compare_${changeKey(name)}`), numberFormat(locale).format(compared.length))}
      </h3>
      <div class="scroll-inside">
        {/* Roles are spelled out: the cards of a narrow screen take the table's own away. */}
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <table role="table" class="plain-table compared">
          {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
          <thead role="rowgroup">
            {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
            <tr role="row">
              {heads.map((head) => (
                // biome-ignore lint/a11y/noRedundantRoles: see above
                <th key={head} role="columnheader" scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
          <tbody role="rowgroup">
            {compared.map((each) => (
              // biome-ignore lint/a11y/noRedundantRoles: see above
              <tr key={each.record.id} role="row">
                {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
                <th role="rowheader" scope="row">
                  <RecordLink id={each.record.id}>{restrictionTitle(each.record)}</RecordLink>
                  <span class="under soft">
                    {placeNameInFull(each.record.issuer.jurisdiction, locale, places)} ·{' '}
                    {kindName(each.record.issuer.kind, language)}
                  </span>
                </th>
                {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
                <td role="cell" data-label={heads[1]}>
                  {measureLine(each.record, each.after, language)}
                </td>
                {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
                <td role="cell" data-label={heads[2]}>
                  {statusBefore(each, language)}
                </td>
                {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
                <td role="cell" data-label={heads[3]}>
                  <ForceMark class={markOf(each.record, each.after)} fresh={isFresh(each.record, second)} />
                  {statusLine(each.record, each.after, second, language)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
