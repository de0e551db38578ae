import { loadPackagedRegister } from '../register/load.ts';
import { extensionStorage, extensionVersion } from './extension-storage.ts';
import { type InUse, registerInUse } from './register-in-use.ts';

/**
 * The register as it is in use in this browser.
 *
 * @param organisation who manages this browser, by name; without it no records but the register's own are in use
 */
export const loadRegisterInUse = async (organisation: string | null): Promise<InUse> =>
  registerInUse(await loadPackagedRegister(), extensionStorage, extensionVersion(), organisation);
