import { render } from 'preact';
import { browser } from 'wxt/browser';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/record/record.css';
import '../../components/popup/popup.css';
import { LanguageProvider } from '../../components/language.tsx';
import { Popup, type PopupActions, type PopupProps } from '../../components/popup/popup.tsx';
import { textOfSnapshot, textOfVerdict } from '../../components/popup/verdict-text.ts';
import { answerEnquiry, takeEnquiry } from '../../lib/background/link-enquiry.ts';
import { openRegister } from '../../lib/background/open-page.ts';
import { direction, locale, t } from '../../lib/platform/i18n.ts';
import { today } from '../../lib/platform/today.ts';
import { changeSettings, readSettings } from '../../lib/policy/settings-in-force.ts';
import { type Language, languageOf, registerLine } from '../../lib/register/labels.ts';
import { loadRegister, loadSubdivisionNames } from '../../lib/register/load.ts';
import type { Register } from '../../lib/register/schema.ts';
import { verdict } from '../../lib/register/verdict.ts';
import { profileOf } from '../../lib/settings/profile-of.ts';
import { saving } from '../../lib/settings/save-status.ts';
import { isTikTok, withSite } from '../../lib/settings/site-lists.ts';
import { watchSettings } from '../../lib/settings/store.ts';
import { storedSnapshot } from '../../lib/snapshot/stored-snapshot.ts';
import { followPage, type PagePort } from './page-port.ts';
import { hostIn, siteOf, tabInQuestion } from './tab.ts';

type State = Omit<PopupProps, keyof PopupActions>;

const root = document.getElementById('app');
const inPopup = browser.extension.getViews({ type: 'popup' }).includes(window);
document.documentElement.classList.toggle('popup', inPopup);
document.documentElement.lang = locale();
document.documentElement.dir = direction();
document.title = t('extension_name');

let language: Language = languageOf(t, locale(), {});
let state: State = {
  verdict: null,
  page: { state: 'loading' },
  enquiry: null,
  site: null,
  onTikTok: false,
  saved: 'nothing',
  register: null,
  profile: { places: [], organisations: [], device: null, ownRule: null },
  day: today(),
  registerLine: '',
};
let port: PagePort | undefined;
/** As the page in the tab names it. */
let namedHost: string | null = null;
const tab = tabInQuestion();

function change(patch: Partial<State>): void {
  state = { ...state, ...patch };
  if (!root) return;
  render(
    <LanguageProvider value={language}>
      <Popup {...state} {...actions} />
    </LanguageProvider>,
    root,
  );
}

const keep = saving((saved) => change({ saved }));

/** A popup that has done its work is in the way; a tab stays. */
const leave = () => inPopup && window.close();

const actions: PopupActions & { onReload: () => Promise<void> } = {
  onShow: (id: string) => port?.send({ type: 'show', id }),
  onCopy: (address: string) => navigator.clipboard.writeText(address),
  onReload: async () => {
    const { id } = (await tab) ?? {};
    if (id !== undefined) await browser.tabs.reload(id).then(follow);
  },
  onAllow: async () => {
    const { url } = (await tab) ?? {};
    const given = url && (await browser.permissions.request({ origins: [`${new URL(url).origin}/*`] }));
    if (given) await actions.onReload();
  },
  onMarks: (on: boolean) => {
    const host = state.site?.host;
    if (host) void keep(changeSettings((current) => withSite(current, host, on)));
  },
  onOptions: () => void browser.runtime.openOptionsPage().then(leave),
  onRegister: () => void openRegister().then(leave),
};

async function follow(): Promise<void> {
  const { id } = (await tab) ?? {};
  if (id === undefined) return change({ page: { state: 'unreadable', why: 'browser-page' } });
  change({ page: { state: 'loading' } });
  port = followPage(id, (page, host) => {
    change({ page });
    if (host === namedHost) return;
    namedHost = host;
    void showSettings();
  });
}

/** The verdict as it lies ready: the first paint waits for nothing else. */
async function showSnapshot(): Promise<void> {
  const stored = await storedSnapshot.get();
  if (stored?.day === state.day && !state.register)
    change({ verdict: textOfSnapshot(stored), registerLine: stored.register });
}

/** Settings in force, and with the register the verdict in full. */
async function showSettings(register: Register | null = state.register): Promise<void> {
  const settings = await readSettings();
  const profile = profileOf(settings.values);
  const host = hostIn(await tab, namedHost);
  change({
    site: siteOf(host, settings),
    onTikTok: host !== null && isTikTok(host),
    profile,
    ...(register && {
      register,
      registerLine: registerLine(register, language),
      verdict: textOfVerdict(verdict(profile, register, state.day), register, language),
    }),
  });
}

async function showRegister(): Promise<void> {
  const [register, names] = await Promise.all([loadRegister(), loadSubdivisionNames()]);
  language = languageOf(t, locale(), names);
  await showSettings(register);
}

async function showEnquiry(): Promise<void> {
  const enquiry = await takeEnquiry((await tab)?.id);
  if (enquiry) change({ enquiry: answerEnquiry(enquiry) });
}

await showSnapshot();
void follow();
void showEnquiry();
void showSettings().then(showRegister);
watchSettings(() => void showSettings());
// The background may leave the enquiry only after it has opened this.
browser.storage.session.onChanged.addListener(() => void showEnquiry());
