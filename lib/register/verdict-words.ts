import { formatAge, formatDate } from './dates.ts';
import {
  deviceName,
  exceptionsText,
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
      main.clause.measure === 'nationwide-ban' ? 'verdict_blocked_by_ban' : 'verdict_blocked_by_suspension',
      placeNameInFull(main.record.issuer.jurisdiction, locale, places),
    );
  const who = main.by === 'own-rule' ? ownRuleName(main.rule, language) : main.record.issuer.name;
  const where = onDevice(verdict.device, language);
  if (main.level === 'not-allowed') return t('verdict_not_allowed', who, where);
  const warned = main.by === 'record' && main.clause.measure === 'warning';
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

/** What the verdict does not cover, by the words of the rules that carry it: one sentence each. */
export function notCoveredNotes(
  { level, carriers, notCovered, beside }: Verdict,
  language: Language,
): string[] {
  const { t } = language;
  const exceptions = notCovered.exceptions.map((one) => exceptionsText(one.exceptions, language));
  const notes = [...new Set(exceptions)].map((text) => t('verdict_note_exceptions', text));
  if (notCovered.devices.length > 0) {
    const devices = notCovered.devices.map((device) => deviceName(device, language));
    notes.push(t('verdict_note_devices_left_out', listOf(devices, language)));
  }
  const first = carriers.find((carrier) => carrier.by === 'record');
  if (first?.by !== 'record' || level === 'blocked-here') return notes;
  const { reaches } = first.clause;
  // A block in the network stops the site as it stops the app.
  const blocked = beside.some(({ reason }) => reason === 'network');
  if (reaches !== 'not-stated' || !blocked) notes.push(t(`verdict_note_reaches_${underscored(reaches)}`));
  return notes;
}
