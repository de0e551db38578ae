import { z } from '../platform/zod.ts';

/*
 * The one definition of a record. Types are inferred from it, `scripts/data/write-json-schema.ts` writes the
 * JSON Schema for editors from it, the build and every update pass through it.
 */

/** ISO 8601 date with day, month or year precision: `2023-04-01`, `2023-04`, `2023`. */
export const PartialDate = z
  .string()
  .check(z.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'partial-date'));

const Id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'hyphenated-words'));
const Text = z.string().check(z.minLength(1));
const nonEmpty = <T extends z.core.$ZodType>(item: T) => z.array(item).check(z.minLength(1));
const indexes = nonEmpty(z.int().check(z.nonnegative()));

export const ISSUER_KINDS = [
  'supranational',
  'national-government',
  'parliament',
  'ministry-or-agency',
  'military',
  'subnational-government',
  'city-or-local',
  'public-broadcaster',
  'university',
  'company',
  'regulator-or-court',
  'other',
] as const;

/** ISO 3166-1 alpha-2, ISO 3166-2, or one of the codes of bodies that ISO 3166 does not list: EU, NATO, XK. */
export const Jurisdiction = z.string().check(z.regex(/^([A-Z]{2}(-[A-Z0-9]{1,3})?|NATO)$/, 'iso-3166-code'));

/**
 * `organisation` names the body itself (several records may share one, and its name and kind with it); `unit` is the
 * part of it that acted, or on whose behalf; `within` lists the organisations whose rules a source says reach this
 * one too.
 */
const Issuer = z.strictObject({
  organisation: Id,
  name: Text,
  unit: z.optional(Text),
  nativeName: z.optional(Text),
  kind: z.enum(ISSUER_KINDS),
  jurisdiction: Jurisdiction,
  within: z.optional(nonEmpty(Id)),
});

export const RESTRICTION_MEASURES = [
  'device-ban',
  'network-block',
  'advice-against',
  'warning',
  'nationwide-ban',
  'nationwide-suspension',
] as const;
export const CONTEXT_MEASURES = [
  ...RESTRICTION_MEASURES,
  'commerce-restriction',
  'ownership-order',
  'other',
] as const;
export const DEVICE_SCOPES = [
  'work-issued',
  'personal-with-work-access',
  'personal',
  'network',
  'all',
] as const;
/** `member`: of a parliament, a council or a government. */
export const RELATIONS = ['staff', 'member', 'contractor', 'student', 'public'] as const;
export const STATUSES = [
  'announced',
  'in-force',
  'eased',
  'lifted',
  'expired',
  'suspended',
  'struck-down',
  'superseded',
  'proposed',
  'unknown',
] as const;
export const EVENT_TYPES = [
  'announced',
  'effective',
  'extended',
  'confirmed',
  'eased',
  'suspended',
  'lifted',
  'expired',
  'struck-down',
  'superseded',
  'other',
] as const;
export const LEGAL_FORCES = [
  'law',
  'executive-order',
  'directive',
  'policy',
  'parliamentary-rule',
  'court-order',
  'guidance',
  'unknown',
] as const;

/**
 * `read`: a passage of the page was read, `readWhole`: all of the rule's text was; false: only its address is known.
 * `mirror`: a third party's copy. `archived`: a copy kept by a web archive.
 */
export const Source = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  title: Text,
  publisher: Text,
  published: z.nullable(PartialDate),
  kind: z.enum(['primary', 'secondary']),
  language: Text,
  read: z.boolean(),
  supports: Text,
  mirror: z.optional(z.literal(true)),
  readWhole: z.optional(z.literal(true)),
  archived: z.optional(z.url({ protocol: /^https$/ })),
});
export type Source = z.infer<typeof Source>;

/**
 * `starts`: the day on which an announcement says that the rule will start, where no event of its own reports that
 * it did. `clauses` and `sources` are indexes into the record's own lists; without `clauses` an event is about all.
 */
export const RegisterEvent = z.strictObject({
  date: PartialDate,
  type: z.enum(EVENT_TYPES),
  starts: z.optional(PartialDate),
  clauses: z.optional(indexes),
  what: Text,
  sources: indexes,
});
export type RegisterEvent = z.infer<typeof RegisterEvent>;

export const REASONS = [
  'data-security',
  'espionage',
  'national-security',
  'foreign-jurisdiction',
  'public-order',
  'morality',
  'disinformation',
  'child-safety',
  'licensing',
  'other',
] as const;

/** `not-stated` is what most sources come to. */
export const REACHES = ['app', 'website', 'both', 'not-stated'] as const;

/**
 * What a rule leaves open. `listed`: in our words, and never advice, which is a clause of its own. `none-named`: the
 * whole text was read and names nothing. `not-known`: nobody has read enough of it to say.
 */
export const Exceptions = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('listed'), text: Text }),
  z.strictObject({ kind: z.literal('none-named') }),
  z.strictObject({ kind: z.literal('not-known') }),
]);
export type Exceptions = z.infer<typeof Exceptions>;

const clauseFields = {
  /** Whom it covers, as people relate to the issuer; `staff` where no source says, `public` for guests and everybody. */
  covers: nonEmpty(z.enum(RELATIONS)),
  devices: nonEmpty(z.enum(DEVICE_SCOPES)),
  legalForce: z.enum(LEGAL_FORCES),
  exceptions: Exceptions,
  /** Made for a time or until a review; `until` is its last day where one was given. */
  temporary: z.optional(z.strictObject({ until: z.nullable(PartialDate), why: Text })),
};

/** One thing that a rule says: a ban, a block or a piece of advice, with whom and what it is about. */
export const Clause = z.strictObject({
  measure: z.enum(RESTRICTION_MEASURES),
  ...clauseFields,
  /** Whether it speaks of the app, of the website, or of both. */
  reaches: z.enum(REACHES),
});
export type Clause = z.infer<typeof Clause>;

/** Where newer evidence is searched for. */
export const SEARCHED = ['stored-copies', 'live-pages'] as const;

/**
 * The day of the last search for newer evidence, whatever it found; null before the first one. `for`: what was looked
 * for, in plain words; a record without a primary source that was read says so.
 */
const lookedAgain = z.nullable(
  z.strictObject({
    date: z.iso.date(),
    searched: nonEmpty(z.enum(SEARCHED)),
    for: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  }),
);

const recordFields = {
  id: Id,
  issuer: Issuer,
  appliesTo: Text,
  reasons: z.array(z.enum(REASONS)),
  /** The status today in one word; `statusOn` derives the same from the events, and a test holds them together. */
  status: z.enum(STATUSES),
  /** The newest day for which a source shows the status, and how the source shows it. */
  knowledge: z.strictObject({
    date: z.nullable(PartialDate),
    basis: z.enum(['confirmed-recently', 'last-known', 'reported-ended', 'not-known']),
  }),
  lookedAgain,
  /** The rule's own name and number, as lawyers cite it. */
  instrument: z.optional(z.strictObject({ name: Text, number: z.nullable(Text) })),
  /** Oldest first. Start and end of the rule are read from these alone. */
  events: nonEmpty(RegisterEvent),
  summary: z.string().check(z.minLength(1), z.maxLength(280)),
  sources: nonEmpty(Source),
  confidence: z.enum(['high', 'medium', 'low']),
  /** What sources disagree about. */
  conflicts: z.nullable(Text),
  /** What a checker should know. */
  notes: z.nullable(Text),
};

export const Restriction = z.strictObject({
  ...recordFields,
  /** Strongest first. */
  clauses: nonEmpty(Clause),
});
export type Restriction = z.infer<typeof Restriction>;

/** Near, but no restriction on devices: shown apart and never counted. */
export const Context = z.strictObject({
  ...recordFields,
  ...clauseFields,
  topic: z.enum(['commerce', 'fine', 'ownership', 'age-limit', 'proposal', 'review', 'withdrawal', 'other']),
  measure: z.enum(CONTEXT_MEASURES),
});
export type Context = z.infer<typeof Context>;

export const RESPONSE_TOPICS = [
  'local-data-storage',
  'external-monitoring',
  'data-access-controls',
  'ownership-change',
  'legal-challenge',
  'transparency',
  'public-statement',
] as const;

/** What TikTok says or does (`claim`, `milestones`), and apart from it what others found (`findings`, by whom). */
export const Response = z.strictObject({
  id: Id,
  topic: z.enum(RESPONSE_TOPICS),
  programme: z.nullable(Text),
  region: Text,
  announced: PartialDate,
  claim: Text,
  /** Who runs or watches it besides TikTok, and what each does there. */
  operators: z.array(z.strictObject({ name: Text, role: Text })),
  milestones: z.array(z.strictObject({ date: PartialDate, what: Text, sources: indexes })),
  currentState: Text,
  lookedAgain,
  findings: z.array(z.strictObject({ date: PartialDate, by: Text, finding: Text, sources: indexes })),
  sources: nonEmpty(Source),
  confidence: z.enum(['high', 'medium', 'low']),
  notes: z.nullable(Text),
});
export type Response = z.infer<typeof Response>;

/** `version` orders registers, number by number (`version.ts`). `date`: the day the facts were researched up to. */
const headFields = {
  format: z.literal(2),
  version: z.string().check(z.regex(/^\d{4}\.\d{2}\.\d{2}\.\d+$/, 'register-version')),
  date: z.iso.date(),
};
export const RegisterHead = z.strictObject(headFields);
export type RegisterHead = z.infer<typeof RegisterHead>;

/** Ids that gave way to others: what was published stays findable under its old id. */
const moves = z.array(z.strictObject({ old: Id, new: nonEmpty(Id), reason: Text }));
export const Moved = z.strictObject({ records: moves, organisations: moves });
export type Moved = z.infer<typeof Moved>;

export const Register = z.strictObject({
  ...headFields,
  moved: Moved,
  restrictions: z.array(Restriction),
  responses: z.array(Response),
  context: z.array(Context),
});
export type Register = z.infer<typeof Register>;

export type Measure = (typeof CONTEXT_MEASURES)[number];
export type DeviceScope = (typeof DEVICE_SCOPES)[number];
export type Relation = (typeof RELATIONS)[number];
export type Status = (typeof STATUSES)[number];
export type EventType = (typeof EVENT_TYPES)[number];
export type IssuerKind = (typeof ISSUER_KINDS)[number];
