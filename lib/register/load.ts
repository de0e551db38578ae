import type { Register } from './schema.ts';

/** Names of subdivisions by language and ISO 3166-2 code, for the codes that the register uses. */
export type SubdivisionNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Reads a file of the package; the path is resolved against the extension's own origin, so nothing leaves the device. */
const packaged = async (path: string): Promise<unknown> => (await fetch(path)).json();

/** The register inside the package. The build checked it, so it is taken as it is. */
export const loadRegister = (): Promise<Register> => packaged('/register.json') as Promise<Register>;

/** Names for the subdivisions in the register. */
export const loadSubdivisionNames = (): Promise<SubdivisionNames> =>
  packaged('/subdivisions.json') as Promise<SubdivisionNames>;
