import { describe, expect, it, vi } from 'vitest';
import { Administrators } from '../../../components/options/administrators.tsx';
import type { PolicyTools } from '../../../components/options/policy-writer.tsx';
import type { PolicySource } from '../../../lib/policy/policy.ts';
import { readPolicy } from '../../../lib/policy/read-policy.ts';
import { resolveSettings } from '../../../lib/settings/resolve-settings.ts';
import type { Settings } from '../../../lib/settings/schema.ts';
import { axeFindings, click, get, mount } from '../../support/mount.tsx';

const IDS = { chromium: 'chromium-id', gecko: 'gecko-id' };

const tools = (): PolicyTools => ({
  extension: { id: 'this-extension', version: '1.2.3' },
  ids: IDS,
  onCopy: vi.fn(() => Promise.resolve()),
  onSave: vi.fn(),
});

const source = (raw: unknown, parts: Partial<PolicySource> = {}): PolicySource => ({
  raw,
  readAt: '2026-11-23T09:00:00.000Z',
  since: '2026-11-20T08:00:00.000Z',
  atStartOnly: false,
  unreadable: null,
  ...parts,
});

const under = (raw: unknown, changed: Partial<Settings> = {}, parts?: Partial<PolicySource>) =>
  resolveSettings(
    { changed, problems: [], newer: false },
    { ...readPolicy(raw), source: source(raw ?? null, parts) },
  );

const show = (raw: unknown, changed?: Partial<Settings>, parts?: Partial<PolicySource>) => {
  const using = tools();
  mount(<Administrators effective={under(raw, changed, parts)} tools={using} />);
  return using;
};
const text = () => get('#administrators').textContent ?? '';

describe('for administrators', () => {
  it('says whose policy it is, and since when it is as it is', () => {
    show({ organisationName: 'City of Examples' });
    expect(text()).toContain('A policy set by City of Examples presets or locks settings');
    expect(text()).toContain('20 November 2026');
    expect(text()).toContain('takes effect without a restart');
  });

  it('says that there is none', () => {
    show(null);
    expect(text()).toContain('This extension received no policy from the browser.');
  });

  it('says that Firefox read it at its start, and where to compare', () => {
    show({ paused: true }, {}, { atStartOnly: true });
    expect(text()).toContain('Firefox reads policies only when it starts, last on ');
    expect(text()).toContain('about:policies');
    expect(text()).not.toContain('chrome://policy');
  });

  it('says that the last known one is in force where it cannot be read', () => {
    show({ paused: true }, {}, { unreadable: 'storage went away' });
    expect(get('.notice').textContent).toContain('The browser says: storage went away');
  });

  it.each([
    [{ device: 'laptop' }, 'device is not in use. The value is one of these words: work-issued,'],
    [{ device: 'laptop' }, 'Example: "work-issued"'],
    [{ places: ['Atlantis'] }, 'places[0] is not in use. A place is an ISO 3166 code in capitals'],
    [{ sitesoff: [] }, 'sitesoff: no key has this name. Write sitesOff.'],
    [{ hats: 1 }, 'hats: no key has this name.'],
    [{ organisationRule: 'No.' }, 'organisationRule takes effect only together with organisationName.'],
    [
      { organisationName: 'City', organisationRuleExceptions: 'None.' },
      'organisationRuleExceptions takes effect only together with organisationRule, organisationRuleUrl or organisationRuleLevel.',
    ],
    [{ organisationName: 'x'.repeat(501) }, 'The value is text of 1 to 500 characters.'],
    [{ locked: ['hats'] }, 'locked[0]: no key has this name.'],
    [[], 'The policy is not a table of keys.'],
  ])('names what of %j was left out, why, and what to write', (raw, told) => {
    show(raw);
    expect(get('.notice').textContent).toContain(told);
  });

  it('tells every value in force and who set it', () => {
    show({ markStyle: 'icon', sitesOff: ['a.example'], locked: ['sitesOff'] }, { toolbarCount: false });
    const rows = [...get('tbody').querySelectorAll('tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows).toContainEqual(['markStyle', '"icon"', 'policy, can be changed']);
    expect(rows).toContainEqual(['sitesOff', '["a.example"]', 'policy, locked']);
    expect(rows).toContainEqual(['toolbarCount', 'false', 'this person']);
    expect(rows).toContainEqual(['paused', 'false', 'initial value']);
  });

  it('shows accepted keys that are no settings with what they do', () => {
    show({ updatesIntervalHours: 24 });
    expect(text()).toContain('updatesIntervalHours');
    expect(text()).toContain('Hours between two looks for an update.');
  });

  it('says which key took the place of one that is no more', () => {
    show({ updatesKey: 'x' });
    expect(text()).toContain('updatesKey: this key no longer exists. Set updatesRoot instead');
  });

  it('shows markup in a policy as text', () => {
    show({ organisationName: '<img src=x>', hats: '<script>1</script>' });
    expect(text()).toContain('set by <img src=x> presets');
    expect(document.querySelector('img, script')).toBeNull();
  });

  it('cuts what is very long on the page, not in the copy', () => {
    const using = show({ hats: 'x'.repeat(100_000) });
    expect(text().length).toBeLessThan(40_000);
    click(get('button', 'Copy everything'));
    const copied = vi.mocked(using.onCopy).mock.calls[0]?.[0] ?? '';
    expect(JSON.parse(copied).policy.received.hats).toHaveLength(100_000);
  });

  it('copies values, origins, what was left out and the policy as received', () => {
    const raw = { markStyle: 'icon', device: 'laptop', locked: ['markStyle'] };
    const using = show(raw);
    click(get('button', 'Copy everything'));
    expect(JSON.parse(vi.mocked(using.onCopy).mock.calls[0]?.[0] ?? '')).toMatchObject({
      extension: { id: 'this-extension', version: '1.2.3' },
      settings: {
        markStyle: { value: 'icon', origin: 'locked' },
        device: { value: null, origin: 'default' },
      },
      policy: { received: raw, locked: ['markStyle'], leftOut: [{ kind: 'wrong', where: 'device' }] },
    });
  });

  it('saves a policy file of the settings in force, locked if wanted', () => {
    const using = show({}, { places: ['GB'] });
    const save = (name: string) => {
      const button = [...document.querySelectorAll('button')].find((each) => each.textContent === name);
      if (button) click(button);
      return vi.mocked(using.onSave).mock.lastCall?.[0];
    };
    const policyIn = (contents: unknown) =>
      JSON.parse(String(contents))['3rdparty'].extensions['chromium-id'];
    expect(policyIn(save('Chromium, Linux (JSON)')?.contents)).toEqual({ places: ['GB'] });
    click(get('input[type=checkbox]'));
    expect(policyIn(save('Chromium, Linux (JSON)')?.contents)).toEqual({ places: ['GB'], locked: ['all'] });
    expect(save('Firefox (policies.json)')?.name).toBe('policies.json');
    expect(save('Chrome and Edge, Windows (registry)')?.name).toBe('policy-context.reg');
    expect(save('Chrome, macOS (plist)')?.name).toBe('com.google.Chrome.extensions.chromium-id.plist');
  });

  it('has nothing for axe to find', async () => {
    show({ organisationName: 'City', device: 'laptop', firstRun: true }, {}, { unreadable: 'gone' });
    for (const details of document.querySelectorAll('details')) details.open = true;
    expect(await axeFindings()).toEqual([]);
  });
});
