import { browser } from 'wxt/browser';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/record/record.css';
import '../../components/verdict/verdict.css';
import '../../components/popup/popup.css';
import { Popup, type PopupActions, type PopupProps } from '../../components/popup/popup.tsx';
import { openRegister, openSetUp, openUrl } from '../../lib/background/open-page.ts';
import { takeEnquiry } from '../../lib/messages/background-to-popup.ts';
import { today } from '../../lib/platform/today.ts';
import { changeSettings, readSettings } from '../../lib/policy/settings-in-force.ts';
import type { Register } from '../../lib/register/schema.ts';
import { verdict } from '../../lib/register/verdict.ts';
import { verdictBlock } from '../../lib/register/verdict-block.ts';
import { profileOf } from '../../lib/settings/profile-of.ts';
import { saving } from '../../lib/settings/save-status.ts';
import { isTikTok, withSite } from '../../lib/settings/site-lists.ts';
import { watchSettings } from '../../lib/settings/store.ts';
import { personalOf } from '../../lib/snapshot/snapshot.ts';
import { storedSnapshot } from '../../lib/snapshot/stored-snapshot.ts';
import { loadRegisterAndLanguage, plainLanguage } from '../shared/load-register.ts';
import { startPage } from '../shared/start-page.tsx';
import { answerEnquiry } from './answer-enquiry.ts';
import { followPage, type PagePort } from './page-port.ts';
import { hostIn, siteOf, tabInQuestion } from './tab.ts';

type State = Omit<PopupProps, keyof PopupActions>;

const inPopup = browser.extension.getViews({ type: 'popup' }).includes(window);
document.documentElement.classList.toggle('popup', inPopup);
const draw = startPage('extension_name');

let language = plainLanguage();
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
  urlOf: () => null,
  isStorageFull: false,
};
let port: PagePort | undefined;
/** The verdict as it lies ready was looked for. */
let isReady = false;
/** As the page in the tab names it. */
let namedHost: string | null = null;
const tab = tabInQuestion();

function change(patch: Partial<State>): void {
  state = { ...state, ...patch };
  if (isReady) draw(language, <Popup {...state} {...actions} />);
}

const keep = saving((saved) => change({ saved }));

/** A popup that has done its work is in the way; a tab stays. */
const leave = () => inPopup && window.close();

const actions: PopupActions & { onReload: () => Promise<void> } = {
  onShow: (id: string) => port?.send({ type: 'show', id }),
  onCopy: (url: string) => navigator.clipboard.writeText(url),
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
  onOpen: async (url: string) => {
    await openUrl(url, 'tab', (await tab)?.id);
    leave();
  },
  onOptions: () => void browser.runtime.openOptionsPage().then(leave),
  onSetUp: () => void openSetUp().then(leave),
  onRegister: () => void openRegister().then(leave),
};

async function follow(): Promise<void> {
  const { id } = (await tab) ?? {};
  if (id === undefined) return change({ page: { state: 'unreadable', why: 'closed' } });
  change({ page: { state: 'loading' } });
  port = followPage(id, (page, host) => {
    change({ page });
    if (host === namedHost) return;
    namedHost = host;
    void showSettings();
  });
}

/** The verdict as it lies ready: the first paint waits for nothing else, and shows what else is known by then. */
async function showSnapshot(): Promise<void> {
  const stored = await storedSnapshot.get();
  isReady = true;
  change({
    isStorageFull: !!stored?.isShort,
    ...(stored?.day === state.day && { verdict: personalOf(stored).verdict }),
  });
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
      verdict: verdictBlock(verdict(profile, register, state.day), profile, register, language),
    }),
  });
}

async function showRegister(): Promise<void> {
  const loaded = await loadRegisterAndLanguage();
  language = loaded.language;
  change({ urlOf: loaded.urlOf });
  await showSettings(loaded.register);
}

async function showEnquiry(): Promise<void> {
  const enquiry = await takeEnquiry((await tab)?.id);
  if (enquiry) change({ enquiry: answerEnquiry(enquiry) });
}

const shown = showSnapshot();
// Asked at once: the page takes its time to answer.
void follow();
void showEnquiry();
await shown;
void showSettings().then(showRegister);
watchSettings(() => void showSettings());
// The background may leave the enquiry only after it has opened this.
browser.storage.session.onChanged.addListener(() => void showEnquiry());
