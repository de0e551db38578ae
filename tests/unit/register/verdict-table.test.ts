import { describe, expect, it } from 'vitest';
import { DEVICES, type Device } from '../../../lib/register/profile.ts';
import {
  type Clause,
  DEVICE_SCOPES,
  type DeviceScope,
  LEGAL_FORCES,
  RELATIONS,
  RESTRICTION_MEASURES,
  type Relation,
  type Restriction,
  STATUSES,
} from '../../../lib/register/schema.ts';
import { verdict } from '../../../lib/register/verdict.ts';
import type { VerdictLevel } from '../../../lib/register/verdict-level.ts';
import { NOTHING_MOVED, restriction, WITH_STATUS } from '../../support/example-record.ts';

/*
 * The decision table: one rule of one organisation, one person of that organisation. Each column is written out by
 * itself; the test crosses them all.
 */

const DAY = '2026-11-22';
type Measure = Clause['measure'];
type Force = Clause['legalForce'];

/** Which of a person's devices a rule covers, by the rule's scope. */
const COVERED: Readonly<Record<DeviceScope, readonly Device[]>> = {
  'work-issued': ['work-issued'],
  'personal-with-work-access': ['personal-with-work-access'],
  personal: ['personal-with-work-access', 'personal'],
  network: [],
  all: ['work-issued', 'personal-with-work-access', 'personal'],
};

/** What a measure in force carries for somebody it covers; `guidance` where its legal force is that. */
const CARRIES: Readonly<Record<Measure, { readonly else: VerdictLevel; readonly guidance: VerdictLevel }>> = {
  'device-ban': { else: 'not-allowed', guidance: 'advised-against' },
  'network-block': { else: 'no-rule-found', guidance: 'no-rule-found' },
  'advice-against': { else: 'advised-against', guidance: 'advised-against' },
  warning: { else: 'advised-against', guidance: 'advised-against' },
  'nationwide-ban': { else: 'blocked-here', guidance: 'blocked-here' },
  'nationwide-suspension': { else: 'blocked-here', guidance: 'blocked-here' },
};

/** Measures that hold for a territory, whatever the device and whoever the person is. */
const TERRITORIAL = ['nationwide-ban', 'nationwide-suspension'];

interface Case {
  readonly measure: Measure;
  readonly scope: DeviceScope;
  readonly device: Device;
  readonly status: Restriction['status'];
  readonly covers: Relation;
  readonly relation: Relation;
  readonly force: Force;
}

function expected({ measure, scope, device, status, covers, relation, force }: Case): VerdictLevel {
  if (status !== 'in-force') return 'no-rule-found';
  const carried = CARRIES[measure][force === 'guidance' ? 'guidance' : 'else'];
  if (TERRITORIAL.includes(measure)) return carried;
  const reached = covers === relation || covers === 'public';
  return reached && COVERED[scope].includes(device) ? carried : 'no-rule-found';
}

const cases = RESTRICTION_MEASURES.flatMap((measure) =>
  DEVICE_SCOPES.flatMap((scope) =>
    DEVICES.flatMap((device) =>
      STATUSES.flatMap((status) =>
        RELATIONS.flatMap((covers) =>
          RELATIONS.flatMap((relation) =>
            LEGAL_FORCES.map((force): Case => ({ measure, scope, device, status, covers, relation, force })),
          ),
        ),
      ),
    ),
  ),
);

const decide = ({ measure, scope, device, status, covers, relation, force }: Case) =>
  verdict(
    { places: ['GB'], organisations: [{ id: 'xx-ministry', relation }], device, ownRule: null },
    {
      restrictions: [
        restriction({
          measure,
          devices: [scope],
          covers: [covers],
          legalForce: force,
          ...WITH_STATUS[status],
        }),
      ],
      moved: NOTHING_MOVED,
    },
    DAY,
  );

describe('the decision table', () => {
  it(`holds in all ${cases.length} combinations`, () => {
    const wrong = cases
      .map((one) => ({ ...one, expected: expected(one), found: decide(one).level }))
      .filter((one) => one.expected !== one.found);
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(cases.length).toBe(6 * 5 * 3 * 10 * 5 * 5 * 8);
  });

  it('names the record wherever a level is carried, and says where its legal force is not known', () => {
    for (const one of cases) {
      const { level, carriers } = decide(one);
      if (level === 'no-rule-found') expect(carriers).toEqual([]);
      else
        expect(carriers).toMatchObject([
          { by: 'record', level, forceUnknown: one.force === 'unknown' && level !== 'advised-against' },
        ]);
    }
  });

  it('names a record of unknown status beside the verdict wherever it would have carried one', () => {
    for (const one of cases.filter(({ status }) => status === 'unknown')) {
      const { level, beside } = decide(one);
      const inForce = decide({ ...one, status: 'in-force' });
      expect(level).toBe('no-rule-found');
      if (inForce.carriers.length > 0) expect(beside).toMatchObject([{ reason: 'unclear' }]);
    }
  });
});
