import type { Clause, DeviceScope, Measure } from './schema.ts';

/** Does it hold for a territory, whatever the device and whoever somebody is? */
export const isTerritorial = (measure: Measure): boolean =>
  measure === 'nationwide-ban' || measure === 'nationwide-suspension';

/** Does it bar TikTok from devices? By guidance nobody can; a ban of unknown force counts. */
export const bindsDevices = ({ measure, legalForce }: Pick<Clause, 'measure' | 'legalForce'>): boolean =>
  measure === 'device-ban' && legalForce !== 'guidance';

/** The order in which devices are named; records list them as their sources do. */
const SCOPES: readonly DeviceScope[] = [
  'all',
  'work-issued',
  'personal-with-work-access',
  'personal',
  'network',
];

/** The devices that some clauses are about, each once, in the fixed order. */
export const devicesOf = (clauses: readonly Pick<Clause, 'devices'>[]): DeviceScope[] =>
  SCOPES.filter((scope) => clauses.some(({ devices }) => devices.includes(scope)));

const DEVICES_OF_ALL: readonly DeviceScope[] = ['work-issued', 'personal-with-work-access', 'personal'];

/** The devices that a clause covers, those that `all` stands for spelled out. */
export const scopesOf = ({ devices }: Pick<Clause, 'devices'>): readonly DeviceScope[] =>
  devices.includes('all') ? [...devices, ...DEVICES_OF_ALL] : devices;
