import type { Register } from '../../lib/register/schema.ts';
import { REGISTER_FORMAT } from '../../lib/register/version.ts';
import { getFrom } from '../../lib/updates/download.ts';
import { type Look, look } from '../../lib/updates/look.ts';
import { registerTarget, registerText } from '../../lib/updates/register-file.ts';
import { shelfOf } from '../../lib/updates/shelf.ts';
import { restriction } from './example-record.ts';
import { type MemoryStorage, memoryStorage } from './memory-storage.ts';
import { type UpdateHost, updateHost } from './update-host.ts';
import { NOW, UpdateRepository } from './update-repository.ts';

/** A register of a version with restrictions of these summaries, each with an id made of its number. */
export const registerOf = (version: string, ...summaries: string[]): Register => ({
  format: REGISTER_FORMAT as Register['format'],
  version,
  date: '2026-11-22',
  moved: { records: [], organisations: [] },
  restrictions: summaries.map((summary, index) =>
    restriction({ id: `xx-rule-${String(index).padStart(2, '0')}`, summary }),
  ),
  responses: [],
  context: [],
});

/** The register inside the package, older than everything that hosts offer here. */
export const SHIPPED = registerOf('2026.11.22.1', 'shipped');

/** A host, the repository on it and an extension that trusts its first root, with the storage of its browser. */
export interface Scene {
  readonly host: UpdateHost;
  readonly repository: UpdateRepository;
  readonly storage: MemoryStorage;
  /** Offers a register in the repository, without publishing it. */
  offer(register: Register): void;
  /** Looks for updates once. */
  look(options?: {
    now?: Date;
    time?: number;
    shipped?: Register | null;
    url?: string;
    wanted?: () => Promise<boolean>;
  }): Promise<Look>;
  /** The version of the register that is kept; null for none. */
  kept(): Promise<string | null>;
}

export async function scene(): Promise<Scene> {
  const host = await updateHost();
  const repository = new UpdateRepository(host.files);
  const storage = memoryStorage();
  const root = repository.rootHash;
  const source = { url: host.url, root };
  return {
    host,
    repository,
    storage,
    offer: (register) =>
      void repository.targets.set(registerTarget(REGISTER_FORMAT), {
        bytes: Buffer.from(registerText(register)),
        custom: { version: register.version },
      }),
    look: ({ now = NOW, time = 20_000, shipped = SHIPPED, url = host.url, wanted } = {}) =>
      look({
        source,
        shelf: shelfOf('updates', source, storage),
        get: getFrom(url, { time }),
        now,
        shipped: shipped && registerText(shipped),
        extension: '0.1.0',
        ...(wanted && { wanted }),
      }),
    kept: async () => (await shelfOf('updates', source, storage).register())?.version ?? null,
  };
}
