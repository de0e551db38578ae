import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/verdict/verdict.css';
import '../../components/options/options.css';
import { SET_UP_FIELD } from '../../components/options/belongings.tsx';
import { Options, type OptionsProps } from '../../components/options/options.tsx';
import { directoryOf } from '../../components/options/profile-lookup.ts';
import { takeStyleNotice } from '../../lib/background/style-notice.ts';
import { sendToBackground } from '../../lib/messages/page-to-background.ts';
import { locale } from '../../lib/platform/i18n.ts';
import { today } from '../../lib/platform/today.ts';
import type { SettingsInForce } from '../../lib/policy/policy.ts';
import { changeSettings, readSettings, resetSettings } from '../../lib/policy/settings-in-force.ts';
import { sourceOf } from '../../lib/policy/update-source.ts';
import { ageInMonths, formatAge, formatDate } from '../../lib/register/dates.ts';
import type { Register } from '../../lib/register/schema.ts';
import { verdict } from '../../lib/register/verdict.ts';
import { type VerdictBlock, verdictBlock } from '../../lib/register/verdict-block.ts';
import { profileOf } from '../../lib/settings/profile-of.ts';
import { saving } from '../../lib/settings/save-status.ts';
import { type Change, dismissDamage, watchSettings } from '../../lib/settings/store.ts';
import { watchUpdates } from '../../lib/updates/extension-storage.ts';
import { readLastLook } from '../../lib/updates/last-look.ts';
import { loadRegisterAndLanguage, plainLanguage } from '../shared/load-register.ts';
import { startPage } from '../shared/start-page.tsx';
import { policyTools } from './policy-tools.ts';
import { exportSettings, importSettings } from './settings-file.ts';

type State = Pick<OptionsProps, 'effective' | 'saved' | 'directory' | 'register' | 'verdict' | 'updates'>;

const draw = startPage('options_title');

const isStyleNew = await takeStyleNotice();
let language = plainLanguage();
let state: State = {
  effective: await readSettings(),
  saved: 'nothing',
  directory: null,
  register: null,
  verdict: null,
  updates: { source: null, look: null, inUse: null, looking: false },
};

/** The last change of the settings, while it is being stored and after. */
let saved: Promise<void> = Promise.resolve();

function change(patch: Partial<State>): void {
  state = { ...state, ...patch };
  draw(
    language,
    <Options
      {...state}
      isStyleNew={isStyleNew}
      onChange={save}
      onExport={() => exportSettings(state.effective)}
      onImport={importSettings}
      policyTools={policyTools}
      updatesActions={{ onLook: () => void lookForUpdates(), onShipped: () => void backToShipped() }}
      onReset={() => void keep(resetSettings())}
      onDismissDamage={() => void keep(dismissDamage())}
    />,
  );
}

// What the page shows follows from what is stored, whoever stored it.
const keep = saving((saved) => change({ saved }));

const updates = (patch: Partial<State['updates']>) => change({ updates: { ...state.updates, ...patch } });

/** Reads anew where updates come from and what came of the last look. */
async function showUpdates(): Promise<void> {
  const source = sourceOf(state.effective.values);
  updates({ source, look: await readLastLook(source) });
}

async function lookForUpdates(): Promise<void> {
  updates({ looking: true });
  // The background reads the settings anew; a switch that was just turned must be among them.
  await saved.catch(() => {});
  await sendToBackground({ type: 'look-for-updates' }).catch(() => {});
  updates({ looking: false });
  await showUpdates();
}

async function backToShipped(): Promise<void> {
  await changeSettings({ updates: false });
  await sendToBackground({ type: 'shipped-register' }).catch(() => {});
}

function save(change: Change): void {
  saved = changeSettings(change);
  void keep(saved);
}

/** The age of the register in words. */
function ageOf({ date }: Register): string {
  const months = ageInMonths(today(), date);
  return formatAge(months, locale());
}

change({});
watchSettings(async () => {
  const effective = await readSettings();
  change({ effective, ...(inUse && { verdict: answerTo(effective, inUse) }) });
  await showUpdates();
});
watchUpdates(() => {
  void showUpdates();
  void showRegister();
});

/** The register as the page shows it. */
let inUse: Register | null = null;

function answerTo({ values }: SettingsInForce, register: Register): VerdictBlock {
  const profile = profileOf(values);
  return verdictBlock(verdict(profile, register, today()), profile, register, language);
}

async function showRegister(): Promise<void> {
  const loaded = await loadRegisterAndLanguage();
  const { register } = loaded;
  inUse = register;
  language = loaded.language;
  change({
    directory: directoryOf(register, language, navigator.languages),
    verdict: answerTo(state.effective, register),
    register: {
      version: register.version,
      date: formatDate(register.date, locale()),
      age: ageOf(register),
      restrictions: register.restrictions.length,
      href: '/register.html',
    },
    updates: { ...state.updates, inUse: loaded.inUse },
  });
}

await showUpdates();
await showRegister();

// "Set up" on card and popup leads here; the field is there only now.
if (location.hash === `#${SET_UP_FIELD}`) document.getElementById(SET_UP_FIELD)?.focus();
