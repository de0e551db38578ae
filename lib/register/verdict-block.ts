import { numberFormat } from '../platform/formats.ts';
import { underscored } from '../platform/underscored.ts';
import { ageText } from './age-words.ts';
import { formatDate } from './dates.ts';
import {
  deviceName,
  exceptionsText,
  type Language,
  listOf,
  onDevice,
  restrictionTitle,
  shortList,
} from './labels.ts';
import { profileToday } from './moved.ts';
import { organisationIndex } from './organisations.ts';
import { placeNameInFull } from './places.ts';
import type { OwnRule, Profile } from './profile.ts';
import type { Register } from './schema.ts';
import { hasOfficeRules, isResearched, standingOn } from './standing.ts';
import {
  BESIDE_REASONS,
  type Beside,
  type BesideReason,
  type Carrier,
  type RecordCarrier,
  type Verdict,
} from './verdict.ts';
import type { VerdictLevel } from './verdict-level.ts';
import { carrierSentence, ownRuleName, verdictWord } from './verdict-words.ts';

/** The person's or employer's own rule in finished words; optional parts are null where they were not entered. */
export interface OwnRuleText {
  /** Labelled by who entered it: "Example Works (rule set by your organisation)". */
  readonly name: string;
  readonly text: string;
  readonly exceptions: string | null;
  /** https. */
  readonly url: string | null;
  readonly contact: string | null;
}

/** One thing that stands folded under *More*. */
export interface MoreText {
  readonly about: 'unsure' | 'exceptions' | 'other-rules' | 'ask';
  readonly text: string;
}

/**
 * The answer as every surface shows it, in finished words and in this order; null for what there is nothing to say of.
 * Everything in it concerns the person.
 */
export interface VerdictBlock {
  readonly level: VerdictLevel;
  /** One or two words. */
  readonly word: string;
  /** Whose rule, what it does not allow, on which devices. */
  readonly sentence: string;
  /** "Last seen in force March 2023, looked again November 2026." */
  readonly age: string | null;
  readonly ownRule: OwnRuleText | null;
  /** Place or organisation, and device. */
  readonly why: string | null;
  /** The next strongest rule with its age. */
  readonly also: string | null;
  readonly more: readonly MoreText[];
  /** Id of the record behind *Read this rule*. */
  readonly record: string | null;
}

/** What a block needs of the register. */
export type BlockRegister = Pick<Register, 'restrictions' | 'context' | 'moved'>;

/** Puts the verdict for a profile into words. The verdict must be of this profile and register. */
export function verdictBlock(
  verdict: Verdict,
  profile: Profile,
  register: BlockRegister,
  language: Language,
): VerdictBlock {
  const [main] = verdict.carriers;
  const record = main?.by === 'record' ? main : null;
  const others = [...verdict.carriers, ...verdict.weaker].filter(
    (carrier): carrier is RecordCarrier => carrier !== main && carrier.by === 'record',
  );
  const [next, ...rest] = others;
  const head = { level: verdict.level, word: verdictWord(verdict, language) };
  const ownRule = verdict.ownRule && ownRuleText(verdict.ownRule, language);
  const more = moreTexts(verdict, record, rest, language);
  if (!main)
    return {
      ...head,
      sentence:
        verdict.level === 'no-profile'
          ? noProfileSentence(register, verdict.day, language)
          : noRuleSentence(verdict, profile, register, language),
      age: null,
      ownRule,
      why: null,
      also: null,
      more,
      record: null,
    };
  return {
    ...head,
    sentence: carrierSentence(main, verdict, language),
    age: record && asSentence(ageText(record.record, language), language),
    ownRule,
    why: whyText(main, verdict, language),
    also: next ? alsoText(next, verdict, language) : null,
    more,
    record: record?.record.id ?? null,
  };
}

/** A phrase with a capital and a full stop. */
const asSentence = (phrase: string, { t, locale }: Language): string =>
  t('sentence', phrase.charAt(0).toLocaleUpperCase(locale) + phrase.slice(1));

function ownRuleText(rule: OwnRule, language: Language): OwnRuleText {
  const { text, exceptions = null, url = null, contact = null } = rule;
  return { name: ownRuleName(rule, language), text, exceptions, url, contact };
}

function noProfileSentence({ restrictions }: BlockRegister, day: string, language: Language): string {
  const { banned, offices } = standingOn(restrictions, day);
  const number = numberFormat(language.locale);
  return language.t('verdict_no_profile', number.format(banned), number.format(offices));
}

/** What is known of each thing that was picked, and that it permits nothing. */
function noRuleSentence(
  { day, device }: Verdict,
  profile: Profile,
  register: BlockRegister,
  language: Language,
): string {
  const { t, locale, places: names } = language;
  const { places, organisations } = profileToday(profile, register.moved);
  const index = organisationIndex(register.restrictions);
  const bodies = organisations.flatMap(({ id }) => index.names.get(id) ?? []);
  const inFull = (list: readonly string[]) =>
    shortList(
      list.map((code) => placeNameInFull(code, locale, names)),
      language,
    );
  const known = places.filter((place) => isResearched(register, place));
  const unknown = places.filter((place) => !known.includes(place));
  const sentences: string[] = [];
  if (bodies.length > 0)
    sentences.push(t('verdict_none_organisation', shortList(bodies, language), onDevice(device, language)));
  if (known.length > 0) sentences.push(t('verdict_none_place', inFull(known)));
  if (known.some((place) => hasOfficeRules(register.restrictions, place, day)))
    sentences.push(t('verdict_none_offices'));
  if (unknown.length > 0) sentences.push(t('verdict_not_researched', inFull(unknown)));
  if (sentences.length === 0) sentences.push(t('verdict_none'));
  sentences.push(t('verdict_none_no_permission'));
  return sentences.join(' ');
}

/** Why a rule reaches this person: a sentence about where they belong, and one about their device where that counts. */
function whyText(carrier: Carrier, { device, deviceAssumed }: Verdict, language: Language): string | null {
  const { t } = language;
  const sentences = carrier.by === 'record' ? belongingOf(carrier, language) : [];
  if (carrier.scope !== null)
    sentences.push(t(deviceAssumed ? 'why_device_assumed' : `why_device_${underscored(device)}`));
  return sentences.join(' ') || null;
}

function belongingOf({ organisation, place, level }: RecordCarrier, language: Language): string[] {
  const { t, locale, places } = language;
  if (!organisation?.covered || level === 'blocked-here')
    return place ? [t('why_place', placeNameInFull(place, locale, places))] : [];
  const relation = t(`why_${organisation.relation}`);
  return organisation.distance === 0 ? [relation] : [t('why_within', organisation.pickedName), relation];
}

/** The next strongest rule in a line, with its age. */
function alsoText(carrier: RecordCarrier, { device }: Verdict, language: Language): string {
  const { t, locale, places } = language;
  const { record, level, clause } = carrier;
  const age = ageText(record, language);
  if (level === 'blocked-here')
    return t(
      clause.measure === 'nationwide-ban' ? 'also_banned' : 'also_suspended',
      placeNameInFull(record.issuer.jurisdiction, locale, places),
      age,
    );
  return t(
    level === 'not-allowed' ? 'also_not_allowed' : 'also_advised_against',
    restrictionTitle(record),
    onDevice(device, language),
    age,
  );
}

/** Further rules that are told in a line of their own; the others are named. */
const FURTHER = 3;

/** What is unsure, what is excepted, which other rules there are, whom to ask. */
function moreTexts(
  verdict: Verdict,
  main: RecordCarrier | null,
  rest: readonly RecordCarrier[],
  language: Language,
): MoreText[] {
  const { t } = language;
  const of = (about: MoreText['about'], texts: readonly string[]): MoreText[] =>
    texts.map((text) => ({ about, text }));
  const titles = [...new Set(rest.slice(FURTHER).map(({ record }) => restrictionTitle(record)))];
  return [
    ...of('unsure', [
      ...(main ? unsureOf(main, language) : []),
      ...leftOut(verdict, language),
      ...unknownOrganisations(verdict, language),
    ]),
    ...of('exceptions', main ? [t('more_exceptions', exceptionsText(main.clause.exceptions, language))] : []),
    ...of('other-rules', [
      ...rest.slice(0, FURTHER).map((carrier) => alsoText(carrier, verdict, language)),
      ...(titles.length > 0 ? [t('more_rules', shortList(titles, language))] : []),
      ...besideTexts(verdict.beside, language),
    ]),
    ...of('ask', main?.organisation ? [t('more_ask', main.organisation.pickedName)] : []),
  ];
}

function unsureOf(
  { clause, status, forceUnknown, level, record }: RecordCarrier,
  language: Language,
): string[] {
  const { t, locale } = language;
  const texts: string[] = [];
  if (level !== 'blocked-here' && clause.reaches !== 'not-stated')
    texts.push(t(`more_reaches_${clause.reaches}`));
  if (forceUnknown) texts.push(t('more_force_unknown'));
  if (status.sinceAnnounced && status.since)
    texts.push(t('more_announced', formatDate(status.since, locale)));
  if (status.temporary)
    texts.push(
      status.until ? t('more_temporary_until', formatDate(status.until, locale)) : t('more_temporary'),
    );
  if (record.conflicts) texts.push(record.conflicts);
  return texts;
}

const leftOut = ({ notCovered }: Verdict, language: Language): string[] =>
  notCovered.devices.length > 0
    ? [
        language.t(
          'more_devices_left_out',
          listOf(
            notCovered.devices.map((device) => deviceName(device, language)),
            language,
          ),
        ),
      ]
    : [];

const unknownOrganisations = ({ unknownOrganisations: ids }: Verdict, language: Language): string[] =>
  ids.length > 0 ? [language.t('more_unknown_organisations', listOf(ids, language))] : [];

/** What stands beside the verdict: one sentence for each reason. */
function besideTexts(beside: readonly Beside[], language: Language): string[] {
  return BESIDE_REASONS.flatMap((reason: BesideReason) => {
    const titles = beside
      .filter((one) => one.reason === reason)
      .map(({ record }) => restrictionTitle(record));
    if (titles.length === 0) return [];
    return [language.t(`beside_${underscored(reason)}`, shortList([...new Set(titles)], language))];
  });
}
