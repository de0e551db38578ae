import { UPDATE_PARTS, type UpdateShelf, updateKey } from '../platform/storage-keys.ts';
import { z } from '../platform/zod.ts';
import { FAILURE_KINDS } from './failure.ts';
import type { RoleName } from './metadata.ts';
import type { Keeper, Kept } from './workflow.ts';

/** Where updates come from: the URL of the folder, and the SHA-256 of the root metadata to trust, in hexadecimal. */
export interface Source {
  readonly url: string;
  readonly root: string;
}

/** A storage area as browsers have it: one `set` stores all of its entries or none. */
export interface StorageArea {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(entries: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

const ROLES: readonly RoleName[] = ['root', 'timestamp', 'snapshot', 'targets'];

/** What is kept is good for the source that it came from, and for no other. */
const sourceId = ({ url, root }: Source): string => `${root.toLowerCase()} ${url}`;

const Of = z.object({ source: z.string() });
const KeptFile = z.object({ source: z.string(), text: z.string() });

/** The last good register. `checkedBy`: the version of the extension whose schema it passed. */
const KeptRegister = z.object({
  source: z.string(),
  version: z.string(),
  sha256: z.string(),
  text: z.string(),
  checkedBy: z.string(),
  test: z.boolean(),
});
export type KeptRegister = z.infer<typeof KeptRegister>;

/** What came of the last look. Moments are ISO 8601 in UTC. */
export const LastLook = z.object({
  source: z.string(),
  at: z.string(),
  result: z.enum(['new', 'same', 'shipped-is-newer', 'failed']),
  /** The version that the folder offers; null where that is not known. */
  version: z.nullable(z.string()),
  failure: z.nullable(z.object({ kind: z.enum(FAILURE_KINDS), file: z.string(), detail: z.string() })),
  /** When a look last ended well. */
  lastGood: z.nullable(z.string()),
  /** The source's root was made for trials. */
  test: z.boolean(),
});
export type LastLook = z.infer<typeof LastLook>;

const encoder = new TextEncoder();
const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** Where everything of one source lies. */
export interface Shelf extends Keeper {
  kept(): Promise<Kept>;
  register(): Promise<KeptRegister | null>;
  lastLook(): Promise<LastLook | null>;
  /** Stores a register together with what came of the look, in one step. */
  store(register: Omit<KeptRegister, 'source'>, look: Omit<LastLook, 'source'>): Promise<void>;
  note(look: Omit<LastLook, 'source'>): Promise<void>;
  keepRegister(register: Omit<KeptRegister, 'source'>): Promise<void>;
  dropRegister(): Promise<void>;
  /** Back to the beginning: nothing is kept, nothing trusted. */
  clear(): Promise<void>;
  /** Takes away what another source has left. */
  tidy(): Promise<void>;
}

/** Takes away everything that lies on a shelf, whatever source it is of. */
export const clearShelf = (name: UpdateShelf, area: StorageArea): Promise<void> =>
  area.remove(UPDATE_PARTS.map((part) => updateKey(name, part)));

/** The last good register of a shelf, whatever source it is of; null for none. */
export async function keptRegister(name: UpdateShelf, area: StorageArea): Promise<KeptRegister | null> {
  const key = updateKey(name, 'register');
  return KeptRegister.safeParse((await area.get([key]))[key]).data ?? null;
}

/** A shelf of one source in the area, under a name of its own. */
export function shelfOf(name: UpdateShelf, source: Source, area: StorageArea): Shelf {
  const own = sourceId(source);
  const read = async <T extends { source: string }>(
    key: string,
    schema: z.ZodMiniType<T>,
  ): Promise<T | null> => {
    const checked = schema.safeParse((await area.get([key]))[key]);
    return checked.success && checked.data.source === own ? checked.data : null;
  };
  return {
    async kept() {
      const files = await Promise.all(
        ROLES.map(async (role) => {
          const file = await read(updateKey(name, role), KeptFile);
          return [role, file ? encoder.encode(file.text) : undefined] as const;
        }),
      );
      return Object.fromEntries(files);
    },
    keep: (role, bytes) => area.set({ [updateKey(name, role)]: { source: own, text: decode(bytes) } }),
    forget: (roles) => area.remove(roles.map((role) => updateKey(name, role))),
    register: () => read(updateKey(name, 'register'), KeptRegister),
    lastLook: () => read(updateKey(name, 'look'), LastLook),
    store: (register, look) =>
      area.set({
        [updateKey(name, 'register')]: { ...register, source: own },
        [updateKey(name, 'look')]: { ...look, source: own },
      }),
    note: (look) => area.set({ [updateKey(name, 'look')]: { ...look, source: own } }),
    keepRegister: (register) => area.set({ [updateKey(name, 'register')]: { ...register, source: own } }),
    dropRegister: () => area.remove([updateKey(name, 'register')]),
    clear: () => clearShelf(name, area),
    async tidy() {
      const keys = UPDATE_PARTS.map((part) => updateKey(name, part));
      const entries = await area.get(keys);
      const strange = keys.filter((key) => key in entries && Of.safeParse(entries[key]).data?.source !== own);
      if (strange.length > 0) await area.remove(strange);
    },
  };
}
