import type { OwnRule } from '../register/profile.ts';
import { checkValue, SETTING_NAMES, type SettingName, surplus } from '../settings/schema.ts';
import {
  isPolicyKey,
  isSettingKey,
  MOST_IN_A_LIST,
  PAIRS,
  POLICY_KEY_NAMES,
  POLICY_KEYS,
  type PolicyKeyName,
  RETIRED_KEYS,
} from './keys.ts';
import { NO_POLICY, type Policy } from './policy.ts';
import type { PolicyProblem } from './problem.ts';

type Accepted = Policy['accepted'];

/** What one key gave. */
interface Taken {
  readonly value?: unknown;
  readonly problems: readonly PolicyProblem[];
}

/** The keys that describe the organisation's rule. */
const RULE_KEYS = [
  'organisationRule',
  'organisationRuleUrl',
  'organisationRuleLevel',
  'organisationRuleDevices',
  'organisationRuleExceptions',
] as const satisfies readonly PolicyKeyName[];

/** One of these makes a rule; the others only say more about it. */
const MAKES_RULE: ReadonlySet<PolicyKeyName> = new Set([
  'organisationRule',
  'organisationRuleUrl',
  'organisationRuleLevel',
]);

/**
 * Reads a policy as the browser hands it over, key by key: what is wrong is left out and named, the rest takes
 * effect. Pure, and never throws, whatever comes in. Nothing set gives `NO_POLICY`.
 */
export function readPolicy(raw: unknown): Policy {
  if (raw === undefined || raw === null) return NO_POLICY;
  if (typeof raw !== 'object' || Array.isArray(raw))
    return {
      ...NO_POLICY,
      present: true,
      problems: [{ kind: 'not-a-policy', where: '', key: null, value: raw }],
    };
  const entries = Object.entries(raw);
  if (entries.length === 0) return NO_POLICY;

  const accepted: Record<string, unknown> = {};
  let problems: readonly PolicyProblem[] = [];
  for (const [key, value] of entries) {
    const taken = isPolicyKey(key) ? takeKey(key, value) : unknownKey(key, value);
    problems = problems.concat(taken.problems);
    if (taken.value !== undefined) accepted[key] = taken.value;
  }
  problems = problems.concat(dropHalfPairs(accepted));
  // A folder that is named is meant to be asked, unless the policy says otherwise.
  const updates = accepted.updates ?? (accepted.updatesUrl === undefined ? undefined : true);
  const rule = ownRuleOf(accepted);
  const locks = locksOf(accepted, rule.value !== undefined);
  return {
    values: {
      ...Object.fromEntries(
        Object.entries(accepted).filter(([key]) => isPolicyKey(key) && isSettingKey(key)),
      ),
      ...(typeof updates === 'boolean' && { updates }),
      ...(rule.value !== undefined && { ownRule: rule.value }),
    },
    locked: locks.names,
    problems: [...problems, ...rule.problems, ...locks.problems],
    present: true,
    organisation: typeof accepted.organisationName === 'string' ? accepted.organisationName : null,
    firstRun: typeof accepted.firstRun === 'boolean' ? accepted.firstRun : null,
    accepted,
    source: null,
  };
}

function takeKey(key: PolicyKeyName, given: unknown): Taken {
  const { type, schema } = POLICY_KEYS[key];
  const { value, left } = cut(key, plain(type, key, given));
  const checked = checkValue<typeof schema>(schema, key, value);
  const problems = checked.problems.map(
    ({ where, value }): PolicyProblem => ({
      kind: where === key ? 'wrong' : 'wrong-entry',
      where,
      key,
      value,
    }),
  );
  if (left > 0) problems.push({ kind: 'too-many', where: key, key, value: left });
  return { ...('value' in checked && { value: checked.value }), problems };
}

/**
 * The Windows registry has no truth values, so 0 and 1 stand for them where an engine passes them on; and where one
 * writes "all" for the list of locks, the intention is plain.
 */
function plain(type: string, key: PolicyKeyName, value: unknown): unknown {
  if (type === 'boolean' && (value === 0 || value === 1)) return value === 1;
  return key === 'locked' && value === 'all' ? ['all'] : value;
}

function cut(key: PolicyKeyName, value: unknown): { value: unknown; left: number } {
  if (!Array.isArray(value)) return { value, left: 0 };
  const left = surplus(key, value) || Math.max(0, value.length - MOST_IN_A_LIST);
  return { value: value.slice(0, value.length - left), left };
}

const bare = (key: string): string => key.toLowerCase().replace(/[^a-z]/g, '');

function unknownKey(key: string, value: unknown): Taken {
  const successor = Object.hasOwn(RETIRED_KEYS, key) ? RETIRED_KEYS[key] : undefined;
  if (successor) return { problems: [{ kind: 'retired', where: key, key: null, value, meant: successor }] };
  const meant = POLICY_KEY_NAMES.find((known) => bare(known) === bare(key));
  return { problems: [{ kind: 'unknown', where: key, key: null, value, ...(meant && { meant }) }] };
}

/**
 * Takes out what lacks its other half: the folder of one source must never be asked by the root of another. An
 * organisation's records need its name too, for they are labelled by it.
 */
function dropHalfPairs(accepted: Record<string, unknown>): PolicyProblem[] {
  const needs: readonly (readonly [PolicyKeyName, PolicyKeyName])[] = [
    ...PAIRS,
    ...PAIRS.map(([a, b]) => [b, a] as const),
    ['recordsUrl', 'organisationName'],
    ['recordsRoot', 'organisationName'],
  ];
  const lonely = needs.filter(([key, other]) => accepted[key] !== undefined && accepted[other] === undefined);
  const problems = lonely.map(
    ([key, meant]): PolicyProblem => ({ kind: 'needs-other', where: key, key, value: accepted[key], meant }),
  );
  for (const [key] of lonely) delete accepted[key];
  return problems;
}

/** The organisation's own rule from the flat keys; none without a name and one of `MAKES_RULE`. */
function ownRuleOf(accepted: Accepted): { value?: OwnRule; problems: PolicyProblem[] } {
  const given = RULE_KEYS.filter((key) => accepted[key] !== undefined);
  const without = (kind: 'needs-name' | 'needs-rule', keys: readonly PolicyKeyName[]) => ({
    problems: keys.map((key): PolicyProblem => ({ kind, where: key, key, value: accepted[key] })),
  });
  if (given.length === 0) return { problems: [] };
  if (!given.some((key) => MAKES_RULE.has(key))) return without('needs-rule', given);
  if (accepted.organisationName === undefined) return without('needs-name', given);
  // Each part has passed its own check; what a rule does not say is not made up: it informs, for every device.
  const part = <K extends keyof OwnRule>(to: K, from: PolicyKeyName): Partial<OwnRule> =>
    accepted[from] === undefined || accepted[from] === '' ? {} : { [to]: accepted[from] };
  return {
    value: {
      by: 'employer',
      name: '',
      text: '',
      level: 'information',
      devices: [],
      ...part('name', 'organisationName'),
      ...part('text', 'organisationRule'),
      ...part('level', 'organisationRuleLevel'),
      ...part('devices', 'organisationRuleDevices'),
      ...part('exceptions', 'organisationRuleExceptions'),
      ...part('url', 'organisationRuleUrl'),
      ...part('contact', 'organisationContact'),
    },
    problems: [],
  };
}

/**
 * The locked settings. The organisation's own rule is always locked; a lock on `organisationRule` without one keeps
 * the person from adding theirs. The other keys that are no setting need no lock.
 */
function locksOf(accepted: Accepted, rule: boolean): { names: Set<SettingName>; problems: PolicyProblem[] } {
  const listed = (accepted.locked ?? []) as readonly string[];
  const all = listed.includes('all');
  const names = new Set(SETTING_NAMES.filter((name) => all || (name !== 'ownRule' && listed.includes(name))));
  if (rule || listed.includes('organisationRule')) names.add('ownRule');
  // Half a source that is locked would be no lock.
  if (names.has('updatesUrl') || names.has('updatesRoot')) names.add('updatesUrl').add('updatesRoot');
  const problems = listed
    .map((name, index) => ({ name, index }))
    .filter(({ name }) => name !== 'all' && !isPolicyKey(name))
    .map(
      ({ name, index }): PolicyProblem => ({
        kind: 'unknown-lock',
        where: `locked[${index}]`,
        key: 'locked',
        value: name,
      }),
    );
  return { names, problems };
}
