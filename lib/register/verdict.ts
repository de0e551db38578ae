import { bindsDevices, isTerritorial } from './clauses.ts';
import { ageInMonths, firstDay } from './dates.ts';
import { profileToday } from './moved.ts';
import { organisationIndex } from './organisations.ts';
import { DEVICES, type Device, type OwnRule, type Profile } from './profile.ts';
import { coveringScope, matcherOf, type OrganisationMatch, type ProfileMatcher } from './profile-match.ts';
import type { Clause, DeviceScope, Exceptions, Register, Restriction } from './schema.ts';
import { isInForce, type RecordStatus, type StatusOnDay, statusOn } from './status.ts';
import { VERDICT_LEVELS, type VerdictLevel } from './verdict-level.ts';

/** A level that a rule can carry. */
export type CarriedLevel = Exclude<VerdictLevel, 'no-rule-found' | 'no-profile'>;

/** What a clause would say to the person were it in force. */
interface Claim {
  readonly level: CarriedLevel;
  /** The scope of the clause that covers the device; null for a territory. */
  readonly scope: DeviceScope | null;
}

/** Where a clause meets the profile; `place` is the person's place inside its jurisdiction. */
interface Reach {
  readonly organisation: OrganisationMatch | null;
  readonly place: string | null;
}

/** A record of the register that carries a level by one of its clauses, and why. */
export interface RecordCarrier extends Claim, Reach {
  readonly by: 'record';
  readonly record: Restriction;
  readonly clause: Clause;
  /** Of the clause. */
  readonly status: StatusOnDay;
  /** Of the record with all its clauses. */
  readonly recordStatus: RecordStatus;
  /** It counts as binding though no source tells its legal force. */
  readonly forceUnknown: boolean;
}

/** The person's or employer's own rule. */
export interface OwnRuleCarrier {
  readonly by: 'own-rule';
  readonly rule: OwnRule;
  readonly level: CarriedLevel;
  readonly scope: DeviceScope;
}

export type Carrier = OwnRuleCarrier | RecordCarrier;

/**
 * Why a clause that reaches the person carries nothing. `unclear`: nobody knows whether it is in force. `eased`,
 * `suspended`, `announced`: its status. `network`: it blocks the network of an organisation of theirs, for whoever is
 * on it. `other-device`, `other-relation`, `other-place`: in force for an organisation of theirs, but for other devices
 * or people, or for a territory that they did not pick; said only of records that are not named otherwise.
 */
export const BESIDE_REASONS = [
  'unclear',
  'announced',
  'eased',
  'suspended',
  'network',
  'other-device',
  'other-relation',
  'other-place',
] as const;
export type BesideReason = (typeof BESIDE_REASONS)[number];

export interface Beside extends Reach {
  readonly record: Restriction;
  /** Of the clause. */
  readonly status: StatusOnDay;
  readonly reason: BesideReason;
}

/** The age of what a verdict rests on; null where no source gives a day. `months` are whole ones on the verdict's day. */
export interface KnowledgeAge {
  readonly date: string | null;
  readonly months: number | null;
}

/** What a profile's verdict is on a day, with all that a view needs to explain it. */
export interface Verdict {
  readonly day: string;
  readonly level: VerdictLevel;
  readonly device: Device;
  /** No device is picked; a work-issued one is taken. */
  readonly deviceAssumed: boolean;
  /** What carries the level, the one to name first at the front; empty for the last two levels. */
  readonly carriers: readonly Carrier[];
  /** Rules in force that carry a weaker level, strongest first. */
  readonly weaker: readonly Carrier[];
  /** What reaches the person and carries nothing: a record once for each reason. */
  readonly beside: readonly Beside[];
  /** The own rule whether or not it carries the level; it is always shown first. */
  readonly ownRule: OwnRule | null;
  /** The oldest and the newest knowledge among the carriers that are records; null without one. */
  readonly oldestKnowledge: KnowledgeAge | null;
  readonly newestKnowledge: KnowledgeAge | null;
  /** What the carriers leave out, by their own words, and what comes on top of them. */
  readonly notCovered: {
    readonly exceptions: readonly { readonly record: Restriction; readonly exceptions: Exceptions }[];
    /** Kinds of device that no carrier covers. */
    readonly devices: readonly Device[];
  };
  /** Picked organisations that the register does not know (any more). */
  readonly unknownOrganisations: readonly string[];
}

/** What a verdict needs of the register. */
export type VerdictRegister = Pick<Register, 'restrictions' | 'moved'>;

/**
 * The verdict for a profile on `day` (`YYYY-MM-DD`): the strongest level that applies, and the records that carry it.
 * Does not depend on the order of records; a further record never makes it weaker.
 */
export function verdict(profile: Profile, register: VerdictRegister, day: string): Verdict {
  const device = profile.device ?? 'work-issued';
  const organisations = organisationIndex(register.restrictions);
  const today = profileToday(profile, register.moved);
  const matcher = matcherOf(today, organisations);
  const found: Carrier[] = ownRuleCarrier(profile.ownRule, device);
  const beside: Beside[] = [];

  for (const record of register.restrictions) {
    const reached = reachedClauses(record, matcher);
    if (reached.length === 0) continue;
    const recordStatus = statusOn(record, day);
    const carrier = carrierOf(record, reached, recordStatus, device);
    if (carrier) found.push(carrier);
    beside.push(...besideOf(record, reached, recordStatus, device, carrier !== null));
  }

  found.sort(compareCarriers);
  beside.sort(
    (a, b) =>
      BESIDE_REASONS.indexOf(a.reason) - BESIDE_REASONS.indexOf(b.reason) ||
      compareText(a.record.id, b.record.id),
  );
  const level = found[0]?.level ?? (isEmpty(profile) ? 'no-profile' : 'no-rule-found');
  const carriers = found.filter((carrier) => carrier.level === level);
  const knowledge = knowledgeOf(carriers, day);
  return {
    day,
    level,
    device,
    deviceAssumed: profile.device === null,
    carriers,
    weaker: found.slice(carriers.length),
    beside,
    ownRule: profile.ownRule,
    oldestKnowledge: knowledge[0] ?? null,
    newestKnowledge: knowledge.at(-1) ?? null,
    notCovered: {
      exceptions: exceptionsOf(carriers),
      devices: carriers.length === 0 ? [] : devicesLeftOut(carriers, matcher),
    },
    unknownOrganisations: today.organisations
      .map(({ id }) => id)
      .filter((id) => !organisations.names.has(id)),
  };
}

/** The names a person gave of themselves are none at all. */
const isEmpty = ({ places, organisations, ownRule }: Profile): boolean =>
  places.length === 0 && organisations.length === 0 && ownRule === null;

function ownRuleCarrier(rule: OwnRule | null, device: Device): OwnRuleCarrier[] {
  if (!rule || rule.level === 'information') return [];
  // A rule that names no device means every one.
  const scope = coveringScope(rule.devices.length === 0 ? ['all'] : rule.devices, device);
  return scope ? [{ by: 'own-rule', rule, level: rule.level, scope }] : [];
}

/** A clause that meets the profile; `index` is its place in the record. */
interface ReachedClause extends Reach {
  readonly clause: Clause;
  readonly index: number;
}

/** The clauses of a record that meet the profile, by an organisation or by a place. */
const reachedClauses = (record: Restriction, matcher: ProfileMatcher): ReachedClause[] =>
  record.clauses
    .map((clause, index) => ({ clause, index, ...reachOf(record, clause, matcher) }))
    .filter(({ organisation, place }) => organisation || place);

/** A place counts for a territory, and for what is said to the public; who picks a place is on no one's network yet. */
function reachOf(record: Restriction, clause: Clause, matcher: ProfileMatcher): Reach {
  const { measure, covers } = clause;
  const byPlace = isTerritorial(measure) || (covers.includes('public') && measure !== 'network-block');
  return {
    organisation: matcher.organisation(record, clause),
    place: byPlace ? matcher.place(record) : null,
  };
}

/** What a clause would carry for this person and device were it in force. */
function claimOf({ clause, organisation, place }: ReachedClause, device: Device): Claim | null {
  if (isTerritorial(clause.measure)) return place ? { level: 'blocked-here', scope: null } : null;
  const scope = coveringScope(clause.devices, device);
  if (clause.measure === 'network-block' || !scope) return null;
  const ofTheirs = organisation?.covered === true;
  if (bindsDevices(clause)) return ofTheirs ? { level: 'not-allowed', scope } : null;
  return ofTheirs || place !== null ? { level: 'advised-against', scope } : null;
}

/** The strongest level that a record carries, by the first of its clauses in force that carries it. */
function carrierOf(
  record: Restriction,
  reached: readonly ReachedClause[],
  recordStatus: RecordStatus,
  device: Device,
): RecordCarrier | null {
  const carriers = reached.flatMap((one): RecordCarrier[] => {
    const { clause, index, organisation, place } = one;
    const status = recordStatus.clauses[index];
    const claim = claimOf(one, device);
    if (!claim || !status || !isInForce(status.status)) return [];
    const forceUnknown = claim.level !== 'advised-against' && clause.legalForce === 'unknown';
    return [
      { by: 'record', record, clause, status, recordStatus, forceUnknown, ...claim, organisation, place },
    ];
  });
  return carriers.sort((a, b) => rank(a.level) - rank(b.level))[0] ?? null;
}

/** What else a record has to say beside the verdict: once for each reason. */
function besideOf(
  record: Restriction,
  reached: readonly ReachedClause[],
  recordStatus: RecordStatus,
  device: Device,
  carries: boolean,
): Beside[] {
  const named = new Map<BesideReason, Beside>();
  for (const one of reached) {
    const { organisation, place, index } = one;
    const status = recordStatus.clauses[index];
    const reason = status && reasonBeside(one, status, claimOf(one, device));
    if (status && reason && !named.has(reason))
      named.set(reason, { record, status, reason, organisation, place });
  }
  const all = [...named.values()];
  const strong = all.filter(({ reason }) => !ELSEWHERE.includes(reason));
  return carries || strong.length > 0 ? strong : all.slice(0, 1);
}

/** Reasons that say only that a rule is about somebody or something else. */
const ELSEWHERE: readonly BesideReason[] = ['other-device', 'other-relation', 'other-place'];

const actsOnNetwork = ({ measure, devices }: Clause): boolean =>
  measure === 'network-block' || devices.includes('network');

/** Why a clause is worth naming beside the verdict; null for one that only carries, is over or not yet there. */
function reasonBeside(
  { clause, organisation }: ReachedClause,
  { status }: StatusOnDay,
  claim: Claim | null,
): BesideReason | null {
  const network = actsOnNetwork(clause) && organisation !== null;
  const concerns = claim !== null || network;
  if (status === 'unknown') return concerns ? 'unclear' : null;
  if (status === 'announced' || status === 'eased' || status === 'suspended') return concerns ? status : null;
  if (!isInForce(status)) return null;
  if (network) return 'network';
  if (claim || !organisation) return null;
  if (isTerritorial(clause.measure)) return 'other-place';
  return organisation.covered ? 'other-device' : 'other-relation';
}

const rank = (level: VerdictLevel): number => VERDICT_LEVELS.indexOf(level);
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Strongest first; then the own rule, the nearest organisation, known legal force, the newest knowledge. */
function compareCarriers(a: Carrier, b: Carrier): number {
  const byLevel = rank(a.level) - rank(b.level);
  if (byLevel !== 0 || a.by === 'own-rule') return byLevel || -1;
  if (b.by === 'own-rule') return 1;
  return (
    distance(a) - distance(b) ||
    Number(a.forceUnknown) - Number(b.forceUnknown) ||
    compareText(b.record.knowledge.date ?? '', a.record.knowledge.date ?? '') ||
    compareText(a.record.id, b.record.id)
  );
}

/** Organisations by how far they are; a record that comes by the place alone stands after them. */
const distance = (carrier: RecordCarrier): number =>
  carrier.organisation?.covered ? carrier.organisation.distance : Number.MAX_SAFE_INTEGER;

/** Knowledge of the carriers that are records, oldest first; an unknown day counts as the oldest. */
function knowledgeOf(carriers: readonly Carrier[], day: string): KnowledgeAge[] {
  const dates = carriers.flatMap((carrier) =>
    carrier.by === 'record' ? [carrier.record.knowledge.date] : [],
  );
  return dates
    .sort((a, b) => compareText(a ? firstDay(a) : '', b ? firstDay(b) : ''))
    .map((date) => ({ date, months: date ? ageInMonths(day, date) : null }));
}

const exceptionsOf = (carriers: readonly Carrier[]): Verdict['notCovered']['exceptions'] =>
  carriers.flatMap((carrier) =>
    carrier.by === 'record' ? [{ record: carrier.record, exceptions: carrier.clause.exceptions }] : [],
  );

/** Devices outside every carrier; a territory leaves none out. */
const devicesLeftOut = (carriers: readonly Carrier[], matcher: ProfileMatcher): Device[] =>
  DEVICES.filter((device) => !carriers.some((carrier) => coversDevice(carrier, device, matcher)));

/** Would the carrier say as much on this device? Another clause of the same record may. */
function coversDevice(carrier: Carrier, device: Device, matcher: ProfileMatcher): boolean {
  if (carrier.by === 'own-rule')
    return carrier.rule.devices.length === 0 || coveringScope(carrier.rule.devices, device) !== null;
  const { record, recordStatus, level } = carrier;
  const same = carrierOf(record, reachedClauses(record, matcher), recordStatus, device);
  return same !== null && rank(same.level) <= rank(level);
}
