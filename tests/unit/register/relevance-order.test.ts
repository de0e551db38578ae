import { expect, it } from 'vitest';
import type { Profile } from '../../../lib/register/profile.ts';
import { orderForProfile } from '../../../lib/register/relevance.ts';
import type { IssuerKind } from '../../../lib/register/schema.ts';
import { event, restriction } from '../../support/example-record.ts';

const NOBODY: Profile = { places: [], organisations: [], device: null, ownRule: null };
const rule = (id: string, kind: IssuerKind, over = false) =>
  restriction({
    id,
    issuer: { organisation: id, kind, jurisdiction: 'IN' },
    ...(over && { events: [event('2023-03-16', 'effective'), event('2024-01-01', 'lifted')] }),
  });

it('what is over comes after all that is in force, however high its issuer', () => {
  const restrictions = [
    rule('a-state-over', 'national-government', true),
    rule('b-company', 'company'),
    rule('c-other', 'other'),
    rule('d-company-over', 'company', true),
  ];
  const register = { restrictions, moved: { records: [], organisations: [] } };
  const order = orderForProfile(register, NOBODY, '2026-11-22').map(({ record }) => record.id);
  expect(order).toEqual(['b-company', 'c-other', 'a-state-over', 'd-company-over']);
});
