import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { Options, type OptionsProps } from '../../../components/options/options.tsx';
import { directoryOf } from '../../../components/options/profile-lookup.ts';
import { NO_POLICY, type Policy } from '../../../lib/policy/policy.ts';
import { resolveSettings } from '../../../lib/settings/resolve-settings.ts';
import type { Settings } from '../../../lib/settings/schema.ts';
import { verdictBlockOf } from '../../support/example-block.ts';
import { axeFindings, click, enter, get, language, mount, press } from '../../support/mount.tsx';
import { register } from '../../support/register-fixture.ts';

const settings = (changed: Partial<Settings> = {}, policy: Policy = NO_POLICY) =>
  resolveSettings({ changed, problems: [], newer: false }, policy);

const policyOf = (values: Partial<Settings>, locked: (keyof Settings)[]): Policy => ({
  ...NO_POLICY,
  values,
  locked: new Set(locked),
  present: true,
  organisation: 'City of Examples',
});

const props = (extra: Partial<OptionsProps> = {}): OptionsProps => ({
  effective: settings(),
  onChange: vi.fn(),
  saved: 'nothing',
  directory: directoryOf(register, language),
  register: {
    version: '2026.11.22.1',
    date: '22 November 2026',
    age: 'less than a month old',
    restrictions: 3,
    href: '/register.html',
  },
  verdict: null,
  updates: { source: null, look: null, inUse: null, looking: false },
  updatesActions: { onLook: vi.fn(), onShipped: vi.fn() },
  onReset: vi.fn(),
  onExport: vi.fn(),
  onImport: vi.fn(() => Promise.resolve([])),
  onDismissDamage: vi.fn(),
  isStyleNew: false,
  policyTools: {
    extension: { id: 'this-extension', version: '1.0.0' },
    ids: { chromium: 'chromium-id', gecko: 'gecko-id' },
    onCopy: vi.fn(() => Promise.resolve()),
    onSave: vi.fn(),
  },
  ...extra,
});

/** What the page asked to change, each as it comes out with the values that it shows. */
const changes = ({ onChange, effective: { values } }: OptionsProps) =>
  vi.mocked(onChange).mock.calls.map(([change]) => (typeof change === 'function' ? change(values) : change));

const whereField = () => get<HTMLInputElement>('#set-up');

/** Leaves a field, as the Tab key does. */
const leave = (field: HTMLElement) => act(() => void field.dispatchEvent(new FocusEvent('blur')));

const group = (legend: string) => {
  const found = [...document.querySelectorAll('fieldset')].find(
    (each) => each.querySelector('legend')?.textContent === legend,
  );
  if (!found) throw new Error(`no setting "${legend}"`);
  return found;
};

describe('you', () => {
  it('keeps the device with one click', () => {
    const all = props();
    mount(<Options {...all} />);
    click(get('label', 'A work device'));
    expect(all.onChange).toHaveBeenCalledWith({ device: 'work-issued' });
  });

  it('finds an organisation by its own-language name, with the keyboard alone', () => {
    const all = props({
      effective: settings({ organisations: [{ id: 'gb-government', relation: 'staff' }] }),
    });
    mount(<Options {...all} />);
    const field = whereField();
    enter(field, 'danmarks radio');
    expect(field.getAttribute('aria-expanded')).toBe('true');
    press(field, 'ArrowDown');
    const active = document.getElementById(field.getAttribute('aria-activedescendant') ?? '');
    expect(active?.textContent).toContain('Danish Broadcasting Corporation');
    expect(active?.getAttribute('aria-selected')).toBe('true');
    press(field, 'Enter');
    expect(changes(all)).toEqual([
      {
        organisations: [
          { id: 'gb-government', relation: 'staff' },
          { id: 'dk-dr', relation: 'staff' },
        ],
      },
    ]);
    expect(field.value).toBe('');
    expect(document.activeElement).toBe(field);
  });

  it('closes the list with Escape and offers nothing twice', () => {
    mount(<Options {...props({ effective: settings({ places: ['IN'] }) })} />);
    const field = whereField();
    enter(field, 'ind');
    const options = () => [...document.querySelectorAll('[role=option] bdi')].map((o) => o.textContent);
    expect(options()).toContain('Indonesia');
    expect(options()).not.toContain('India');
    press(field, 'Escape');
    expect(field.getAttribute('aria-expanded')).toBe('false');
  });

  it('shows the answer above the choices, and none before there is something to say', () => {
    const block = verdictBlockOf({ sentence: 'Example Ministry: TikTok is not allowed.' });
    const draw = mount(<Options {...props({ verdict: verdictBlockOf({ level: 'no-profile' }) })} />);
    expect(document.querySelector('#you .verdict')).toBeNull();
    draw(<Options {...props({ verdict: block })} />);
    const answer = get('#you .verdict');
    expect(answer.textContent).toContain('Example Ministry: TikTok is not allowed.');
    expect(answer.compareDocumentPosition(whereField()) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('changes how one belongs to an organisation, and removes it', () => {
    const all = props({ effective: settings({ organisations: [{ id: 'dk-dr', relation: 'staff' }] }) });
    mount(<Options {...all} />);
    enter(get<HTMLSelectElement>('.picked select'), 'contractor');
    expect(changes(all)).toEqual([{ organisations: [{ id: 'dk-dr', relation: 'contractor' }] }]);
    click(get('.picked button', 'Remove'));
    expect(changes(all)[1]).toEqual({ organisations: [] });
  });

  it('tells whom the rules of an organisation are for, and whose rules reach it too', () => {
    const picked = settings({ organisations: [{ id: 'dk-dr', relation: 'staff' }] });
    mount(<Options {...props({ effective: picked })} />);
    expect(get('.picked li').textContent).toContain('Its rules are for: ');
    enter(whereField(), 'uk ministry');
    expect(document.querySelector('[role=option]')?.textContent).toContain(
      'ministers and officials: government devices',
    );
  });

  it('adds and removes one item of whatever list is stored by then', () => {
    const all = props({ effective: settings({ places: ['GB'], linkKindsOff: [], sitesOff: ['a.example'] }) });
    mount(<Options {...all} />);
    const field = whereField();
    enter(field, 'india');
    press(field, 'Enter');
    click(get('label', 'Playlist'));
    click(get('.picked button', 'a.example'));
    const elsewhere = settings({
      places: ['DK'],
      linkKindsOff: ['tag'],
      sitesOff: ['a.example', 'b.example'],
    }).values;
    const written = vi
      .mocked(all.onChange)
      .mock.calls.map(([change]) => (typeof change === 'function' ? change(elsewhere) : change));
    expect(written).toEqual([
      { places: ['DK', 'IN'] },
      { linkKindsOff: ['tag', 'playlist'] },
      { sitesOff: ['b.example'] },
    ]);
  });

  it('keeps a written rule only once it is complete, and names what is missing', () => {
    const all = props();
    mount(<Options {...all} />);
    click(get('button', 'Add a rule'));
    const field = (label: string) => {
      const { htmlFor } = get<HTMLLabelElement>('.field label', label);
      return document.getElementById(htmlFor) as HTMLInputElement;
    };
    const own = () => get('.own-rule').textContent;
    enter(field('Address'), 'http://intranet.example');
    // Nothing is called wrong while somebody is still at it.
    expect(own()).not.toMatch(/must not be empty|must start/);
    leave(field('Address'));
    leave(field('Name of the organisation'));
    expect(own()).toContain('must start with https://');
    expect(own()).toContain('This must not be empty.');
    enter(field('Name of the organisation'), 'My employer');
    expect(all.onChange).not.toHaveBeenCalled();
    enter(field('Address'), 'https://intranet.example');
    expect(all.onChange).toHaveBeenLastCalledWith({
      ownRule: {
        by: 'person',
        name: 'My employer',
        text: '',
        level: 'not-allowed',
        devices: ['work-issued'],
        url: 'https://intranet.example',
      },
    });
  });

  it('follows a rule that was changed elsewhere, but never takes back what is being typed', () => {
    const rule = (name: string) =>
      ({ by: 'person', name, text: '', level: 'not-allowed', devices: ['work-issued'] }) as const;
    const withRule = (name: string | null) => (
      <Options
        {...props({
          effective: settings({
            ownRule: name === null ? null : { ...rule(name), devices: ['work-issued'] },
          }),
        })}
      />
    );
    const draw = mount(withRule(null));
    click(get('button', 'Add a rule'));
    const name = () => document.querySelector<HTMLInputElement>('.own-rule input[type=text]');
    const type = (text: string) => {
      const field = name();
      if (field) enter(field, text);
    };
    type('A');
    type('AB');
    draw(withRule('A'));
    expect(name()?.value).toBe('AB');
    draw(withRule(null));
    expect(name()).toBeNull();
    draw(withRule('Other'));
    expect(name()?.value).toBe('Other');
    draw(withRule(null));
    expect(name()).toBeNull();
  });
});

describe('marks', () => {
  it('takes a pasted address as a site, and refuses what is none', () => {
    const all = props({ effective: settings({ sitesOff: ['a.example'] }) });
    mount(<Options {...all} />);
    const field = group('Sites without marks').querySelector('input');
    const form = group('Sites without marks').querySelector('form');
    if (!field || !form) throw new Error('no field');
    enter(field, 'two words');
    act(() => void form.dispatchEvent(new Event('submit', { cancelable: true })));
    expect(group('Sites without marks').textContent).toContain('A host looks like news.example');
    enter(field, 'https://News.Example/today?x=1');
    act(() => void form.dispatchEvent(new Event('submit', { cancelable: true })));
    expect(changes(all)).toEqual([{ sitesOff: ['a.example', 'news.example'] }]);
  });

  it('leaves corporate pages out at first', () => {
    const all = props();
    mount(<Options {...all} />);
    const kind = (label: string) => get('label', label).querySelector('input');
    expect(kind('Help, news or business page')?.checked).toBe(false);
    expect(kind('Playlist')?.checked).toBe(true);
    click(get('label', 'Playlist'));
    expect(changes(all)).toEqual([{ linkKindsOff: ['corporate', 'playlist'] }]);
  });
});

describe('a policy', () => {
  it('shows a locked setting as locked and says who locked it', () => {
    mount(
      <Options {...props({ effective: settings({}, policyOf({ device: 'work-issued' }, ['device'])) })} />,
    );
    const locked = group('The device you are using');
    expect(locked.disabled).toBe(true);
    const described = locked.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described.map((id) => document.getElementById(id)?.textContent).join(' ')).toContain(
      'City of Examples',
    );
    expect(whereField().disabled).toBe(false);
  });

  it('offers no place where places are locked, and lets none be removed', () => {
    const locked = policyOf({ places: ['GB'] }, ['places']);
    mount(<Options {...props({ effective: settings({}, locked) })} />);
    expect(get('#you').textContent).toContain('Locked by City of Examples');
    enter(whereField(), 'denm');
    expect([...document.querySelectorAll('[role=option] bdi')].map((each) => each.textContent)).toEqual([
      'Danish Broadcasting Corporation',
    ]);
    expect(get<HTMLButtonElement>('.picked button').disabled).toBe(true);
  });

  it('flags the mistakes of a policy at the top and in the menu', () => {
    const problems = [
      { kind: 'unknown' as const, where: 'palces', key: null, value: 1, meant: 'places' as const },
    ];
    const wrong = settings({}, { ...NO_POLICY, present: true, problems });
    mount(<Options {...props({ effective: wrong })} />);
    expect(get('.options-head .notice').textContent).toContain(
      'Parts of your organisation’s policy that are not in use: 1',
    );
    expect(get<HTMLAnchorElement>('.options-head .notice a').getAttribute('href')).toBe('#administrators');
    expect(get('.contents [role=img]').getAttribute('aria-label')).toContain(
      'Parts of your organisation’s policy that are not in use: 1',
    );
    expect(get('#administrators').textContent).toContain('palces: no key has this name. Write places.');
  });

  it('offers the way back to what was preset', () => {
    const all = props({ effective: settings({ markStyle: 'word' }, policyOf({ markStyle: 'icon' }, [])) });
    mount(<Options {...all} />);
    click(get('button', 'Back to the preset'));
    expect(all.onChange).toHaveBeenCalledWith({ markStyle: undefined });
  });

  it('names the origin of every value', () => {
    const policy = policyOf({ device: 'work-issued', paused: false }, ['device']);
    mount(<Options {...props({ effective: settings({ sitesOff: ['a.example'] }, policy) })} />);
    const row = (name: string) =>
      [...document.querySelectorAll('tbody tr')].find(
        (each) => each.querySelector('th')?.textContent === name,
      )?.textContent;
    expect(row('device')).toBe('device"work-issued"policy, locked');
    expect(row('paused')).toBe('pausedfalsepolicy, can be changed');
    expect(row('sitesOff')).toBe('sitesOff["a.example"]this person');
    expect(row('sync')).toBe('syncfalseinitial value');
  });
});

describe('what is stored', () => {
  it('tells of damage, with the value that could not be used', () => {
    const problems = [{ where: 'sitesOff[1]', reason: 'host' as const, value: { a: 1 } }];
    const damaged = resolveSettings({ changed: {}, problems, newer: false }, NO_POLICY);
    const all = props({ effective: damaged });
    mount(<Options {...all} />);
    expect(get('.notice').textContent).toContain('sitesOff[1]: A host looks like news.example');
    expect(get('.notice').textContent).toContain('{"a":1}');
    click(get('.notice button'));
    expect(all.onDismissDamage).toHaveBeenCalledOnce();
  });

  it('asks before everything is removed', () => {
    const all = props();
    mount(<Options {...all} />);
    click(get('button', 'Remove everything…'));
    expect(all.onReset).not.toHaveBeenCalled();
    click(get('button', 'Yes, remove everything'));
    expect(all.onReset).toHaveBeenCalledOnce();
  });

  it('names what is wrong with a file', async () => {
    const onImport = vi.fn(() => Promise.resolve(['places[0]: an ISO 3166 code.']));
    mount(<Options {...props({ onImport })} />);
    const input = get<HTMLInputElement>('input[type=file]');
    Object.defineProperty(input, 'files', { value: [new File(['{}'], 'a.json')] });
    await act(async () => void input.dispatchEvent(new Event('change', { bubbles: true })));
    expect(get('#data').textContent).toContain('Nothing was changed.');
    expect(get('#data').textContent).toContain('places[0]: an ISO 3166 code.');
  });

  it('says that a change is kept, or why it is not', () => {
    const draw = mount(<Options {...props({ saved: 'saved' })} />);
    expect(get('p.saved').textContent).toBe('Saved');
    draw(<Options {...props({ saved: { failed: 'quota exceeded' } })} />);
    expect(get('p.saved').textContent).toContain('quota exceeded');
  });
});

it('works while the register still loads', () => {
  const all = props({ directory: null, register: null });
  mount(<Options {...all} />);
  click(get('label', 'Pause all marks'));
  expect(all.onChange).toHaveBeenCalledWith({ paused: true });
});

it('axe finds nothing wrong, with a policy or without', async () => {
  const inForce = settings(
    { places: ['GB-SCT'], organisations: [{ id: 'dk-dr', relation: 'staff' }] },
    policyOf({ device: 'work-issued' }, ['device', 'sitesOff']),
  );
  mount(<Options {...props({ effective: inForce })} />);
  click(get('button', 'Add a rule'));
  expect(await axeFindings()).toEqual([]);
});
