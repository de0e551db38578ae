import { render } from 'preact';
import { browser } from 'wxt/browser';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/options/options.css';
import '../../components/welcome/welcome.css';
import { LanguageProvider } from '../../components/language.tsx';
import { directoryOf } from '../../components/options/profile-lookup.ts';
import { textOfVerdict } from '../../components/popup/verdict-text.ts';
import { Welcome, type WelcomeProps } from '../../components/welcome/welcome.tsx';
import { direction, locale, t } from '../../lib/platform/i18n.ts';
import { today } from '../../lib/platform/today.ts';
import { changeSettings, readSettings } from '../../lib/policy/settings-in-force.ts';
import { type Language, languageOf } from '../../lib/register/labels.ts';
import { loadRegister, loadSubdivisionNames } from '../../lib/register/load.ts';
import { verdict } from '../../lib/register/verdict.ts';
import { profileOf } from '../../lib/settings/profile-of.ts';
import { saving } from '../../lib/settings/save-status.ts';
import { watchSettings } from '../../lib/settings/store.ts';

type State = Pick<WelcomeProps, 'effective' | 'saved' | 'directory' | 'verdict'>;

const root = document.getElementById('app');
document.documentElement.lang = locale();
document.documentElement.dir = direction();
document.title = t('welcome_title');

let language: Language = languageOf(t, locale(), {});
let state: State = { effective: await readSettings(), saved: 'nothing', directory: null, verdict: null };

async function close(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

function change(patch: Partial<State>): void {
  state = { ...state, ...patch };
  if (!root) return;
  render(
    <LanguageProvider value={language}>
      <Welcome
        {...state}
        browser={import.meta.env.BROWSER === 'firefox' ? 'firefox' : 'chromium'}
        onChange={(settings) =>
          void keep(changeSettings(typeof settings === 'function' ? settings : () => settings))
        }
        onOptions={() => void browser.runtime.openOptionsPage()}
        onClose={() => void close()}
      />
    </LanguageProvider>,
    root,
  );
}

const keep = saving((saved) => change({ saved }));

change({});
const [register, names] = await Promise.all([loadRegister(), loadSubdivisionNames()]);
language = languageOf(t, locale(), names);
const directory = directoryOf(register, language);

async function follow(): Promise<void> {
  const effective = await readSettings();
  // A policy that forbids this page can come seconds after the install.
  if (effective.policy.firstRun === false) return close();
  const found = verdict(profileOf(effective.values), register, today());
  change({ effective, directory, verdict: textOfVerdict(found, register, language) });
}

watchSettings(() => void follow());
await follow();
