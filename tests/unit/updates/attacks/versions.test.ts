import { describe, expect, it } from 'vitest';
import {
  at,
  EVIL,
  freshScene,
  GOOD,
  NEXT,
  ROLES,
  recovers,
  refused,
  settle,
} from '../../../support/update-attacks.ts';
import { registerOf } from '../../../support/update-client.ts';
import { FAR, NOW, PAST, testKey } from '../../../support/update-repository.ts';

/** Attacks on when and what belongs together: versions and expiry. */
freshScene();

describe('rollback', () => {
  it('of the timestamp is refused', async () => {
    at.repository.versions.timestamp = 6;
    at.repository.publish();
    await settle();
    at.repository.versions.timestamp = 4;
    at.repository.publish();
    await refused('older');
  });

  it('of the snapshot that a timestamp names is refused', async () => {
    at.repository.versions.snapshot = 6;
    at.repository.publish();
    await settle();
    at.repository.versions.snapshot = 2;
    at.repository.publish();
    await refused('older');
  });

  it('of the targets that a snapshot names is refused', async () => {
    at.repository.versions.targets = 6;
    at.repository.publish();
    await settle();
    at.repository.versions.targets = 2;
    at.repository.publish();
    await refused('older');
  });

  it('by a snapshot that no longer lists what it listed is refused', async () => {
    at.repository.bend.snapshot = (signed) =>
      Object.assign(signed.meta as object, { 'other.json': { version: 1 } });
    at.repository.publish();
    await settle();
    at.repository.bend = {};
    at.repository.publish();
    await refused('older');
  });

  it('of the root is refused', async () => {
    at.repository.publishRoot();
    await settle();
    at.host.files.set('3.root.json', at.host.files.get('1.root.json') ?? Buffer.alloc(0));
    await refused('wrong-version');
  });

  it('of the register itself leaves the newer one', async () => {
    at.offer(NEXT);
    at.repository.publish();
    await settle();
    at.offer(GOOD);
    at.repository.publish();
    await at.look();
    expect(await at.kept()).toBe(NEXT.version);
  });

  it('below the shipped register leaves the shipped one', async () => {
    const look = await at.look({ shipped: registerOf('2026.11.23.2', 'newer') });
    expect(look.result).toBe('shipped-is-newer');
    expect(await at.kept()).toBeNull();
  });

  it('is told number by number', async () => {
    at.offer(registerOf('2026.11.23.9', 'nine'));
    at.repository.publish();
    await settle();
    await recovers(registerOf('2026.11.23.10', 'ten'));
  });

  it('under the same version of the timestamp changes nothing', async () => {
    await settle();
    at.repository.versions.timestamp = 0;
    at.offer(NEXT);
    at.repository.publish();
    expect((await at.look()).result).toBe('same');
    expect(await at.kept()).toBe(GOOD.version);
  });
});

describe('fast-forward', () => {
  it.each([
    ['timestamp', ['timestamp']],
    ['snapshot', ['snapshot', 'timestamp']],
    ['targets', ['snapshot']],
  ] as const)('of the %s is recovered from by new keys', async (forward, rotated) => {
    at.repository.versions[forward] = 1_000_000;
    at.repository.publish();
    await settle();
    at.repository.versions[forward] = 10;
    at.offer(NEXT);
    at.repository.publish();
    await refused('older');
    for (const role of rotated) at.repository.keys[role] = [testKey()];
    at.repository.publishRoot();
    await recovers();
  });

  it.each([
    ['timestamp', 'timestamp'],
    ['targets', 'snapshot'],
  ] as const)(
    'of the %s is recovered from though the new %s key keeps company with the old',
    async (forward, rotated) => {
      at.repository.versions[forward] = 1_000_000;
      at.repository.publish();
      await settle();
      at.repository.keys[rotated].push(testKey());
      at.repository.publishRoot();
      at.repository.versions[forward] = 10;
      await recovers();
    },
  );
});

describe('freeze', () => {
  it.each(ROLES)('by an expired %s is refused', async (role) => {
    await settle();
    at.repository.expires[role] = PAST;
    at.offer(NEXT);
    at.repository.publish();
    await refused('expired');
    at.repository.expires[role] = FAR;
    await recovers(EVIL);
  });

  it('by an expired root is refused, and a later one is still found', async () => {
    await settle();
    at.repository.expires.root = PAST;
    at.repository.publishRoot();
    await refused('expired');
    at.repository.expires.root = FAR;
    at.repository.publishRoot();
    await recovers();
  });

  it('by an intermediate root that is expired does not matter', async () => {
    at.repository.expires.root = PAST;
    at.repository.publishRoot();
    at.repository.expires.root = FAR;
    at.repository.publishRoot();
    await settle();
  });

  it('by the same timestamp for ever is seen', async () => {
    at.repository.expires.timestamp = '2026-12-06T12:00:00Z';
    at.repository.publish();
    await settle();
    await refused('expired', { now: new Date('2026-12-29T12:00:00Z') });
  });

  it('at the very second of the expiry has begun', async () => {
    at.repository.expires.timestamp = NOW.toISOString().replace('.000Z', 'Z');
    at.repository.publish();
    await refused('expired');
  });
});

describe('mix and match', () => {
  it('of snapshots of two moments is refused', async () => {
    at.repository.publish(['targets', 'snapshot']);
    const other = at.host.files.get('2.snapshot.json') ?? Buffer.alloc(0);
    at.host.files.set('1.snapshot.json', other);
    // Signatures vary in length by a byte or two.
    await refused(/^(too-large|wrong-length|wrong-hash)$/);
  });

  it('of targets of two moments is refused', async () => {
    at.offer(EVIL);
    at.repository.publish(['targets']);
    at.host.files.set('1.targets.json', at.host.files.get('2.targets.json') ?? Buffer.alloc(0));
    await refused(/^(too-large|wrong-length|wrong-hash)$/);
  });

  it.each(['snapshot', 'targets'] as const)('under the version of another %s is refused', async (role) => {
    // Neither length nor hash is given, as the specification allows.
    const strip = (signed: Record<string, unknown>) => {
      for (const meta of Object.values(signed.meta as Record<string, Record<string, unknown>>)) {
        delete meta.length;
        delete meta.hashes;
      }
    };
    at.repository.bend = { timestamp: strip, snapshot: strip };
    at.repository.publish();
    const name = (version: number) => `${version}.${role}.json`;
    at.host.files.set(name(2), at.host.files.get(name(1)) ?? Buffer.alloc(0));
    await refused('wrong-version');
  });
});

describe('a clock', () => {
  it('years ahead finds everything expired, and the last good register stays', async () => {
    await settle();
    await refused('expired', { now: new Date('2031-01-01T00:00:00Z') });
    await recovers();
  });

  it('years behind still takes what is newer, and nothing older', async () => {
    const now = new Date('2001-01-01T00:00:00Z');
    at.repository.versions.timestamp = 6;
    at.repository.publish();
    expect((await at.look({ now })).result).toBe('new');
    at.repository.versions.timestamp = 2;
    at.repository.publish();
    await refused('older', { now });
  });
});
