import { loadPackagedRegister } from '../register/load.ts';
import { extensionStorage, extensionVersion } from './extension-storage.ts';
import { type InUse, registerInUse } from './register-in-use.ts';

/**
 * The register as it is in use in this browser.
 *
 * @param organisation who manages this browser, by name; without it no records but the register's own are in use
 */
export async function loadRegisterInUse(
  organisation: string | null | Promise<string | null>,
): Promise<InUse> {
  // The file is the larger part of opening a page, so it waits for nothing.
  const [shipped, by] = await Promise.all([loadPackagedRegister(), organisation]);
  return registerInUse(shipped, extensionStorage, extensionVersion(), by);
}
