import { describe, expect, it } from 'vitest';
import { textOfVerdict } from '../../../components/popup/verdict-text.ts';
import type { OwnRule } from '../../../lib/register/profile.ts';
import { verdict } from '../../../lib/register/verdict.ts';
import { language } from '../../support/mount.tsx';
import { register } from '../../support/register-fixture.ts';

const rule = (parts: Partial<OwnRule>): OwnRule => ({
  by: 'employer',
  name: 'City of Examples',
  text: 'Ask before you install it.',
  level: 'information',
  devices: [],
  url: 'https://intranet.example/rule',
  ...parts,
});

const rulesWith = (ownRule: OwnRule) =>
  textOfVerdict(
    verdict({ places: [], organisations: [], device: 'work-issued', ownRule }, register, '2026-11-23'),
    register,
    language,
  ).rules;

describe('an own rule in the popup', () => {
  it.each<[string, Partial<OwnRule>]>([
    ['decides', { level: 'not-allowed' }],
    ['only informs', {}],
    ['is for other devices', { level: 'not-allowed', devices: ['personal'] }],
  ])('stands first, once, with its text and address where it %s', (_when, parts) => {
    const rules = rulesWith(rule(parts));
    expect(rules.filter(({ id }) => id === null)).toHaveLength(1);
    expect(rules[0]).toMatchObject({
      id: null,
      line: 'Ask before you install it.',
      url: 'https://intranet.example/rule',
    });
  });
});
