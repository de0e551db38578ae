import { plural, useLanguage } from '../../../components/language.tsx';
import { ContextEntry } from '../../../components/register-page/context-view.tsx';
import { usePage } from '../../../components/register-page/page-state.ts';
import { numberFormat } from '../../../lib/platform/formats.ts';
import type { Language } from '../../../lib/register/labels.ts';
import { countryOf, placeName } from '../../../lib/register/places.ts';
import type { Context, Register } from '../../../lib/register/schema.ts';
import type { Found } from '../../../lib/register/search.ts';
import { isInForce, phaseOf, statusOn } from '../../../lib/register/status.ts';
import { RecordList } from './record-list.tsx';

/** A country, or a body of several states, with what the register holds of it and of its parts. */
export interface Country {
  /** ISO 3166-1 alpha-2, EU, NATO or XK. */
  readonly code: string;
  readonly name: string;
  readonly found: readonly Found[];
  readonly context: readonly Context[];
}

/** Every country of the register, by name; `day` of the statuses, `YYYY-MM-DD`. */
export function countriesOf(register: Register, day: string, { locale, places }: Language): Country[] {
  const { compare } = new Intl.Collator(locale);
  const codes = new Set(
    [...register.restrictions, ...register.context].map(({ issuer }) => countryOf(issuer.jurisdiction)),
  );
  const isOf = (code: string) => (record: { readonly issuer: { readonly jurisdiction: string } }) =>
    countryOf(record.issuer.jurisdiction) === code;
  return [...codes]
    .map((code) => ({
      code,
      name: placeName(code, locale, places),
      found: register.restrictions
        .filter(isOf(code))
        .map((record) => ({ record, status: statusOn(record, day) }))
        .sort(
          (a, b) =>
            // The country's own bodies before those of its parts, then by name.
            compare(a.record.issuer.jurisdiction, b.record.issuer.jurisdiction) ||
            compare(a.record.issuer.name, b.record.issuer.name),
        ),
      context: register.context.filter(isOf(code)),
    }))
    .sort((a, b) => compare(a.name, b.name));
}

export const inForceIn = ({ found }: Country): number =>
  found.filter(({ status }) => isInForce(status.status)).length;

/** By what a status means today, in the order in which it is read: see `phaseOf`. */
const PHASES = [
  ['register_status_in_force', [0]],
  ['site_country_open', [1]],
  ['register_status_over', [2, 3]],
] as const;

/** Everything of one country. */
export function CountryPage({ country }: { readonly country: Country }) {
  const { t, locale } = useLanguage();
  const numbers = numberFormat(locale);
  return (
    <article class="country-page" aria-labelledby="country">
      <h2 id="country">{t('site_country_title', country.name)}</h2>
      <p class="lead">
        {t(
          'site_country_lead',
          country.name,
          numbers.format(inForceIn(country)),
          numbers.format(country.found.length),
        )}
      </p>
      {PHASES.map(([heading, phases]) => {
        const found = country.found.filter(({ status }) => phases.some((phase) => phase === phaseOf(status)));
        if (found.length === 0) return null;
        return (
          <section key={heading} aria-labelledby={heading}>
            <h3 id={heading}>{t(heading)}</h3>
            <RecordList found={found} within={country.code} />
          </section>
        );
      })}
      {country.context.length > 0 && (
        <section class="context-view" aria-labelledby="country-context">
          <h3 id="country-context">{t('register_tab_context')}</h3>
          <ul class="entries">
            {country.context.map((record) => (
              <ContextEntry key={record.id} record={record} />
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

/** All countries with how much there is of each. */
export function CountriesPage({ countries }: { readonly countries: readonly Country[] }) {
  const language = useLanguage();
  const { t, locale } = language;
  const { addresses } = usePage();
  const numbers = numberFormat(locale);
  return (
    <article class="country-page" aria-labelledby="countries">
      <h2 id="countries">{t('site_countries')}</h2>
      <p class="lead">{t('site_countries_lead')}</p>
      <table class="plain-table countries">
        <thead>
          <tr>
            <th scope="col">{t('register_column_place')}</th>
            <th scope="col" class="number">
              {t('register_status_in_force')}
            </th>
            <th scope="col" class="number">
              {t('register_status_any')}
            </th>
            <th scope="col" class="number">
              {t('register_tab_context')}
            </th>
          </tr>
        </thead>
        <tbody>
          {countries.map((country) => (
            <tr key={country.code}>
              <th scope="row">
                <a href={addresses.place(country.code) ?? ''}>{country.name}</a>
              </th>
              <td class="number">{numbers.format(inForceIn(country))}</td>
              <td class="number">{numbers.format(country.found.length)}</td>
              <td class="number">{numbers.format(country.context.length)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small soft">
        {plural(
          language,
          'register_results',
          countries.reduce((sum, { found }) => sum + found.length, 0),
        )}
      </p>
    </article>
  );
}
