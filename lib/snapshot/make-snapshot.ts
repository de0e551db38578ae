import { WRAPPER_NAMES } from '../links/wrapper-names.ts';
import type { Translate } from '../platform/i18n.ts';
import { languageOf, registerLine, responseLine } from '../register/labels.ts';
import type { PlaceNames } from '../register/places.ts';
import type { Register } from '../register/schema.ts';
import { verdict } from '../register/verdict.ts';
import { verdictBlock } from '../register/verdict-block.ts';
import { profileOf } from '../settings/profile-of.ts';
import type { Settings } from '../settings/schema.ts';
import { sheetsOf } from './badge-styles.ts';
import { cardOf, confirmationOf } from './card-content.ts';
import { paddedWords } from './padded.ts';
import { PAGE_SETTINGS, type Personal, SNAPSHOT_FORMAT, type Snapshot } from './snapshot.ts';

/** What a snapshot is made from. */
export type SnapshotSettings = Pick<
  Settings,
  | (typeof PAGE_SETTINGS)[number]
  | 'places'
  | 'organisations'
  | 'device'
  | 'ownRule'
  | 'markStyle'
  | 'beforeOpen'
>;

const pick = <T, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> =>
  Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;

/** What stands for the text of a link where a message has a place for it. */
const HERE = '\ufffc';

function badgeNameOf(t: Translate): Snapshot['badgeName'] {
  const [before = '', after = ''] = t('badge_name', HERE).split(HERE);
  return { before, after, plain: t('badge_name_plain') };
}

/**
 * Finished texts and choices for the content script: everything a mark and its card show. The background adds the key,
 * and what is made of it.
 *
 * @param day the day of the verdict, `YYYY-MM-DD`.
 * @param locale BCP 47.
 * @param direction in which the texts run.
 * @param subdivisionNames by language and ISO 3166-2 code.
 */
export function makeSnapshot(
  settings: SnapshotSettings,
  register: Register,
  day: string,
  locale: string,
  direction: Snapshot['direction'],
  t: Translate,
  subdivisionNames: Readonly<Record<string, PlaceNames>>,
): Omit<Snapshot, 'key' | 'ballast'> {
  const language = languageOf(t, locale, subdivisionNames);
  const profile = profileOf(settings);
  const found = verdict(profile, register, day);
  const block = verdictBlock(found, profile, register, language);
  const age = registerLine(register, language);
  const personal: Personal = {
    verdict: block,
    card: cardOf(block, responseLine(register, language), age, t),
    confirmation: confirmationOf(block, t),
  };
  return {
    format: SNAPSHOT_FORMAT,
    day,
    ...pick(settings, PAGE_SETTINGS),
    style: settings.markStyle,
    beforeOpen: found.level === 'not-allowed' ? settings.beforeOpen : 'never',
    personal: paddedWords(personal),
    sheets: sheetsOf(found.level, settings.markStyle, block.word),
    language: locale,
    direction,
    badgeName: badgeNameOf(t),
    via: WRAPPER_NAMES,
    register: age,
    isShort: false,
  };
}

/** The same verdict without what makes a snapshot large; no marks are drawn by it, as their sites are not known. */
export const shortSnapshot = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  paused: true,
  isShort: true,
  sitesOff: [],
  sitesOnly: [],
});
