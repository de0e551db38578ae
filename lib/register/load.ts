import type { Register } from './schema.ts';

/** Names of subdivisions by language and ISO 3166-2 code, for the codes that the register uses. */
export type SubdivisionNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Reads a file of the package; the path is resolved against the extension's own origin, so nothing leaves the device. */
const packaged = async (path: string): Promise<string> => (await fetch(path)).text();

/** The text of the register inside the package. */
export const packagedRegisterText = (): Promise<string> => packaged('/register.json');

/** The register inside the package. The build checked it, so it is taken as it is. */
export const loadPackagedRegister = async (): Promise<Register> => JSON.parse(await packagedRegisterText());

/** Names for the subdivisions in the register. */
export const loadSubdivisionNames = async (): Promise<SubdivisionNames> =>
  JSON.parse(await packaged('/subdivisions.json'));
