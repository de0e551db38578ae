import type { Language } from '../../lib/register/labels.ts';
import { translate } from '../../scripts/data/english.ts';

/** English, with the few places that the tests speak of. */
export const english: Language = {
  t: translate,
  locale: 'en-GB',
  places: { 'GB-SCT': 'Scotland', 'US-TX': 'Texas', 'US-MT': 'Montana', 'CA-QC': 'Quebec' },
};
