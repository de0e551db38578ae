import type { VerdictLevel } from '../../lib/register/verdict-level.ts';

/** Somebody for each verdict, as their choices are stored. */
export const PEOPLE: Readonly<Record<VerdictLevel, Readonly<Record<`setting:${string}`, unknown>>>> = {
  'not-allowed': {
    'setting:places': ['GB'],
    'setting:organisations': [{ id: 'gb-government', relation: 'staff' }],
    'setting:device': 'work-issued',
  },
  'blocked-here': {
    'setting:places': ['IN'],
    'setting:organisations': [],
    'setting:device': 'personal',
  },
  'advised-against': {
    'setting:places': ['DK'],
    'setting:organisations': [{ id: 'dk-dr', relation: 'staff' }],
    'setting:device': 'work-issued',
  },
  'no-rule-found': { 'setting:places': ['BR'], 'setting:organisations': [], 'setting:device': 'personal' },
  'no-profile': { 'setting:places': [], 'setting:organisations': [], 'setting:device': 'personal' },
};
