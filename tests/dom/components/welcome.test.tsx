import { expect, it, vi } from 'vitest';
import { directoryOf } from '../../../components/options/profile-lookup.ts';
import { Welcome, type WelcomeProps } from '../../../components/welcome/welcome.tsx';
import { NO_POLICY } from '../../../lib/policy/policy.ts';
import { verdict } from '../../../lib/register/verdict.ts';
import { verdictBlock } from '../../../lib/register/verdict-block.ts';
import { profileOf } from '../../../lib/settings/profile-of.ts';
import { resolveSettings } from '../../../lib/settings/resolve-settings.ts';
import type { Settings } from '../../../lib/settings/schema.ts';
import { axeFindings, click, enter, get, language, mount, press } from '../../support/mount.tsx';
import { register } from '../../support/register-fixture.ts';

const props = (changed: Partial<Settings> = {}, extra: Partial<WelcomeProps> = {}): WelcomeProps => {
  const settings = resolveSettings({ changed, problems: [], newer: false }, NO_POLICY);
  const profile = profileOf(settings.values);
  const found = verdict(profile, register, '2026-11-22');
  return {
    effective: settings,
    onChange: vi.fn(),
    saved: 'nothing',
    directory: directoryOf(register, language),
    verdict: verdictBlock(found, profile, register, language),
    browser: 'chromium',
    onOptions: vi.fn(),
    onClose: vi.fn(),
    ...extra,
  };
};

const heading = () => get('.welcome-step > h2').textContent;

it('asks where one belongs and for the device, and ends with where to find things', () => {
  const all = props();
  mount(<Welcome {...all} />);
  expect(heading()).toBe('Where you belong');
  enter(get<HTMLInputElement>('[role=combobox]'), 'scot');
  press(get('[role=combobox]'), 'Enter');
  enter(get<HTMLInputElement>('[role=combobox]'), 'uk ministry');
  press(get('[role=combobox]'), 'Enter');
  click(get('button', 'Next'));
  expect(heading()).toBe('Your device');
  click(get('label', 'A work device'));
  click(get('button', 'Next'));
  expect(heading()).toBe('Where to find things');
  expect(get('.welcome-step .bullets').textContent).toContain('press the pin');
  const { values } = all.effective;
  const kept = vi
    .mocked(all.onChange)
    .mock.calls.map(([change]) => (typeof change === 'function' ? change(values) : change));
  expect(kept).toEqual([
    { places: ['GB-SCT'] },
    { organisations: [{ id: 'gb-government', relation: 'staff' }] },
    { device: 'work-issued' },
  ]);
  click(get('button', 'Settings'));
  click(get('button', 'Close'));
  expect([all.onOptions, all.onClose].map((action) => vi.mocked(action).mock.calls.length)).toEqual([1, 1]);
});

it('lets whoever does not find their employer write its rule or go on', () => {
  mount(<Welcome {...props()} />);
  enter(get<HTMLInputElement>('[role=combobox]'), 'my little shop');
  expect(get('.combobox [role=status]').textContent).toContain('Try the country');
  click(get('summary', 'My employer is not listed'));
  expect(get('.not-listed').textContent).toContain('add it here');
  click(get('button', 'Add a rule'));
  expect(get('.own-rule').textContent).toContain('Name of the organisation');
});

it('lets every question be skipped and gone back to; the focus goes along', () => {
  mount(<Welcome {...props()} />);
  expect(document.activeElement).toBe(document.body);
  click(get('button', 'Skip the questions'));
  expect(heading()).toBe('Where to find things');
  expect(document.activeElement).toBe(get('.welcome-step > h2'));
  click(get('button', 'Back'));
  expect(heading()).toBe('Your device');
  click(get('.steps button', 'Where you belong'));
  expect(heading()).toBe('Where you belong');
  expect(get('.steps [aria-current]').textContent).toBe('Where you belong');
});

it('has moved the focus to the next step before another key can come', async () => {
  mount(<Welcome {...props()} />);
  get('button', 'Next').click();
  await Promise.resolve();
  expect(document.activeElement).toBe(get('.welcome-step > h2', 'Your device'));
});

it('shows answer and mark as they come out of the choices, and neither before', () => {
  const draw = mount(<Welcome {...props()} />);
  expect(document.querySelector('.verdict, .sample-mark')).toBeNull();
  draw(<Welcome {...props({ organisations: [{ id: 'gb-government', relation: 'staff' }] })} />);
  expect(get('.sample-mark').className).toContain('level-not-allowed');
  expect(get('.live-answer').textContent).toContain('TikTok is not allowed on work devices');
  draw(
    <Welcome
      {...props({ organisations: [{ id: 'gb-government', relation: 'staff' }], markStyle: 'icon' })}
    />,
  );
  expect(get('.sample-mark').className).toContain('sample-icon');
});

it('works before the register is there', () => {
  mount(<Welcome {...props({}, { directory: null, verdict: null })} />);
  click(get('button', 'Next'));
  expect(heading()).toBe('Your device');
});

it('says where a change could not be kept', () => {
  mount(<Welcome {...props({}, { saved: 'newer' })} />);
  expect(get('p.saved').textContent).toContain('Update the extension first');
});

it('axe finds nothing wrong, at any step', async () => {
  const all = props({ places: ['GB-SCT'], organisations: [{ id: 'dk-dr', relation: 'staff' }] });
  mount(<Welcome {...all} />);
  for (const step of ['Where you belong', 'Your device', 'Where to find things']) {
    click(get('.steps button', step));
    expect(await axeFindings()).toEqual([]);
  }
});
