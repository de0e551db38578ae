import { formatAge, formatDate } from './dates.ts';
import {
  deviceName,
  type Language,
  listOf,
  onDevice,
  restrictionTitle,
  shortList,
  statusLine,
  underscored,
} from './labels.ts';
import { placeNameInFull } from './places.ts';
import type { OwnRule } from './profile.ts';
import { BESIDE_REASONS, type Beside, type Carrier, type Verdict } from './verdict.ts';

/** Knowledge older than this many months is named in a note of its own. */
const OLD = 12;

/** One or two words for a badge. */
export const verdictWord = ({ level }: Pick<Verdict, 'level'>, { t }: Language): string =>
  t(`verdict_word_${underscored(level)}`);

/**
 * The verdict as one calm sentence that names the organisation or place and the device, followed by the status of
 * the rule with its knowledge date where a record of the register carries it.
 */
export function verdictSentence(verdict: Verdict, language: Language): string {
  const [main] = verdict.carriers;
  if (!main)
    return language.t(verdict.level === 'no-profile' ? 'verdict_no_profile' : 'verdict_no_rule_found');
  const sentence = carrierSentence(main, verdict, language);
  if (main.by === 'own-rule') return sentence;
  return language.t('verdict_status', sentence, statusLine(main.record, main.status, language));
}

function carrierSentence(main: Carrier, verdict: Verdict, language: Language): string {
  const { t, locale, places } = language;
  if (main.by === 'record' && main.level === 'blocked-here')
    return t(
      main.measure === 'nationwide-ban' ? 'verdict_blocked_by_ban' : 'verdict_blocked_by_suspension',
      placeNameInFull(main.record.issuer.jurisdiction, locale, places),
    );
  const who = main.by === 'own-rule' ? ownRuleName(main.rule, language) : main.record.issuer.name;
  const where = onDevice(verdict.device, language);
  if (main.level === 'not-allowed') return t('verdict_not_allowed', who, where);
  const warned = main.by === 'record' && main.measure === 'warning';
  return t(warned ? 'verdict_warned' : 'verdict_advised_against', who, where);
}

/** The own rule's organisation, labelled by who entered the rule. */
export const ownRuleName = ({ by, name }: OwnRule, { t }: Language): string =>
  t(`verdict_own_by_${by}`, name);

/** What limits or ages a verdict: one sentence each, the weightiest first; may be empty. */
export function verdictNotes(verdict: Verdict, language: Language): string[] {
  return [
    ...ownRuleNotes(verdict.ownRule, language),
    ...deviceNote(verdict, language),
    ...forceNote(verdict, language),
    ...ageNote(verdict, language),
    ...besideNotes(verdict.beside, language),
    ...unknownOrganisationsNote(verdict, language),
  ];
}

function ownRuleNotes(rule: OwnRule | null, language: Language): string[] {
  if (!rule) return [];
  const name = ownRuleName(rule, language);
  const notes: string[] = [];
  if (rule.text) notes.push(language.t('verdict_note_own_rule', name, rule.text));
  if (rule.exceptions) notes.push(language.t('verdict_note_own_exceptions', name, rule.exceptions));
  return notes;
}

/** Said only where the device decides something. */
const deviceNote = ({ deviceAssumed, carriers, weaker, beside }: Verdict, { t }: Language): string[] =>
  deviceAssumed &&
  ([...carriers, ...weaker].some((carrier) => carrier.scope !== null) ||
    beside.some(({ reason }) => reason === 'other-device'))
    ? [t('verdict_note_device_assumed')]
    : [];

const forceNote = ({ carriers }: Verdict, { t }: Language): string[] =>
  carriers[0]?.by === 'record' && carriers[0].forceUnknown ? [t('verdict_note_force_unknown')] : [];

function ageNote({ newestKnowledge, carriers }: Verdict, { t, locale }: Language): string[] {
  // An own rule is the person's to know; the register's dates say nothing about it.
  if (!newestKnowledge || carriers[0]?.by === 'own-rule') return [];
  const { date, months } = newestKnowledge;
  if (!date || months === null) return [t('verdict_note_age_missing')];
  if (months < OLD) return [];
  return [t('verdict_note_age', formatDate(date, locale), formatAge(months, locale))];
}

function besideNotes(beside: readonly Beside[], language: Language): string[] {
  return BESIDE_REASONS.flatMap((reason) => {
    const titles = beside
      .filter((one) => one.reason === reason)
      .map(({ record }) => restrictionTitle(record));
    if (titles.length === 0) return [];
    return [language.t(`verdict_beside_${underscored(reason)}`, shortList([...new Set(titles)], language))];
  });
}

const unknownOrganisationsNote = ({ unknownOrganisations }: Verdict, language: Language): string[] =>
  unknownOrganisations.length > 0
    ? [language.t('verdict_note_unknown_organisations', listOf(unknownOrganisations, language))]
    : [];

/** What the verdict does not cover, and what comes on top of it: one sentence each. */
export function notCoveredNotes(verdict: Verdict, language: Language): string[] {
  const { level, carriers, notCovered, beside } = verdict;
  const { t } = language;
  const notes = notCovered.exceptions.map(({ text }) => t('verdict_note_exceptions', text));
  if (notCovered.devices.length > 0) {
    const devices = notCovered.devices.map((device) => deviceName(device, language));
    notes.push(t('verdict_note_devices_left_out', listOf(devices, language)));
  }
  // The notes name a network that is beside the verdict already.
  const named = new Set(beside.map(({ record }) => record.id));
  const networks = notCovered.networks.filter(({ id }) => !named.has(id));
  if (networks.length > 0) {
    const titles = networks.map(restrictionTitle);
    notes.push(t('verdict_note_networks', shortList([...new Set(titles)], language)));
  }
  const byRecord = carriers.some((carrier) => carrier.by === 'record');
  // A block in the network stops the site as it stops the app.
  if (byRecord && level !== 'blocked-here' && notCovered.networks.length === 0)
    notes.push(t('verdict_note_site_unsaid'));
  return notes;
}
