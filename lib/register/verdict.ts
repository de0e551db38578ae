import { ageInMonths, firstDay } from './dates.ts';
import { organisationIndex } from './organisations.ts';
import { DEVICES, type Device, type OwnRule, type Profile } from './profile.ts';
import { coveringScope, matcherOf, type OrganisationMatch, type ProfileMatcher } from './profile-match.ts';
import type { DeviceScope, Measure, Register, Restriction } from './schema.ts';
import { isInForce, type StatusOnDay, statusOn } from './status.ts';
import { VERDICT_LEVELS, type VerdictLevel } from './verdict-level.ts';

/** A level that a rule can carry. */
export type CarriedLevel = Exclude<VerdictLevel, 'no-rule-found' | 'no-profile'>;

/** How a record reaches the person, and what it would say were it in force. */
interface Claim {
  readonly level: CarriedLevel;
  /** The measure that carries it; null where the device is only advised on. */
  readonly measure: Measure | null;
  /** The scope of the rule that covers the device; null for a territory. */
  readonly scope: DeviceScope | null;
}

/** Where a record meets the profile; `place` is the person's place inside its jurisdiction. */
interface Reach {
  readonly organisation: OrganisationMatch | null;
  readonly place: string | null;
}

/** A record of the register that carries a level, and why. */
export interface RecordCarrier extends Claim, Reach {
  readonly by: 'record';
  readonly record: Restriction;
  readonly status: StatusOnDay;
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
 * Why a record that reaches the person carries nothing. `unclear`: nobody knows whether it is in force. `eased`,
 * `suspended`, `announced`: its status. `network`: it acts on the organisation's network alone, for this person.
 * `other-device`, `other-relation`, `other-place`: in force for an organisation of theirs, but for other devices or
 * people, or for a territory that they did not pick.
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
  /** Records that reach the person and carry nothing. */
  readonly beside: readonly Beside[];
  /** The own rule whether or not it carries the level; it is always shown first. */
  readonly ownRule: OwnRule | null;
  /** The oldest and the newest knowledge among the carriers that are records; null without one. */
  readonly oldestKnowledge: KnowledgeAge | null;
  readonly newestKnowledge: KnowledgeAge | null;
  /** What the carriers leave out, by their own words, and what comes on top of them. */
  readonly notCovered: {
    readonly exceptions: readonly { readonly record: Restriction; readonly text: string }[];
    /** Kinds of device that no carrier covers. */
    readonly devices: readonly Device[];
    /** Rules in force on a network of an organisation of theirs: they reach every device on it. */
    readonly networks: readonly Restriction[];
  };
  /** Picked organisations that the register does not know (any more). */
  readonly unknownOrganisations: readonly string[];
}

/**
 * The verdict for a profile on `day` (`YYYY-MM-DD`): the strongest level that applies, and the records that carry it.
 * Does not depend on the order of records; a further record never makes it weaker.
 */
export function verdict(profile: Profile, register: Pick<Register, 'restrictions'>, day: string): Verdict {
  const device = profile.device ?? 'work-issued';
  const organisations = organisationIndex(register.restrictions);
  const matcher = matcherOf(profile, organisations);
  const found: Carrier[] = ownRuleCarrier(profile.ownRule, device);
  const beside: Beside[] = [];
  const networks: Restriction[] = [];

  for (const record of register.restrictions) {
    const reach = reachOf(record, matcher);
    if (!reach.organisation && !reach.place) continue;
    const status = statusOn(record, day);
    const claim = claimOf(record, reach, device);
    if (reach.organisation && actsOnNetwork(record) && isInForce(status.status)) networks.push(record);
    if (claim && isInForce(status.status)) {
      const forceUnknown = claim.level !== 'advised-against' && record.legalForce === 'unknown';
      found.push({ by: 'record', record, status, forceUnknown, ...claim, ...reach });
      continue;
    }
    const reason = reasonBeside(record, reach, status, claim);
    if (reason) beside.push({ record, status, reason, ...reach });
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
      devices: carriers.length === 0 ? [] : devicesLeftOut(carriers),
      networks: networks.sort((a, b) => compareText(a.id, b.id)),
    },
    unknownOrganisations: profile.organisations
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

const measuresOf = (record: Restriction): readonly Measure[] => [
  record.measure,
  ...(record.alsoMeasures ?? []),
];
const isTerritorial = (measure: Measure): boolean =>
  measure === 'nationwide-ban' || measure === 'nationwide-suspension';
const actsOnNetwork = (record: Restriction): boolean =>
  record.devices.includes('network') || measuresOf(record).includes('network-block');

/** Where a record meets the profile. A place counts for a territory, and for advice to the public. */
function reachOf(record: Restriction, matcher: ProfileMatcher): Reach {
  const byPlace = measuresOf(record).some(isTerritorial) || record.covers.includes('public');
  return {
    organisation: matcher.organisation(record),
    place: byPlace ? matcher.place(record) : null,
  };
}

/** The strongest level that a record would carry for this person and device were it in force. */
function claimOf(record: Restriction, reach: Reach, device: Device): Claim | null {
  const scope = coveringScope(record.devices, device);
  const advised = coveringScope(record.advisedDevices, device);
  const ofTheirs = reach.organisation?.covered === true;
  const told = ofTheirs || (record.covers.includes('public') && reach.place !== null);
  const claims = measuresOf(record).flatMap((measure): Claim[] => {
    if (isTerritorial(measure)) return reach.place ? [{ level: 'blocked-here', measure, scope: null }] : [];
    if (measure === 'network-block' || !scope) return [];
    const binding = measure === 'device-ban' && record.legalForce !== 'guidance';
    if (binding) return ofTheirs ? [{ level: 'not-allowed', measure, scope }] : [];
    return told ? [{ level: 'advised-against', measure, scope }] : [];
  });
  if (told && advised) claims.push({ level: 'advised-against', measure: null, scope: advised });
  claims.sort((a, b) => rank(a.level) - rank(b.level));
  return claims[0] ?? null;
}

/** Why a record that carries nothing is still worth naming; null for one that is over or not yet there. */
function reasonBeside(
  record: Restriction,
  reach: Reach,
  { status }: StatusOnDay,
  claim: Claim | null,
): BesideReason | null {
  const concerns = claim !== null || (reach.organisation !== null && actsOnNetwork(record));
  if (status === 'unknown') return concerns ? 'unclear' : null;
  if (status === 'announced' || status === 'eased' || status === 'suspended') return concerns ? status : null;
  if (!isInForce(status) || !reach.organisation) return null;
  if (actsOnNetwork(record)) return 'network';
  if (measuresOf(record).some(isTerritorial)) return 'other-place';
  return reach.organisation.covered ? 'other-device' : 'other-relation';
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
    carrier.by === 'record' && carrier.record.exceptions
      ? [{ record: carrier.record, text: carrier.record.exceptions }]
      : [],
  );

/** Devices outside every carrier; a territory leaves none out. */
const devicesLeftOut = (carriers: readonly Carrier[]): Device[] =>
  DEVICES.filter((device) => !carriers.some((carrier) => coversDevice(carrier, device)));

function coversDevice(carrier: Carrier, device: Device): boolean {
  if (carrier.by === 'own-rule')
    return carrier.rule.devices.length === 0 || coveringScope(carrier.rule.devices, device) !== null;
  if (carrier.scope === null) return true;
  const scopes = carrier.measure === null ? carrier.record.advisedDevices : carrier.record.devices;
  return coveringScope(scopes, device) !== null;
}
