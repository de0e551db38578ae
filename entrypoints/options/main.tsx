import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/verdict/verdict.css';
import '../../components/options/options.css';
import { SET_UP_FIELD } from '../../components/options/belongings.tsx';
import { Options, type OptionsProps } from '../../components/options/options.tsx';
import { directoryOf } from '../../components/options/profile-lookup.ts';
import { locale, t } from '../../lib/platform/i18n.ts';
import { today } from '../../lib/platform/today.ts';
import type { SettingsInForce } from '../../lib/policy/policy.ts';
import { changeSettings, readSettings, resetSettings } from '../../lib/policy/settings-in-force.ts';
import { ageInMonths, formatAge, formatDate } from '../../lib/register/dates.ts';
import type { Register } from '../../lib/register/schema.ts';
import { verdict } from '../../lib/register/verdict.ts';
import { type VerdictBlock, verdictBlock } from '../../lib/register/verdict-block.ts';
import { profileOf } from '../../lib/settings/profile-of.ts';
import { saving } from '../../lib/settings/save-status.ts';
import { dismissDamage, watchSettings } from '../../lib/settings/store.ts';
import { loadRegisterAndLanguage, plainLanguage } from '../shared/load-register.ts';
import { startPage } from '../shared/start-page.tsx';
import { policyTools } from './policy-tools.ts';
import { exportSettings, importSettings } from './settings-file.ts';

type State = Pick<OptionsProps, 'effective' | 'saved' | 'directory' | 'register' | 'verdict'>;

const draw = startPage('options_title');

let language = plainLanguage();
let state: State = {
  effective: await readSettings(),
  saved: 'nothing',
  directory: null,
  register: null,
  verdict: null,
};

function change(patch: Partial<State>): void {
  state = { ...state, ...patch };
  draw(
    language,
    <Options
      {...state}
      onChange={(change) => void keep(changeSettings(change))}
      onExport={() => exportSettings(state.effective)}
      onImport={importSettings}
      policyTools={policyTools}
      onReset={() => void keep(resetSettings())}
      onDismissDamage={() => void keep(dismissDamage())}
    />,
  );
}

// What the page shows follows from what is stored, whoever stored it.
const keep = saving((saved) => change({ saved }));

/** The age of the register in words. */
function ageOf({ date }: Register): string {
  const months = ageInMonths(today(), date);
  return months === 0 ? t('options_register_fresh') : t('options_register_age', formatAge(months, locale()));
}

change({});
watchSettings(async () => {
  const effective = await readSettings();
  change({ effective, ...(state.verdict && { verdict: answerTo(effective) }) });
});

const { register, language: full } = await loadRegisterAndLanguage();
language = full;

function answerTo({ values }: SettingsInForce): VerdictBlock {
  const profile = profileOf(values);
  return verdictBlock(verdict(profile, register, today()), profile, register, language);
}

change({
  directory: directoryOf(register, language, navigator.languages),
  verdict: answerTo(state.effective),
  register: {
    version: register.version,
    date: formatDate(register.date, locale()),
    age: ageOf(register),
    restrictions: register.restrictions.length,
    href: '/register.html',
  },
});

// "Set up" on card and popup leads here; the field is there only now.
if (location.hash === `#${SET_UP_FIELD}`) document.getElementById(SET_UP_FIELD)?.focus();
