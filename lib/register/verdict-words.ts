import { underscored } from '../platform/underscored.ts';
import { type Language, onDevice } from './labels.ts';
import { placeNameInFull } from './places.ts';
import type { OwnRule } from './profile.ts';
import type { Beside, Carrier, Verdict } from './verdict.ts';

/** One or two words for a badge. */
export const verdictWord = ({ level }: Pick<Verdict, 'level'>, { t }: Language): string =>
  t(`verdict_word_${underscored(level)}`);

/** The own rule's organisation, labelled by who entered the rule. */
export const ownRuleName = ({ by, name }: OwnRule, { t }: Language): string =>
  t(`verdict_own_by_${by}`, name);

/**
 * Whose rule it is and what it says about the person's device, in one calm sentence. Where the sources do not say
 * whether app or website is meant, a second one says so: the doubt is too large to stand elsewhere.
 */
export function carrierSentence(
  carrier: Carrier,
  { device, beside }: Pick<Verdict, 'device' | 'beside'>,
  language: Language,
): string {
  const { t, locale, places } = language;
  if (carrier.by === 'record' && carrier.level === 'blocked-here')
    return t(
      carrier.clause.measure === 'nationwide-ban'
        ? 'verdict_blocked_by_ban'
        : 'verdict_blocked_by_suspension',
      placeNameInFull(carrier.record.issuer.jurisdiction, locale, places),
    );
  const who = carrier.by === 'own-rule' ? ownRuleName(carrier.rule, language) : carrier.record.issuer.name;
  const where = onDevice(device, language);
  const warned = carrier.by === 'record' && carrier.clause.measure === 'warning';
  const says =
    carrier.level === 'not-allowed'
      ? 'verdict_not_allowed'
      : warned
        ? 'verdict_warned'
        : 'verdict_advised_against';
  const sentence = t(says, who, where);
  return leavesOpenWhat(carrier, beside) ? t('verdict_reaches_not_stated', sentence) : sentence;
}

/** A block in the network stops the website as it stops the app, whatever the rule speaks of. */
const leavesOpenWhat = (carrier: Carrier, beside: readonly Beside[]): boolean =>
  carrier.by === 'record' &&
  carrier.clause.reaches === 'not-stated' &&
  !beside.some(({ reason }) => reason === 'network');
