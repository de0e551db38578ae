import type { Register } from '../register/schema.ts';
import { compareVersions, REGISTER_FORMAT } from '../register/version.ts';
import { applyDifference, Difference } from './difference.ts';
import { UpdateFailure } from './failure.ts';
import { sha256 } from './hex.ts';
import { complaint, parseJson, type TargetFile } from './metadata.ts';
import {
  differenceTarget,
  formatOfTarget,
  MOST_REGISTER,
  RegisterCustom,
  readRegisterFile,
  registerTarget,
  registerText,
} from './register-file.ts';
import type { LastLook, Shelf, Source } from './shelf.ts';
import { fetchTarget, findRoot, type Get, refresh, targetOf, type Vouched } from './workflow.ts';

/** What is needed to look for an update once. */
export interface Looking {
  readonly source: Source;
  readonly shelf: Shelf;
  readonly get: Get;
  readonly now: Date;
  /** The text of the register inside the package; null where the source has records of its own. */
  readonly shipped: string | null;
  /** The version of the extension. */
  readonly extension: string;
  /** Whether the source is still the one to use; asked before a register is stored. */
  readonly wanted?: () => Promise<boolean>;
}

/** What came of a look, as it is kept. */
export type Look = Omit<LastLook, 'source'>;

/** The newest register at hand, from which an update starts. */
interface Base {
  readonly version: string;
  readonly text: string;
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

async function baseOf({ shelf, shipped }: Looking): Promise<Base | null> {
  const kept = await shelf.register();
  const packed =
    shipped === null ? null : { version: (JSON.parse(shipped) as Register).version, text: shipped };
  if (!kept) return packed;
  return packed && compareVersions(packed.version, kept.version) >= 0 ? packed : kept;
}

/** The register that the folder offers to this version of the extension. */
function offered(vouched: Vouched): { name: string; target: TargetFile; version: string; test: boolean } {
  const name = registerTarget(REGISTER_FORMAT);
  const target = targetOf(vouched, name);
  if (!target) {
    const later = Object.keys(vouched.targets.targets).some(
      (each) => (formatOfTarget(each) ?? 0) > REGISTER_FORMAT,
    );
    throw new UpdateFailure(later ? 'later-format' : 'no-register', name);
  }
  const custom = RegisterCustom.safeParse(target.custom);
  if (!custom.success) throw new UpdateFailure('not-understood', name, complaint(custom.error));
  return { name, target, version: custom.data.version, test: custom.data.test === true };
}

/** The new register's bytes by way of a difference; null where that way does not lead there. */
async function byDifference(
  vouched: Vouched,
  base: Base,
  whole: TargetFile,
  get: Get,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const name = differenceTarget(REGISTER_FORMAT, base.version);
  const target = targetOf(vouched, name);
  if (!target || target.length >= whole.length) return null;
  try {
    const bytes = await fetchTarget(vouched, name, target, MOST_REGISTER, get);
    const difference = Difference.safeParse(parseJson(bytes, name));
    if (!difference.success || difference.data.from.sha256 !== (await sha256(encode(base.text)))) return null;
    const result = encode(registerText(applyDifference(JSON.parse(base.text) as Register, difference.data)));
    return (await sha256(result)) === whole.hashes.sha256 ? result : null;
  } catch (error) {
    // Whatever is wrong with a difference, the whole file may be right.
    if (error instanceof UpdateFailure) return null;
    throw error;
  }
}

/** Follows the folder's signed metadata and stores what is newer. */
async function follow(looking: Looking): Promise<Look> {
  const { source, shelf, get, now, extension } = looking;
  let kept = await shelf.kept();
  if (!kept.root) {
    // 5.2: the root to start with is the one of which a person or an administrator gave the hash.
    const root = await findRoot(source.root, get);
    await shelf.keep('root', root);
    kept = { ...kept, root };
  }
  const vouched = await refresh({ kept, keeper: shelf, get, now });
  const { name, target, version, test } = offered(vouched);
  const base = await baseOf(looking);
  const done = (result: Look['result']): Look => ({
    at: now.toISOString(),
    result,
    version,
    failure: null,
    lastGood: now.toISOString(),
    test,
  });
  const order = base ? compareVersions(version, base.version) : 1;
  if (base && order <= 0) {
    const look = done(order === 0 ? 'same' : 'shipped-is-newer');
    await shelf.note(look);
    return look;
  }
  const bytes =
    (base && (await byDifference(vouched, base, target, get))) ??
    (await fetchTarget(vouched, name, target, MOST_REGISTER, get));
  const register = readRegisterFile(bytes, name);
  if (register.version !== version) throw new UpdateFailure('wrong-version', name, register.version);
  const look = done('new');
  if (looking.wanted && !(await looking.wanted())) return look;
  const text = new TextDecoder().decode(bytes);
  await shelf.store({ version, text, sha256: await sha256(bytes), checkedBy: extension, test }, look);
  return look;
}

/**
 * Looks once for an update. Never rejects: what went wrong is in the answer and is kept for the person to read, and
 * the last good register stays. Calls must not overlap.
 */
export async function look(looking: Looking): Promise<Look> {
  try {
    return await follow(looking);
  } catch (error) {
    const failure =
      error instanceof UpdateFailure
        ? error
        : // All that is not ours to foresee here is the storage.
          new UpdateFailure('storage', '', error instanceof Error ? error.message : String(error));
    const before = await looking.shelf.lastLook().catch(() => null);
    const failed: Look = {
      at: looking.now.toISOString(),
      result: 'failed',
      version: before?.version ?? null,
      failure: { kind: failure.kind, file: failure.file, detail: failure.detail },
      lastGood: before?.lastGood ?? null,
      test: before?.test ?? false,
    };
    await looking.shelf.note(failed).catch(() => {});
    return failed;
  }
}
