import type { Profile } from '../register/profile.ts';
import type { Settings } from './schema.ts';

/** The profile that settings hold. */
export const profileOf = ({
  places,
  organisations,
  device,
  ownRule,
}: Pick<Settings, 'places' | 'organisations' | 'device' | 'ownRule'>): Profile => ({
  places,
  organisations,
  device,
  ownRule,
});
