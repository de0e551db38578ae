import { z } from '../platform/zod.ts';
import type { RoleName } from './metadata.ts';
import type { Keeper, Kept } from './workflow.ts';

/** Where updates come from: the URL of the folder, and the SHA-256 of the root metadata to trust, in hexadecimal. */
export interface Source {
  readonly url: string;
  readonly root: string;
}

/** Storage as browsers have it: one `set` stores all of its entries or none. */
export interface Storage {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(entries: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

const ROLES: readonly RoleName[] = ['root', 'timestamp', 'snapshot', 'targets'];

/** What is kept is good for the source that it came from, and for no other. */
const sourceId = ({ url, root }: Source): string => `${root.toLowerCase()} ${url}`;

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
const LastLook = z.object({
  source: z.string(),
  at: z.string(),
  result: z.enum(['new', 'same', 'shipped-is-newer', 'failed']),
  /** The version that the folder offers; null where that is not known. */
  version: z.nullable(z.string()),
  failure: z.nullable(z.object({ kind: z.string(), file: z.string(), detail: z.string() })),
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
  /** Back to the beginning: nothing is kept, nothing trusted. */
  clear(): Promise<void>;
}

/** The storage keys of a shelf, by what lies there. */
export const shelfKeys = (name: string) =>
  ({
    root: `${name}:root`,
    timestamp: `${name}:timestamp`,
    snapshot: `${name}:snapshot`,
    targets: `${name}:targets`,
    register: `${name}:register`,
    look: `${name}:look`,
  }) as const;

/** A shelf of one source in the storage, under a name of its own. */
export function shelfOf(name: string, source: Source, storage: Storage): Shelf {
  const keys = shelfKeys(name);
  const own = sourceId(source);
  const read = async <T extends { source: string }>(
    key: string,
    schema: z.ZodMiniType<T>,
  ): Promise<T | null> => {
    const checked = schema.safeParse((await storage.get([key]))[key]);
    return checked.success && checked.data.source === own ? checked.data : null;
  };
  return {
    async kept() {
      const files = await Promise.all(
        ROLES.map(async (role) => {
          const file = await read(keys[role], KeptFile);
          return [role, file ? encoder.encode(file.text) : undefined] as const;
        }),
      );
      return Object.fromEntries(files);
    },
    keep: (role, bytes) => storage.set({ [keys[role]]: { source: own, text: decode(bytes) } }),
    forget: (roles) => storage.remove(roles.map((role) => keys[role])),
    register: () => read(keys.register, KeptRegister),
    lastLook: () => read(keys.look, LastLook),
    store: (register, look) =>
      storage.set({ [keys.register]: { ...register, source: own }, [keys.look]: { ...look, source: own } }),
    note: (look) => storage.set({ [keys.look]: { ...look, source: own } }),
    clear: () => storage.remove(Object.values(keys)),
  };
}
