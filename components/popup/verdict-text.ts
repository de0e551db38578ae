import { type Language, restrictionLine, restrictionTitle } from '../../lib/register/labels.ts';
import { organisationsOf } from '../../lib/register/organisations.ts';
import { placeNameInFull } from '../../lib/register/places.ts';
import type { OwnRule } from '../../lib/register/profile.ts';
import type { Carrier, RecordCarrier, Verdict, VerdictRegister } from '../../lib/register/verdict.ts';
import {
  notCoveredNotes,
  ownRuleName,
  verdictNotes,
  verdictSentence,
  verdictWord,
} from '../../lib/register/verdict-words.ts';
import type { Snapshot, VerdictLevel } from '../../lib/snapshot/snapshot.ts';

/** A rule that carries the verdict, as printed. */
export interface VerdictRule {
  /** The record in the register; null for the person's or employer's own rule. */
  readonly id: string | null;
  readonly title: string;
  /** Measure, devices, status with its knowledge date. */
  readonly line: string;
  /** Why it reaches this person; empty where the sentence above says it all. */
  readonly why: string;
  /** https; of an own rule. */
  readonly url?: string | undefined;
  /** Of an own rule. */
  readonly contact?: string | undefined;
}

/** The verdict in the person's language. */
export interface VerdictText {
  readonly level: VerdictLevel;
  readonly word: string;
  readonly sentence: string;
  /** What limits or ages the verdict and what it does not cover, a sentence each. */
  readonly notes: readonly string[];
  readonly rules: readonly VerdictRule[];
}

/** The verdict as the background left it ready: there at once, before the register and with it the rules. */
export const textOfSnapshot = ({ verdict }: Snapshot): VerdictText => ({ ...verdict, rules: [] });

/** The verdict in full, with the reason for each rule that carries it. */
export const textOfVerdict = (
  verdict: Verdict,
  register: VerdictRegister,
  language: Language,
): VerdictText => ({
  level: verdict.level,
  word: verdictWord(verdict, language),
  sentence: verdictSentence(verdict, language),
  notes: [...verdictNotes(verdict, language), ...notCoveredNotes(verdict, language)],
  rules: [
    ...ownRuleBeside(verdict, language),
    ...verdict.carriers.map((carrier, index) => {
      const rule = ruleOf(carrier, register, language);
      // The sentence tells of the first one already; its own rule's text stands nowhere else.
      return index === 0 && rule.id !== null ? { ...rule, line: '' } : rule;
    }),
  ],
});

/** The own rule stands first even where it does not decide: it only informs, or another rule is stricter. */
const ownRuleBeside = ({ ownRule, carriers }: Verdict, language: Language): VerdictRule[] =>
  ownRule && !carriers.some(({ by }) => by === 'own-rule') ? [ownRuleText(ownRule, language)] : [];

function ownRuleText(rule: OwnRule, language: Language): VerdictRule {
  const { text, url, contact } = rule;
  return { id: null, title: ownRuleName(rule, language), line: text, why: '', url, contact };
}

function ruleOf(carrier: Carrier, register: VerdictRegister, language: Language): VerdictRule {
  if (carrier.by === 'own-rule') return ownRuleText(carrier.rule, language);
  const { record, recordStatus } = carrier;
  return {
    id: record.id,
    title: restrictionTitle(record),
    line: restrictionLine(record, recordStatus, language),
    why: whyOf(carrier, register, language),
  };
}

function whyOf(
  { organisation, place, level }: RecordCarrier,
  register: VerdictRegister,
  language: Language,
): string {
  const { t, locale, places } = language;
  if (organisation?.covered && level !== 'blocked-here') {
    if (organisation.distance === 0) return t(`popup_why_${organisation.relation}`);
    const picked = organisationsOf(register).find(({ id }) => id === organisation.picked);
    return t('popup_why_within', picked?.name ?? organisation.picked);
  }
  return place ? t('popup_why_place', placeNameInFull(place, locale, places)) : '';
}
