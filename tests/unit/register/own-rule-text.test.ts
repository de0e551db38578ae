import { describe, expect, it } from 'vitest';
import type { OwnRule } from '../../../lib/register/profile.ts';
import { verdict } from '../../../lib/register/verdict.ts';
import { verdictBlock } from '../../../lib/register/verdict-block.ts';
import { english } from '../../support/english.ts';
import { register } from '../../support/register-fixture.ts';

const RULE: OwnRule = {
  by: 'employer',
  name: 'City of Examples',
  text: 'Ask before you install it.',
  level: 'information',
  devices: [],
  exceptions: 'The press office.',
  url: 'https://intranet.example/rule',
  contact: 'it@city.example',
};

describe('an own rule in the verdict block', () => {
  it.each<[string, Partial<OwnRule>]>([
    ['decides', { level: 'not-allowed' }],
    ['only informs', {}],
    ['is for other devices', { level: 'not-allowed', devices: ['personal'] }],
  ])('stands once, with text, exceptions, link and contact, where it %s', (_when, parts) => {
    const ownRule = { ...RULE, ...parts };
    const profile = { places: [], organisations: [], device: 'work-issued' as const, ownRule };
    const block = verdictBlock(verdict(profile, register, '2026-11-23'), profile, register, english);
    expect(block.ownRule).toEqual({
      name: 'City of Examples (rule set by your organisation)',
      text: 'Ask before you install it.',
      exceptions: 'The press office.',
      url: 'https://intranet.example/rule',
      contact: 'it@city.example',
    });
    const words = JSON.stringify(block);
    for (const part of ['Ask before', 'The press office', 'intranet.example', 'it@city'])
      expect(words.split(part), part).toHaveLength(2);
  });
});
