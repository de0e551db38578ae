import { COLUMNS, columnsOf } from '../../lib/register-view/url-state.ts';
import { useLanguage } from '../language.tsx';
import { LazyDetails } from '../record/lazy-details.tsx';
import { usePage } from './page-state.ts';

/** What the table shows. The issuer stands always. */
export function ColumnChoice() {
  const { t } = useLanguage();
  const { state, change } = usePage();
  return (
    <LazyDetails class="facet" summary={t('register_columns')}>
      {() => (
        <fieldset>
          <legend class="visually-hidden">{t('register_columns')}</legend>
          {COLUMNS.filter((column) => column !== 'issuer').map((column) => (
            <label key={column} class="choice-line">
              <input
                type="checkbox"
                name="columns"
                value={column}
                checked={state.columns.includes(column)}
                onChange={({ currentTarget: { checked } }) =>
                  change({
                    columns: columnsOf(
                      checked ? [...state.columns, column] : state.columns.filter((each) => each !== column),
                    ),
                  })
                }
              />
              <span>{t(`register_column_${column}`)}</span>
            </label>
          ))}
        </fieldset>
      )}
    </LazyDetails>
  );
}
