import type { Page } from 'puppeteer-core';

/** What somebody has entered, as it is stored. */
type Entered = Readonly<Record<string, unknown>>;

const staff = (...ids: string[]) => ids.map((id) => ({ id, relation: 'staff' }));

/** People whose answers differ, by what they entered. */
export const PEOPLE: Readonly<Record<string, Entered>> = {
  nobody: {},
  'eu-staff': { 'setting:organisations': staff('eu-commission'), 'setting:device': 'work-issued' },
  'asked-staff': {
    'setting:organisations': staff('eu-commission'),
    'setting:device': 'work-issued',
    'setting:beforeOpen': 'ask',
  },
  'german-parent': { 'setting:places': ['DE'], 'setting:device': 'personal' },
  unresearched: { 'setting:places': ['PE'], 'setting:device': 'personal' },
  india: { 'setting:places': ['IN'] },
  'own-rule': {
    'setting:organisations': staff('gb-government'),
    'setting:places': ['IN'],
    'setting:device': 'work-issued',
    'setting:ownRule': {
      by: 'person',
      name: 'Example Works',
      text: 'Not on phones that we hand out.',
      level: 'not-allowed',
      devices: ['work-issued'],
      exceptions: 'The press office, after asking.',
      url: 'https://intranet.example/rule',
      contact: 'it@works.example',
    },
  },
  'long-names': {
    'setting:organisations': staff(
      'az-communications-ministry',
      'uz-uzkomnazorat',
      'at-2-staedtebund',
      'be-fwb-government',
    ),
    'setting:places': ['CD', 'CA-NL', 'GB-NIR'],
    'setting:device': 'work-issued',
  },
};

/** A policy with a lock, a rule of its own and two mistakes in it. */
export const POLICY = {
  organisationName: 'City of Examples, Department of Information Technology and Communication',
  organisationRule: 'Not on devices that the city hands out. Ask before you install it elsewhere.',
  organisationRuleLevel: 'not-allowed',
  organisationRuleUrl: 'https://city.example/rule',
  organisationContact: 'helpdesk@city.example',
  places: ['GB', 'Germany'],
  devise: 'work-issued',
  locked: ['places', 'device'],
};

/** One thing to look at: a page of the extension, and what is done on it before the picture. */
export interface State {
  readonly name: string;
  readonly surface: 'popup' | 'options' | 'welcome' | 'register' | 'page';
  readonly people: readonly string[];
  readonly act?: (page: Page) => Promise<void>;
  /** The part of the page that is scrolled to. */
  readonly at?: string;
}

const click =
  (text: string, selector = 'button, summary, label, a') =>
  async (page: Page) => {
    const handle = await page.evaluateHandle(
      (query, part) =>
        [...document.querySelectorAll<HTMLElement>(query)].find((each) => each.textContent?.includes(part)),
      selector,
      text,
    );
    await handle.asElement()?.evaluate((element) => (element as HTMLElement).click());
  };
const type = (selector: string, text: string) => async (page: Page) => {
  await page.focus(selector);
  await page.keyboard.type(text);
};
const all =
  (...steps: ((page: Page) => Promise<void>)[]) =>
  async (page: Page) => {
    for (const step of steps) await step(page);
  };

const EVERYBODY = Object.keys(PEOPLE).filter((person) => person !== 'asked-staff');

export const STATES: readonly State[] = [
  { name: 'page', surface: 'popup', people: EVERYBODY },
  {
    name: 'more',
    surface: 'popup',
    people: ['eu-staff', 'own-rule'],
    act: click('More', '.verdict summary'),
  },
  { name: 'link-open', surface: 'popup', people: ['eu-staff'], act: click('@', '.link-line summary') },
  {
    name: 'restrictions',
    surface: 'popup',
    people: ['nobody', 'eu-staff', 'long-names'],
    act: click('Restrictions', '[role=tab]'),
  },
  {
    name: 'rule-open',
    surface: 'popup',
    people: ['eu-staff'],
    act: all(click('Restrictions', '[role=tab]'), click('European Commission', '.record summary')),
  },
  {
    name: 'filters',
    surface: 'popup',
    people: ['eu-staff'],
    act: all(click('Restrictions', '[role=tab]'), click('Filters', 'summary')),
  },
  {
    name: 'no-hit',
    surface: 'popup',
    people: ['eu-staff'],
    act: all(click('Restrictions', '[role=tab]'), type('input[type=search]', 'qqqq')),
  },
  { name: 'response', surface: 'popup', people: ['eu-staff'], act: click('response', '[role=tab]') },
  { name: 'where', surface: 'welcome', people: ['nobody', 'eu-staff', 'long-names'] },
  { name: 'typed', surface: 'welcome', people: ['nobody'], act: type('#set-up', 'french ministry') },
  { name: 'nothing-found', surface: 'welcome', people: ['nobody'], act: type('#set-up', 'qqqqq') },
  {
    name: 'not-listed',
    surface: 'welcome',
    people: ['nobody'],
    act: all(click('My employer is not listed'), click('Add a rule')),
  },
  { name: 'device', surface: 'welcome', people: ['nobody', 'eu-staff'], act: click('Next') },
  { name: 'ready', surface: 'welcome', people: ['eu-staff'], act: click('Skip the questions') },
  { name: 'you', surface: 'options', people: EVERYBODY },
  { name: 'marks', surface: 'options', people: ['nobody'], at: '#marks' },
  { name: 'opening', surface: 'options', people: ['nobody'], at: '#opening' },
  { name: 'data', surface: 'options', people: ['nobody'], at: '#data' },
  { name: 'administrators', surface: 'options', people: ['nobody'], at: '#administrators' },
  { name: 'privacy', surface: 'options', people: ['nobody'], at: '#privacy' },
  { name: 'table', surface: 'register', people: ['nobody', 'eu-staff'] },
  { name: 'map', surface: 'register', people: ['nobody'], act: click('Map', '[role=tab]') },
  { name: 'timeline', surface: 'register', people: ['nobody'], act: click('Timeline', '[role=tab]') },
  {
    name: 'compare',
    surface: 'register',
    people: ['nobody'],
    act: click('Compare', '[role=tab]'),
  },
  {
    name: 'record',
    surface: 'register',
    people: ['nobody', 'eu-staff'],
    act: async (page) => {
      await page.evaluate(() => location.assign('#record=eu-commission-staff-devices'));
    },
  },
  { name: 'response', surface: 'register', people: ['nobody'], act: click('response', '[role=tab]') },
  { name: 'about', surface: 'register', people: ['nobody'], act: click('About', '[role=tab]') },
  { name: 'marks', surface: 'page', people: ['nobody', 'eu-staff'] },
  {
    name: 'card',
    surface: 'page',
    people: EVERYBODY,
    act: async (page) => {
      const mark = await page.waitForSelector('#video tiktok-policy-mark, #video + tiktok-policy-mark');
      await mark?.click();
    },
  },
  {
    name: 'question',
    surface: 'page',
    people: ['asked-staff'],
    act: async (page) => {
      await page.waitForSelector('#video tiktok-policy-mark, #video + tiktok-policy-mark');
      await page.click('#video');
    },
  },
];

/** The states of a managed browser. */
export const MANAGED: readonly State[] = [
  { name: 'you', surface: 'options', people: ['managed'] },
  { name: 'administrators', surface: 'options', people: ['managed'], at: '#administrators' },
  { name: 'page', surface: 'popup', people: ['managed'] },
];
