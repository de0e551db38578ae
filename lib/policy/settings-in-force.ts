import { createSettingsStore } from '../settings/store.ts';
import { currentPolicy } from './managed-storage.ts';

/** The person's settings under this browser's policy: what every page and the background reads and changes. */
export const { readSettings, changeSettings, resetSettings, repairSettings } =
  createSettingsStore(currentPolicy);
