import { beforeEach, describe, expect, it } from 'vitest';
import type { Register } from '../../../../lib/register/schema.ts';
import { REGISTER_FORMAT } from '../../../../lib/register/version.ts';
import { sha256 } from '../../../../lib/updates/hex.ts';
import { differenceTarget, registerTarget, registerText } from '../../../../lib/updates/register-file.ts';
import { differenceBetween } from '../../../../scripts/publish/differences.ts';
import {
  at,
  EVIL,
  freshScene,
  GOOD,
  NEXT,
  REGISTER,
  ROLES,
  recovers,
  refused,
  settle,
} from '../../../support/update-attacks.ts';
import { type Role, testKey } from '../../../support/update-repository.ts';

/** What reaches the register: differences, its schema, the storage. */
freshScene();

describe('a difference', () => {
  /** Offers the way from the good register to the next as a difference too. */
  async function offerDifference(
    bend: (difference: Record<string, unknown>) => void = () => {},
  ): Promise<void> {
    const hashed = async (register: Register) => ({
      register,
      sha256: await sha256(new TextEncoder().encode(registerText(register))),
    });
    const difference: Record<string, unknown> = {
      ...differenceBetween(await hashed(GOOD), await hashed(NEXT)),
    };
    bend(difference);
    at.repository.targets.set(differenceTarget(REGISTER_FORMAT, GOOD.version), {
      bytes: Buffer.from(JSON.stringify(difference)),
      custom: {},
    });
    at.offer(NEXT);
    at.repository.publish();
    at.host.paths();
  }
  const askedFor = () =>
    at.host
      .paths()
      .filter((path) => path.startsWith('targets/'))
      .map((path) => path.slice(73));

  beforeEach(settle);

  it('is enough where it leads to the whole file', async () => {
    await offerDifference();
    expect((await at.look()).result).toBe('new');
    expect(askedFor()).toEqual([differenceTarget(REGISTER_FORMAT, GOOD.version)]);
    expect(at.storage.entries.get('updates:register')).toMatchObject({ text: registerText(NEXT) });
  });

  it.each<[string, (difference: Record<string, unknown>) => void]>([
    [
      'for another base',
      (difference) => Object.assign(difference.from as object, { sha256: '0'.repeat(64) }),
    ],
    [
      'with another result',
      (difference) => Object.assign(difference, { restrictions: { set: [], gone: [] } }),
    ],
    ['of another form', (difference) => Object.assign(difference, { more: 1 })],
    ['without its lists', (difference) => void delete difference.restrictions],
  ])('%s gives way to the whole file', async (_what, bend) => {
    await offerDifference(bend);
    expect((await at.look()).result).toBe('new');
    expect(askedFor()).toEqual([differenceTarget(REGISTER_FORMAT, GOOD.version), REGISTER]);
    expect(await at.kept()).toBe(NEXT.version);
  });

  it('that is not there gives way to the whole file', async () => {
    await offerDifference();
    for (const path of [...at.host.files.keys()]) if (path.includes('difference')) at.host.files.delete(path);
    expect((await at.look()).result).toBe('new');
  });
});

describe('the register', () => {
  it('that the schema refuses is named, and the last good one stays', async () => {
    await settle();
    const broken = structuredClone(NEXT) as unknown as { restrictions: { summary: unknown }[] };
    if (broken.restrictions[0]) broken.restrictions[0].summary = 7;
    at.offer(broken as unknown as Register);
    at.repository.publish();
    await refused('not-a-register');
    expect(at.storage.entries.get('updates:look')).toMatchObject({
      failure: { detail: expect.stringContaining('restrictions.0.summary') },
    });
    await recovers(EVIL);
  });

  it('of a later format alone is said to be for a later version', async () => {
    at.repository.targets.clear();
    at.repository.targets.set(registerTarget(REGISTER_FORMAT + 1), { bytes: Buffer.from('{}'), custom: {} });
    at.repository.publish();
    await refused('later-format');
  });

  it('beside one of a later format is taken', async () => {
    at.repository.targets.set(registerTarget(REGISTER_FORMAT + 1), { bytes: Buffer.from('{}'), custom: {} });
    at.repository.publish();
    await settle();
  });

  it('of another version than was announced is refused', async () => {
    at.repository.targets.set(REGISTER, {
      bytes: Buffer.from(registerText(GOOD)),
      custom: { version: '2026.12.24.1' },
    });
    at.repository.publish();
    await refused('wrong-version');
  });

  it('is not stored where the person has switched updates off meanwhile', async () => {
    await at.look({ wanted: async () => false });
    expect(await at.kept()).toBeNull();
  });

  it('of one source does not serve for another', async () => {
    await settle();
    const { shelfOf } = await import('../../../../lib/updates/shelf.ts');
    const root = at.repository.rootHash;
    expect(
      await shelfOf('updates', { url: 'https://other.example/', root }, at.storage).register(),
    ).toBeNull();
    expect(await shelfOf('updates', { url: at.host.url, root: 'f'.repeat(64) }, at.storage).kept()).toEqual(
      {},
    );
  });
});

describe('the storage', () => {
  it('that is full keeps the last good register', async () => {
    await settle();
    at.offer(NEXT);
    at.repository.publish();
    at.storage.refuse = (key) => key === 'updates:register';
    await refused('storage');
    at.storage.refuse = () => false;
    expect((await at.look()).result).toBe('new');
  });

  it('that takes nothing at all loses nothing', async () => {
    await settle();
    at.offer(NEXT);
    at.repository.publish();
    at.storage.refuse = () => true;
    expect(await at.look()).toMatchObject({ result: 'failed', failure: { kind: 'storage' } });
    expect(await at.kept()).toBe(GOOD.version);
  });

  /** Runs one look until the worker is stopped: nothing after the given number of writes is heard of. */
  const stoppedAfter = async (writes: number): Promise<boolean> => {
    at.storage.stopAfter = at.storage.writes() + writes;
    const asked = at.host.asked.length;
    const ended = await Promise.race([
      at.look().then(() => true),
      // The worker hangs in a write once it asks for nothing more.
      new Promise<boolean>((stopped) => {
        const watch = () => {
          if (at.storage.writes() >= at.storage.stopAfter && at.host.asked.length > asked) stopped(false);
          else setImmediate(watch);
        };
        watch();
      }),
    ]);
    at.storage.stopAfter = Number.POSITIVE_INFINITY;
    return ended;
  };

  it.each([0, 1, 2, 3, 4, 5, 6, 7])(
    'left by a worker that was stopped after %i writes is good to go on from',
    async (writes) => {
      await settle();
      for (const role of ROLES) at.repository.keys[role] = [testKey()];
      at.repository.publishRoot();
      at.offer(NEXT);
      at.repository.publish();
      await stoppedAfter(writes);
      expect([GOOD.version, NEXT.version]).toContain(await at.kept());
      expect((await at.look()).failure).toBeNull();
      expect(await at.kept()).toBe(NEXT.version);
      await recovers(EVIL);
    },
  );

  it.each<Role>(['root', 'timestamp', 'snapshot', 'targets'])(
    'whose kept %s is damaged is filled again',
    async (role) => {
      await settle();
      at.storage.entries.set(`updates:${role}`, 'damaged');
      await recovers();
    },
  );
});
