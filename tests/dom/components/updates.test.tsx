import { describe, expect, it, vi } from 'vitest';
import { settingsForm } from '../../../components/options/settings-form.ts';
import { Updates, type UpdatesFacts } from '../../../components/options/updates.tsx';
import { NO_POLICY, type Policy } from '../../../lib/policy/policy.ts';
import { resolveSettings } from '../../../lib/settings/resolve-settings.ts';
import type { Settings } from '../../../lib/settings/schema.ts';
import { FAILURE_KINDS } from '../../../lib/updates/failure.ts';
import type { Look } from '../../../lib/updates/look.ts';
import { axeFindings, click, enter, get, mount } from '../../support/mount.tsx';

const SOURCE = { url: 'https://updates.example/register/updates/', root: 'ab'.repeat(32) };
const look = (extra: Partial<Look> = {}): Look => ({
  at: '2026-11-29T12:00:00Z',
  result: 'same',
  version: '2026.11.22.2',
  failure: null,
  lastGood: '2026-11-29T12:00:00Z',
  test: false,
  ...extra,
});

function show(changed: Partial<Settings>, facts: Partial<UpdatesFacts> = {}, policy: Policy = NO_POLICY) {
  const change = vi.fn();
  const actions = { onLook: vi.fn(), onShipped: vi.fn() };
  const form = settingsForm(resolveSettings({ changed, problems: [], newer: false }, policy), change);
  mount(
    <Updates
      form={form}
      facts={{ source: null, look: null, inUse: null, looking: false, ...facts }}
      {...actions}
    />,
  );
  return { change, ...actions };
}

const own = { updatesUrl: SOURCE.url, updatesRoot: SOURCE.root };
const text = () => document.body.textContent ?? '';
const button = (label: string) => get<HTMLButtonElement>('button', label);
const theSwitch = () => get<HTMLInputElement>('input[role=switch]');

describe('updates', () => {
  it('are off at first, and cannot be switched on without a folder', () => {
    show({});
    expect(theSwitch().checked).toBe(false);
    expect(theSwitch().disabled).toBe(true);
    expect(text()).toContain('Off: nothing leaves this device');
    expect(button('Look now').disabled).toBe(true);
  });

  it('are looked for as soon as they are switched on', () => {
    const { change, onLook } = show(own, { source: SOURCE });
    click(theSwitch());
    expect(change).toHaveBeenCalledWith({ updates: true });
    expect(onLook).toHaveBeenCalledOnce();
  });

  it('are not looked for when they are switched off', () => {
    const { change, onLook } = show({ ...own, updates: true }, { source: SOURCE });
    click(theSwitch());
    expect(change).toHaveBeenCalledWith({ updates: false });
    expect(onLook).not.toHaveBeenCalled();
  });

  it('take a folder once both of its parts are right, and name what is wrong', () => {
    const { change } = show({});
    const [url, root] = [...document.querySelectorAll<HTMLInputElement>('input[type=text]')];
    if (!url || !root) throw new Error('no fields');
    enter(url, 'http://updates.example/');
    expect(text()).toContain(
      'The address of a folder must start with https://, contain no ? or #, and have at most 2,000 characters.',
    );
    enter(root, 'xyz');
    expect(text()).toContain('A SHA-256 has 64 digits from 0 to 9 and a to f.');
    expect(button('Use this folder').disabled).toBe(true);
    enter(url, ` ${SOURCE.url}`);
    enter(root, SOURCE.root.toUpperCase());
    click(button('Use this folder'));
    expect(change).toHaveBeenCalledWith(own);
  });

  it('give a folder up as a whole', () => {
    const { change } = show({ ...own, updates: true }, { source: SOURCE });
    click(button('Remove this folder'));
    expect(change).toHaveBeenCalledWith({
      updates: undefined,
      updatesUrl: undefined,
      updatesRoot: undefined,
    });
  });

  it.each([
    ['new', 'A newer register was loaded and checked. It is in use.'],
    ['same', 'Nothing new.'],
    ['shipped-is-newer', 'Nothing new.'],
  ] as const)('say in words that the last look ended with %s', (result, words) => {
    show({ ...own, updates: true }, { source: SOURCE, look: look({ result }) });
    expect(text()).toContain(words);
    expect(text()).toContain('29 November 2026');
    expect(text()).toContain(SOURCE.url);
  });

  it.each(FAILURE_KINDS)('say in words that a look ended with %s', (kind) => {
    show(
      { ...own, updates: true },
      {
        source: SOURCE,
        look: look({ result: 'failed', failure: { kind, file: 'timestamp.json', detail: '7 of 9' } }),
      },
    );
    const outcome = [...document.querySelectorAll('dd')].find((dd) =>
      dd.textContent?.includes('The last good register stays in use.'),
    );
    expect(outcome?.textContent).toMatch(/^[A-Z].{20,}\. The last good register stays in use\./);
    expect(outcome?.textContent).toContain(`Details: ${kind}: timestamp.json: 7 of 9`);
    expect(text()).toContain('Last success');
  });

  it('go back to the shipped register', () => {
    const inUse = { from: 'update', test: false, added: null } as const;
    const { onShipped } = show({ ...own, updates: true }, { source: SOURCE, inUse });
    click(button('Back to the shipped register'));
    expect(onShipped).toHaveBeenCalledOnce();
  });

  it('say that a folder is a trial, and whose records were added', () => {
    show(own, { source: SOURCE, inUse: { from: 'update', test: true, added: 'City of Examples' } });
    expect(text()).toContain('signed by keys that were made for a trial');
    expect(text()).toContain('It includes records of City of Examples, labelled as theirs.');
  });

  it('that an administrator locked cannot be changed', () => {
    const policy: Policy = {
      ...NO_POLICY,
      present: true,
      organisation: 'City of Examples',
      values: { ...own, updates: true },
      locked: new Set(['updates', 'updatesUrl', 'updatesRoot']),
    };
    show({}, { source: SOURCE }, policy);
    expect([...document.querySelectorAll('fieldset')].every(({ disabled }) => disabled)).toBe(true);
    expect(button('Look now').disabled).toBe(false);
    expect(text()).toContain('Locked by City of Examples');
  });

  it('have no fault that axe finds', async () => {
    show(
      { ...own, updates: true },
      { source: SOURCE, look: look(), inUse: { from: 'update', test: true, added: null } },
    );
    expect(await axeFindings()).toEqual([]);
  });
});
