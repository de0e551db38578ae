import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import type { PageLink } from '../../../components/popup/page-links.tsx';
import { Popup, type PopupProps } from '../../../components/popup/popup.tsx';
import type { OwnRule, Profile } from '../../../lib/register/profile.ts';
import { verdict } from '../../../lib/register/verdict.ts';
import { type VerdictBlock, verdictBlock } from '../../../lib/register/verdict-block.ts';
import { axeFindings, click, enter, get, language, mount, open, press } from '../../support/mount.tsx';
import { register } from '../../support/register-fixture.ts';

const DAY = '2026-11-23';
const official: Profile = {
  places: ['GB'],
  organisations: [{ id: 'gb-government', relation: 'staff' }],
  device: 'work-issued',
  ownRule: null,
};
const nobody: Profile = { places: [], organisations: [], device: null, ownRule: null };

const blockFor = (profile: Profile): VerdictBlock =>
  verdictBlock(verdict(profile, register, DAY), profile, register, language);

const link = (id: string, extra: Partial<PageLink> = {}): PageLink => ({
  id,
  kind: 'video',
  embed: false,
  handle: 'someone',
  destination: 'https://www.tiktok.com/@someone/video/7123456789012345678',
  uploadTime: '2022-07-22T23:30:00Z',
  via: [],
  ...extra,
});

const props = (extra: Partial<PopupProps> = {}): PopupProps => ({
  verdict: blockFor(official),
  page: { state: 'read', links: [link('a'), link('b')], total: 2, code: [] },
  enquiry: null,
  onTikTok: false,
  saved: 'nothing',
  site: { host: 'news.example', marks: true, fixed: null },
  register,
  profile: official,
  day: DAY,
  urlOf: () => null,
  onShow: vi.fn(),
  onCopy: vi.fn(() => Promise.resolve()),
  onOpen: vi.fn(),
  isStorageFull: false,
  onReload: vi.fn(),
  onAllow: vi.fn(),
  onMarks: vi.fn(),
  onOptions: vi.fn(),
  onSetUp: vi.fn(),
  onRegister: vi.fn(),
  ...extra,
});

describe('verdict', () => {
  it('opens the popup, with the rule that carries it and why', () => {
    mount(<Popup {...props()} />);
    expect(get('h1').textContent).toContain('Government of the United Kingdom');
    expect(get('.verdict-word').textContent).toBe('Not allowed');
    expect(get('.verdict').textContent).toContain('You work there. You use a work device.');
    expect(get('.verdict').textContent).toContain('Last seen in force 8 December 2025');
    expect(get('.verdict details').textContent).toContain('case by case where the app is needed for work');
    expect(get<HTMLAnchorElement>('.verdict a', 'Read this rule').getAttribute('href')).toBe(
      '/register.html#record=gb-government-work-devices',
    );
    // The Tab key takes them in the order in which they are seen.
    expect([...get('.verdict-foot').children].map(({ tagName }) => tagName)).toEqual(['A', 'DETAILS']);
  });

  it('is about being there on a page of TikTok itself', () => {
    const draw = mount(<Popup {...props()} />);
    expect(get('.verdict').textContent).not.toContain('page of TikTok');
    const site = { host: 'www.tiktok.com', marks: false, fixed: 'tiktok' } as const;
    draw(<Popup {...props({ onTikTok: true, site })} />);
    expect(get('.verdict').textContent).toMatch(/^You are on a page of TikTok\..*Not allowed/);
  });

  it('asks for a profile where there is none, and never calls TikTok allowed', () => {
    const all = props({ verdict: blockFor(nobody) });
    mount(<Popup {...all} />);
    click(get('.verdict button'));
    expect(all.onSetUp).toHaveBeenCalledOnce();
    expect(get('h1').textContent).toMatch(/^As last known, TikTok is banned for everybody in /);
    expect(get('.verdict').textContent?.replaceAll('not allowed', '')).not.toMatch(/\ballowed\b/i);
  });

  it('labels the employer’s own rule, and links it without telling where from', () => {
    const ownRule: OwnRule = {
      by: 'employer',
      name: 'City of Examples',
      text: 'Not on our phones. <b>Ever</b>',
      level: 'not-allowed',
      devices: ['work-issued'],
      url: 'https://city.example/rule',
      contact: 'it@city.example',
    };
    const own = { ...official, ownRule };
    mount(<Popup {...props({ verdict: blockFor(own) })} />);
    expect(get('h1').textContent).toContain('City of Examples');
    const rule = get('.own-rule-text');
    expect(rule.textContent).toContain('Not on our phones. <b>Ever</b>');
    expect(rule.querySelector('a')?.rel).toBe('noreferrer');
  });

  it('is there before the register', () => {
    mount(<Popup {...props({ register: null })} />);
    expect(get('h1').textContent).toContain('not allowed');
    click(get('[role=tab]', 'Restrictions'));
    expect(get('.panel').textContent).toBe('Loading…');
  });
});

describe('tabs', () => {
  it('are moved through by the arrows, Home and End, with one stop for Tab', () => {
    mount(<Popup {...props()} />);
    const selected = () => get('[role=tab][aria-selected=true]');
    press(selected(), 'ArrowRight');
    expect(selected().textContent).toBe('Restrictions');
    expect(document.activeElement).toBe(selected());
    press(selected(), 'End');
    expect(selected().textContent).toBe('TikTok’s response');
    press(selected(), 'ArrowRight');
    expect(selected().textContent).toContain('This page');
    expect(document.querySelectorAll('[role=tab][tabindex="0"]')).toHaveLength(1);
    expect(get('[role=tabpanel]').getAttribute('aria-labelledby')).toBe(selected().id);
  });

  it('follow the direction of writing', () => {
    mount(<Popup {...props()} />);
    get('[role=tablist]').style.direction = 'rtl';
    press(get('[role=tab][aria-selected=true]'), 'ArrowLeft');
    expect(get('[role=tab][aria-selected=true]').textContent).toBe('Restrictions');
  });
});

describe('this page', () => {
  it('lists one entry a destination and shows its links one after the other', () => {
    const all = props();
    mount(<Popup {...all} />);
    expect(get('.panel h2', 'on this page').textContent).toBe('TikTok links on this page: 2');
    expect(get('.link-line summary').textContent).toBe('@someoneVideo');
    expect(get('.link-line').textContent).toContain('22 July 2022');
    const names = [...document.querySelectorAll('.link-line button')].map((each) =>
      each.getAttribute('aria-label'),
    );
    expect(names).toEqual(['Show on the page: Video by @someone (1/2)', 'Copy address: Video by @someone']);
    const show = get('.link-line .icon[aria-label^=Show]');
    click(show);
    click(show);
    click(show);
    expect(vi.mocked(all.onShow).mock.calls).toEqual([['a'], ['b'], ['a']]);
  });

  it('copies the unwrapped address and says so', async () => {
    const wrapped = link('a', { via: ['safelinks', 'google'] });
    const all = props({ page: { state: 'read', links: [wrapped], total: 1, code: [] } });
    mount(<Popup {...all} />);
    expect(get('.link-line').textContent).toContain('Microsoft Safe Links and Google');
    await act(async () => get('.link-line .icon[aria-label^=Copy]').click());
    expect(all.onCopy).toHaveBeenCalledWith(wrapped.destination);
    expect(get('.link-line [role=status]').textContent).toBe('Copied');
  });

  it('says where a link leads first whose host nobody lists', () => {
    const redirected = link('a', { via: ['safelinks', 'unknown redirect'], redirector: 'gateway.example' });
    mount(<Popup {...props({ page: { state: 'read', links: [redirected], total: 1, code: [] } })} />);
    expect(get('.link-line').textContent).toContain('First leads to gateway.example');
    expect(get('.link-line').textContent).toContain('Wrapped by Microsoft Safe Links');
    expect(get('.link-line').textContent).not.toContain('unknown redirect');
  });

  it('draws a long list in parts and tells what is not listed', () => {
    const links = Array.from({ length: 100 }, (_, at) =>
      link(`${at}`, { destination: `https://t.example/${at}` }),
    );
    mount(<Popup {...props({ page: { state: 'read', links, total: 5000, code: [] } })} />);
    expect(document.querySelectorAll('.link-line')).toHaveLength(40);
    click(get('.panel button', 'Show 40 more'));
    click(get('.panel button', 'Show 20 more'));
    expect(document.querySelectorAll('.link-line')).toHaveLength(100);
    expect(get('.panel').textContent).toContain('Not shown here: 4,900');
  });

  it('names TikTok’s own code in the page', () => {
    const code = [{ host: 'analytics.tiktok.com', role: 'pixel' }] as const;
    mount(<Popup {...props({ page: { state: 'read', links: [], total: 0, code } })} />);
    expect(get('.panel').textContent).toContain('No links to TikTok on this page.');
    expect(get('.pairs').textContent).toBe('Advertising pixelanalytics.tiktok.com');
  });

  it.each([
    ['withheld', 'onAllow', 'Allow'],
    ['not-started', 'onReload', 'Reload'],
  ] as const)('offers what can be done about a page that is %s', (why, action, label) => {
    const all = props({ page: { state: 'unreadable', why } });
    mount(<Popup {...all} />);
    click(get('.panel button', label));
    expect(all[action]).toHaveBeenCalledOnce();
  });

  it.each(['closed', 'file'] as const)('says why a page is unreadable: %s', (why) => {
    mount(<Popup {...props({ page: { state: 'unreadable', why } })} />);
    expect(get('.panel p').textContent?.length).toBeGreaterThan(40);
    expect(document.querySelector('.panel button')).toBeNull();
  });

  it('answers what the context menu asked', () => {
    const recognition = {
      ...link('a'),
      tiktok: true,
      videoId: '7123456789012345678',
      via: ['google'],
    };
    const draw = mount(
      <Popup {...props({ enquiry: { url: 'https://google.com/url?q=x', recognition, toConfirm: null } })} />,
    );
    expect(get('.link-enquiry').textContent).toContain('Video by @someone');
    expect(get('.popup-view').firstElementChild).toBe(get('.link-enquiry'));
    expect(get('.link-enquiry + .answer h1').textContent).toContain('Government of the United Kingdom');
    draw(<Popup {...props({ enquiry: { url: null, recognition: null, toConfirm: null } })} />);
    expect(get('.link-enquiry').textContent).toContain('holds no address');
  });

  it('asks before a link opens for which the page has no place to ask', () => {
    const url = 'https://www.tiktok.com/@someone';
    const recognition = { ...link('a'), tiktok: true, videoId: null, via: [] };
    const all = props({ enquiry: { url, recognition, toConfirm: url } });
    const draw = mount(<Popup {...all} />);
    expect(get('.link-enquiry').textContent).toContain('Open this link anyway?');
    click(get('.link-enquiry button', 'Open'));
    expect(all.onOpen).toHaveBeenCalledExactlyOnceWith(url);
    draw(<Popup {...props({ enquiry: { url, recognition, toConfirm: null } })} />);
    expect(get('.link-enquiry').textContent).not.toContain('Open');
  });
});

describe('restrictions', () => {
  const openTab = () => {
    mount(<Popup {...props()} />);
    click(get('[role=tab]', 'Restrictions'));
  };

  it('say what the list is where nothing is picked', () => {
    mount(<Popup {...props({ profile: nobody, verdict: blockFor(nobody) })} />);
    click(get('[role=tab]', 'Restrictions'));
    expect(get('.panel h2').textContent).toBe('Restrictions');
  });

  it('have the search before the filters, and those folded', () => {
    openTab();
    const [field, fold] = document.querySelectorAll('.search input, .search details');
    expect(field).toBe(get('input[type=search]'));
    expect((fold as HTMLDetailsElement).open).toBe(false);
    expect(fold?.querySelectorAll('select')).toHaveLength(3);
  });

  it('lead to their own page and can be copied with a source', async () => {
    const all = props();
    mount(<Popup {...all} />);
    click(get('[role=tab]', 'Restrictions'));
    const row = get('.record', 'Government of the United Kingdom');
    const details = row.querySelector('details');
    if (details) open(details);
    expect(get<HTMLAnchorElement>('.record a', 'Read this rule').getAttribute('href')).toBe(
      '/register.html#record=gb-government-work-devices',
    );
    await act(async () => get('.record button', 'Copy with sources').click());
    expect(vi.mocked(all.onCopy).mock.calls[0]?.[0]).toMatch(/Government of the United Kingdom.*https:/s);
    expect(row.querySelector('[role=status]')?.textContent).toBe('Copied');
  });

  it('come nearest first', () => {
    openTab();
    expect([...document.querySelectorAll('.panel h2')].map((each) => each.textContent)).toEqual([
      'Near you',
      'Elsewhere',
    ]);
    expect(document.querySelector('.record-name')?.textContent).toBe('Government of the United Kingdom');
  });

  it('are found as you type, by own-language names and places too, and the number is told', () => {
    openTab();
    enter(get<HTMLInputElement>('input[type=search]'), 'denm');
    expect(get('.record').textContent).toContain('Danish Broadcasting Corporation');
    expect(get('.search [role=status]').textContent).toBe('1 restriction');
    enter(get<HTMLInputElement>('input[type=search]'), 'zzz');
    expect(get('.search [role=status]').textContent).toBe('0 restrictions');
    expect(document.querySelector('.record')).toBeNull();
    expect(get('.search').textContent).toContain('Remove a filter, or try a country');
  });

  it('are narrowed by kind of body, measure and status', () => {
    openTab();
    const [kind, measure, status] = document.querySelectorAll<HTMLSelectElement>('.filters select');
    if (!kind || !measure || !status) throw new Error('a filter is missing');
    enter(kind, 'national-government');
    expect(document.querySelectorAll('.record')).toHaveLength(2);
    enter(measure, 'nationwide-ban');
    expect(get('.record').textContent).toContain('India');
    enter(kind, '');
    enter(measure, 'advice-against');
    enter(status, 'in-force');
    expect(get('.record').textContent).toContain('Danish');
  });

  it('hold their details back until they are opened', () => {
    openTab();
    const row = get('.record', 'Government of the United Kingdom');
    expect(row.querySelector('.record-body')).toBeNull();
    const details = row.querySelector('details');
    if (details) open(details);
    const text = row.textContent ?? '';
    for (const part of [
      'case by case',
      'Two reports differ about the day.',
      'It was said to remain.',
      '16 March 2023',
      'last seen in force 8 December 2025',
    ])
      expect(text).toContain(part);
  });

  it('name their sources, primary first, and link no copy where better stands', () => {
    openTab();
    const row = get('.record', 'Government of the United Kingdom');
    const details = row.querySelector('details');
    if (details) open(details);
    const sources = [...row.querySelectorAll('.sources li')];
    expect(sources.map((each) => each.querySelector('bdi')?.textContent)).toEqual([
      'Hansard',
      'A newspaper',
      'A copy',
    ]);
    const links = [...row.querySelectorAll<HTMLAnchorElement>('.sources a')];
    expect(links.map(({ rel, target }) => [rel, target])).toEqual([
      ['noreferrer', '_blank'],
      ['noreferrer', '_blank'],
    ]);
    // The first event rests on Hansard, second in the record and first in print.
    expect(row.querySelector('.dated li')?.textContent).toContain('[1]');
  });
});

describe('TikTok’s response', () => {
  it('puts local data storage first, and beside each claim what others found', () => {
    mount(<Popup {...props()} />);
    click(get('[role=tab]', 'response'));
    const topics = [...document.querySelectorAll('.panel h2')].map((each) => each.textContent);
    expect(topics[0]).toBe('Local data storage');
    const entry = get('.entry', 'Project Clover');
    expect(entry.querySelector('.said')?.textContent).toContain('TikTok says (8 March 2023)');
    expect(entry.querySelector('.found')?.textContent).toContain('Irish Data Protection Commission');
    expect(entry.textContent).toContain('European Economic Area, United Kingdom and Switzerland');
  });
});

describe('marks on this site', () => {
  it('are switched with the host written out', () => {
    const all = props();
    mount(<Popup {...all} />);
    const control = get<HTMLInputElement>('input[role=switch]');
    expect(control.closest('label')?.textContent).toBe('Marks on news.example');
    click(control);
    expect(all.onMarks).toHaveBeenCalledWith(false);
  });

  it('cannot be switched where an administrator decides, and say so', () => {
    const draw = mount(<Popup {...props({ saved: { failed: 'quota exceeded' } })} />);
    expect(get('.popup-foot [role=alert]').textContent).toContain('quota exceeded');
    draw(<Popup {...props({ site: { host: 'news.example', marks: true, fixed: 'locked' } })} />);
    expect(get<HTMLInputElement>('input[role=switch]').disabled).toBe(true);
    expect(get('.popup-foot').textContent).toContain('Locked by your administrator');
  });
});

it.each(['This page', 'Restrictions', 'response'])('axe finds nothing wrong with %s', async (tab) => {
  mount(<Popup {...props()} />);
  click(get('[role=tab]', tab));
  for (const details of document.querySelectorAll('details')) open(details);
  expect(await axeFindings()).toEqual([]);
});
