import { browser } from 'wxt/browser';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/options/options.css';
import '../../components/verdict/verdict.css';
import '../../components/welcome/welcome.css';
import { directoryOf } from '../../components/options/profile-lookup.ts';
import { Welcome, type WelcomeProps } from '../../components/welcome/welcome.tsx';
import { today } from '../../lib/platform/today.ts';
import { changeSettings, readSettings } from '../../lib/policy/settings-in-force.ts';
import { verdict } from '../../lib/register/verdict.ts';
import { verdictBlock } from '../../lib/register/verdict-block.ts';
import { profileOf } from '../../lib/settings/profile-of.ts';
import { saving } from '../../lib/settings/save-status.ts';
import { watchSettings } from '../../lib/settings/store.ts';
import { loadRegisterAndLanguage, plainLanguage } from '../shared/load-register.ts';
import { startPage } from '../shared/start-page.tsx';

type State = Pick<WelcomeProps, 'effective' | 'saved' | 'directory' | 'verdict'>;

const draw = startPage('welcome_title');

let language = plainLanguage();
let state: State = { effective: await readSettings(), saved: 'nothing', directory: null, verdict: null };

async function close(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

function change(patch: Partial<State>): void {
  state = { ...state, ...patch };
  draw(
    language,
    <Welcome
      {...state}
      browser={import.meta.env.BROWSER === 'firefox' ? 'firefox' : 'chromium'}
      onChange={(change) => void keep(changeSettings(change))}
      onOptions={() => void browser.runtime.openOptionsPage()}
      onClose={() => void close()}
    />,
  );
}

const keep = saving((saved) => change({ saved }));

change({});
const { register, language: full } = await loadRegisterAndLanguage();
language = full;
const directory = directoryOf(register, language, navigator.languages);

async function follow(): Promise<void> {
  const effective = await readSettings();
  // A policy that forbids this page can come seconds after the install.
  if (effective.policy.firstRun === false) return close();
  const profile = profileOf(effective.values);
  const found = verdict(profile, register, today());
  change({ effective, directory, verdict: verdictBlock(found, profile, register, language) });
}

watchSettings(() => void follow());
await follow();
