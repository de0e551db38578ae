import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Register } from '../../../lib/register/schema.ts';
import { REGISTER_FORMAT } from '../../../lib/register/version.ts';
import { differenceBetween } from '../../../lib/updates/difference.ts';
import { sha256 } from '../../../lib/updates/hex.ts';
import { differenceTarget, registerTarget, registerText } from '../../../lib/updates/register-file.ts';
import { registerOf, type Scene, scene } from '../../support/update-client.ts';
import { FAR, NOW, PAST, type Role, sameKeyOtherwise, testKey } from '../../support/update-repository.ts';

const GOOD = registerOf('2026.11.23.1', 'good', 'second');
const NEXT = registerOf('2026.11.24.1', 'next', 'second');
const EVIL = registerOf('2026.11.30.1', 'evil');
const REGISTER = registerTarget(REGISTER_FORMAT);
const ROLES = ['timestamp', 'snapshot', 'targets'] as const;

let at: Scene;
/** A client that has the good register, and has seen one version of each role. */
beforeEach(async () => {
  at = await scene();
  at.offer(GOOD);
  at.repository.publish();
});
afterEach(() => at.host.close());

const settle = async () => expect((await at.look()).result).toBe('new');

/** The look failed for this reason, its words are kept, and the last good register serves. */
async function refused(kind: string | RegExp, options?: Parameters<Scene['look']>[0]): Promise<void> {
  const before = await at.kept();
  const look = await at.look(options);
  expect(look.result).toBe('failed');
  if (typeof kind === 'string') expect(look.failure?.kind).toBe(kind);
  else expect(look.failure?.kind).toMatch(kind);
  expect(await at.kept()).toBe(before);
  expect(at.storage.entries.get('updates:look')).toMatchObject({ failure: { kind: look.failure?.kind } });
}

/** All is well again once the host serves what it should. */
async function recovers(register: Register = NEXT): Promise<void> {
  at.host.behave();
  at.repository.bend = {};
  at.repository.break = {};
  at.offer(register);
  at.repository.publish();
  expect(await at.look()).toMatchObject({ result: 'new', version: register.version });
  expect(await at.kept()).toBe(register.version);
}

describe('a look for updates', () => {
  it('stores a newer register', async () => {
    expect(await at.look()).toMatchObject({ result: 'new', version: GOOD.version, failure: null });
    expect(await at.kept()).toBe(GOOD.version);
    expect(at.host.paths()).toEqual([
      '1.root.json',
      '2.root.json',
      'timestamp.json',
      '1.snapshot.json',
      '1.targets.json',
      expect.stringMatching(/^targets\/[0-9a-f]{64}\.register/),
    ]);
  });

  it('asks twice where nothing is new', async () => {
    await settle();
    at.host.paths();
    expect((await at.look()).result).toBe('same');
    expect(at.host.paths()).toEqual(['2.root.json', 'timestamp.json']);
  });

  it('sends nothing that tells one browser from another', async () => {
    await settle();
    for (const { headers } of at.host.asked) {
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('referer');
      expect(headers['accept-language']).toBe('*');
    }
  });

  it('takes the next version', async () => {
    await settle();
    await recovers();
  });

  it('follows a repository without consistent snapshots', async () => {
    at.repository.consistent = false;
    at.repository.publishRoot();
    at.repository.publish();
    await settle();
    expect(at.host.paths()).toContain(`targets/${REGISTER}`);
  });

  it.each(['ecdsa', 'ed25519'] as const)('takes %s signatures', async (scheme) => {
    for (const role of ROLES) at.repository.keys[role] = [testKey(scheme)];
    at.repository.publishRoot();
    at.repository.publish();
    await settle();
  });

  it('copes with fields that it does not know', async () => {
    for (const role of ROLES)
      at.repository.bend[role] = (signed) => Object.assign(signed, { more: { é: ['\\"\n'] } });
    at.repository.publish();
    await settle();
  });

  it('takes a file with one wrong signature where enough are right', async () => {
    at.repository.keys.timestamp.push(testKey());
    at.repository.publishRoot();
    at.repository.break.timestamp = ({ signatures }) => {
      if (signatures[0]) signatures[0].sig = '';
    };
    at.repository.publish();
    await settle();
  });
});

describe('arbitrary software', () => {
  it.each(ROLES)('signed for %s by a stranger is refused', async (role) => {
    await settle();
    at.offer(EVIL);
    at.repository.keys[role] = [testKey()];
    at.repository.publish();
    await refused('bad-signature');
  });

  it.each(ROLES)('in %s changed after signing is refused', async (role) => {
    await settle();
    at.offer(EVIL);
    at.repository.break[role] = ({ signed }) => Object.assign(signed, { evil: true });
    at.repository.publish();
    await refused('bad-signature');
    await recovers();
  });

  it.each(ROLES)('without any signature in %s is refused', async (role) => {
    await settle();
    at.repository.break[role] = (file) => file.signatures.splice(0);
    at.repository.publish();
    await refused('bad-signature');
  });

  it('by a root that the trusted root did not sign is refused', async () => {
    await settle();
    at.repository.keys.root = [testKey()];
    at.repository.keys.timestamp = [testKey()];
    at.repository.publishRoot();
    at.offer(EVIL);
    at.repository.publish();
    await refused('bad-signature');
  });

  it('by a root that did not sign itself is refused', async () => {
    const old = at.repository.keys.root;
    await settle();
    at.repository.keys.root = [testKey()];
    at.repository.break.root = (file) => {
      file.signatures = file.signatures.filter(({ keyid }) => keyid === old[0]?.id);
    };
    at.repository.publishRoot(old);
    await refused('bad-signature');
  });

  it('by a first root of another hash is refused', async () => {
    const bytes = at.host.files.get('1.root.json');
    at.host.files.set('1.root.json', Buffer.from(`${bytes} `));
    await refused('other-root');
    expect(at.host.paths()).toEqual(['1.root.json', '2.root.json']);
  });

  it('in the place of a target is refused', async () => {
    const path = [...at.host.files.keys()].find((each) => each.startsWith('targets/')) ?? '';
    const bytes = at.host.files.get(path) ?? Buffer.alloc(0);
    at.host.files.set(path, Buffer.from(bytes.toString().replace('good', 'evil')));
    await refused('wrong-hash');
  });

  it('in the role of another is refused', async () => {
    const snapshot = at.host.files.get('1.snapshot.json');
    if (snapshot) at.host.files.set('timestamp.json', snapshot);
    await refused('not-understood');
  });
});

describe('thresholds', () => {
  it.each(ROLES)('of %s count keys, not signatures', async (role) => {
    await settle();
    at.repository.keys[role].push(testKey());
    at.repository.thresholds[role] = 2;
    at.repository.publishRoot();
    at.repository.break[role] = ({ signatures }) => void signatures.pop();
    at.repository.publish();
    await refused('bad-signature');
    await recovers();
  });

  it('are not reached by one signature twice', async () => {
    at.repository.keys.snapshot.push(testKey());
    at.repository.thresholds.snapshot = 2;
    at.repository.publishRoot();
    at.repository.break.snapshot = ({ signatures }) => {
      if (signatures[0]) signatures[1] = { ...signatures[0] };
    };
    at.repository.publish();
    await refused('not-understood');
  });

  it('are not reached by one key under two ids', async () => {
    const [key] = at.repository.keys.timestamp;
    if (key) at.repository.keys.timestamp.push(sameKeyOtherwise(key));
    at.repository.thresholds.timestamp = 2;
    at.repository.publishRoot();
    at.repository.publish();
    await refused('bad-signature');
  });

  it('are not reached by one key that a role lists twice', async () => {
    const [key] = at.repository.keys.timestamp;
    if (key) at.repository.keys.timestamp = [key, key];
    at.repository.thresholds.timestamp = 2;
    at.repository.publishRoot();
    at.repository.break.timestamp = ({ signatures }) => void signatures.pop();
    at.repository.publish();
    await refused('bad-signature');
  });

  it('are not reached by a key under an id that is not its own', async () => {
    const [key] = at.repository.keys.timestamp;
    if (key) at.repository.keys.timestamp.push({ ...key, id: 'f'.repeat(64) });
    at.repository.thresholds.timestamp = 2;
    at.repository.publishRoot();
    at.repository.publish();
    await refused('bad-signature');
  });

  it('are not reached by keys of unknown algorithms', async () => {
    const key = testKey();
    at.repository.keys.timestamp = [{ ...key, json: { ...key.json, scheme: 'none' } }];
    at.repository.publishRoot();
    at.repository.publish();
    await refused('bad-signature');
  });

  it('may be reached beside keys of unknown algorithms', async () => {
    const key = testKey();
    at.repository.keys.timestamp.push({
      ...key,
      json: { ...key.json, keytype: 'post-quantum', scheme: 'later' },
    });
    at.repository.publishRoot();
    at.repository.publish();
    await settle();
  });

  it('of the trusted root hold for the next one', async () => {
    const old = at.repository.keys.root;
    at.repository.keys.root = [...old, testKey()];
    at.repository.thresholds.root = 2;
    at.repository.publishRoot();
    await settle();
    at.repository.keys.root = [testKey()];
    at.repository.thresholds.root = 1;
    at.repository.publishRoot(old);
    await refused('bad-signature');
  });

  it('of nought are not understood', async () => {
    at.repository.thresholds.timestamp = 0;
    at.repository.publishRoot();
    await refused('not-understood');
  });
});

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

  it('is recovered from though the new keys keep company with the old', async () => {
    at.repository.versions.timestamp = 1_000_000;
    at.repository.publish();
    await settle();
    at.repository.keys.timestamp.push(testKey());
    at.repository.publishRoot();
    at.repository.versions.timestamp = 10;
    await recovers();
  });
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

describe('wrong hash or length', () => {
  const bendMeta = (change: (meta: Record<string, unknown>) => void) => (signed: Record<string, unknown>) => {
    for (const meta of Object.values(
      (signed.meta ?? signed.targets) as Record<string, Record<string, unknown>>,
    ))
      change(meta);
  };

  it.each(ROLES)('in %s is refused', async (role) => {
    at.repository.bend[role] = bendMeta((meta) =>
      Object.assign(meta, { hashes: { sha256: '00'.repeat(32) } }),
    );
    if (role === 'targets')
      at.host.answer(`targets/${'00'.repeat(32)}.${REGISTER}`, (_request, response) =>
        response.end(registerText(GOOD)),
      );
    at.repository.publish();
    await refused('wrong-hash');
  });

  it.each(ROLES)('by one byte less in %s is refused', async (role) => {
    at.repository.bend[role] = bendMeta((meta) => Object.assign(meta, { length: Number(meta.length) + 1 }));
    at.repository.publish();
    await refused('wrong-length');
  });

  it('of an unknown algorithm is refused', async () => {
    at.repository.bend.targets = bendMeta((meta) => Object.assign(meta.hashes as object, { md9: 'abcd' }));
    at.repository.publish();
    await refused('wrong-hash');
  });

  it('without any hash is refused', async () => {
    at.repository.bend.targets = bendMeta((meta) => Object.assign(meta, { hashes: {} }));
    at.repository.publish();
    await refused('wrong-hash');
  });
});

describe('endless data and slow retrieval', () => {
  it.each(['1.root.json', 'timestamp.json', '1.snapshot.json', '1.targets.json'])(
    'in %s end at the limit',
    async (path) => {
      let sent = 0;
      at.host.answer(path, (_request, response) => {
        const more = () => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536, 32))) sent += 65_536;
        };
        response.on('drain', more);
        more();
      });
      await refused('too-large');
      expect(sent).toBeLessThan(50_000_000);
    },
  );

  it('in the register end at its signed length', async () => {
    const path = [...at.host.files.keys()].find((each) => each.startsWith('targets/')) ?? '';
    at.host.files.set(path, Buffer.alloc(1_000_000, 32));
    await refused('too-large');
  });

  it('announced by a signed length beyond the cap are not even asked for', async () => {
    at.repository.bend.targets = (signed) =>
      Object.assign((signed.targets as Record<string, object>)[REGISTER] ?? {}, { length: 2_000_000_000 });
    at.repository.publish();
    await refused('too-large');
    expect(at.host.paths().some((path) => path.startsWith('targets/'))).toBe(false);
  });

  it('packed into a small answer end at the limit', async () => {
    at.host.answer('timestamp.json', (_request, response) =>
      response
        .writeHead(200, { 'content-encoding': 'gzip' })
        .end(gzipSync(Buffer.alloc(200_000_000, 32), { level: 1 })),
    );
    await refused('too-large');
  });

  it('that never begin end in time', async () => {
    at.host.answer('timestamp.json', () => {});
    await refused('too-slow', { time: 300 });
  });

  it('byte by byte end in time', async () => {
    at.host.answer('timestamp.json', (_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    await refused('too-slow', { time: 300 });
  });

  it('of roots without end stop', async () => {
    await settle();
    at.host.answer('*', (request, response) => {
      const version = Number(/(\d+)\.root/.exec(request.url ?? '')?.[1] ?? 0);
      if (!version) return void response.writeHead(404).end();
      at.repository.versions.root = version - 1;
      at.repository.publishRoot();
      response.end(at.host.files.get(`${version}.root.json`));
    });
    at.host.paths();
    await refused('missing');
    expect(at.host.paths().filter((path) => path.includes('root')).length).toBe(64);
  });
});

describe('files that are not understood', () => {
  it.each([
    ['no JSON', '<!doctype html>'],
    ['nothing', ''],
    ['another value', 'null'],
    ['no signatures', '{"signed":{}}'],
    ['brackets without end', '['.repeat(7_000)],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ])('as %s are refused', async (_what, body) => {
    await settle();
    at.host.files.set('timestamp.json', Buffer.from(body));
    await refused('not-understood');
    await recovers();
  });

  it('for a number with a fraction are refused', async () => {
    await settle();
    const file = JSON.parse(String(at.host.files.get('timestamp.json')));
    file.signed.more = 1.5;
    at.host.files.set('timestamp.json', Buffer.from(JSON.stringify(file)));
    await refused('not-understood');
  });

  it('for a version of the specification to come are refused', async () => {
    at.repository.bend.timestamp = (signed) => Object.assign(signed, { spec_version: '2.0.0' });
    at.repository.publish();
    await refused('not-understood');
  });

  it('for a date that is none are refused', async () => {
    at.repository.expires.timestamp = 'never';
    at.repository.publish();
    await refused('not-understood');
  });
});

describe('extraneous files', () => {
  it('in the folder are not asked for, and further targets do not matter', async () => {
    at.repository.targets.set('more.json', { bytes: Buffer.from('x'), custom: {} });
    at.repository.publish();
    await settle();
    expect(at.host.paths().some((path) => path.includes('more'))).toBe(false);
  });

  it('named as properties that every object has are not found', async () => {
    at.repository.targets.clear();
    at.repository.targets.set('constructor', { bytes: Buffer.from('x'), custom: {} });
    at.repository.publish();
    await refused('no-register');
  });
});

describe('keys', () => {
  it.each(ROLES)('of %s that a new root revokes count no more', async (role) => {
    const old = at.repository.keys[role];
    await settle();
    at.repository.keys[role] = [testKey()];
    at.repository.publishRoot();
    at.repository.keys[role] = old;
    at.offer(EVIL);
    at.repository.publish();
    await refused('bad-signature');
  });

  it('of the root rotate step by step, however many steps were missed', async () => {
    await settle();
    for (let step = 0; step < 5; step++) {
      const old = at.repository.keys.root;
      at.repository.keys.root = [testKey()];
      at.repository.publishRoot(old);
    }
    await recovers();
  });

  it('of a root cannot be skipped', async () => {
    await settle();
    const first = at.repository.keys.root;
    at.repository.keys.root = [testKey()];
    at.repository.publishRoot(first);
    at.repository.publishRoot();
    at.host.files.set('2.root.json', at.host.files.get('3.root.json') ?? Buffer.alloc(0));
    expect((await at.look()).failure?.kind).toBe('bad-signature');
    at.repository.publishRoot(first);
    at.host.files.set('2.root.json', at.host.files.get('4.root.json') ?? Buffer.alloc(0));
    await refused('wrong-version');
  });

  it('may start from a root that is not the first', async () => {
    const old = at.repository.keys.root;
    at.repository.keys.root = [testKey()];
    at.repository.publishRoot(old);
    const later = await sha256(Uint8Array.from(at.host.files.get('2.root.json') ?? []));
    const { look } = await import('../../../lib/updates/look.ts');
    const { shelfOf } = await import('../../../lib/updates/shelf.ts');
    const { getFrom } = await import('../../../lib/updates/download.ts');
    const source = { url: at.host.url, root: later };
    const shelf = shelfOf('updates', source, at.storage);
    at.repository.publish();
    const done = await look({
      source,
      shelf,
      get: getFrom(source.url),
      now: NOW,
      shipped: null,
      extension: '1',
    });
    expect(done.result).toBe('new');
  });
});

describe('the host', () => {
  it.each([
    ['another host', 'https://elsewhere.example/'],
    ['plain http', 'http://elsewhere.example/'],
    ['itself', '/timestamp.json?again'],
  ])('that sends on to %s is not followed', async (_where, location) => {
    await settle();
    at.host.answer('timestamp.json', (_request, response) => response.writeHead(302, { location }).end());
    await refused('redirected');
  });

  it.each([
    'http://updates.example/',
    'ftp://127.0.0.1/',
    'data:application/json,{}',
    'https://name:word@updates.example/',
    'https://updates.example/?folder=',
  ])('is not asked under %s', async (url) => {
    await refused('not-https', { url });
  });

  it('that says "as before" to a browser without a copy is not believed', async () => {
    at.host.answer('timestamp.json', (_request, response) => response.writeHead(304).end());
    await refused('not-modified');
  });

  it.each([500, 503, 429, 401])('that answers %i is named with it', async (status) => {
    at.host.answer('timestamp.json', (_request, response) => response.writeHead(status).end('no'));
    await refused('http-status');
    expect(at.storage.entries.get('updates:look')).toMatchObject({ failure: { detail: String(status) } });
  });

  it('that answers 403 where a file is not there, as object stores do, is understood', async () => {
    at.host.answer('2.root.json', (_request, response) => response.writeHead(403).end());
    await settle();
  });

  it.each(['timestamp.json', '1.snapshot.json', '1.targets.json'])('that lacks %s is named', async (path) => {
    at.host.files.delete(path);
    await refused('missing');
  });

  it('that breaks off is unreachable', async () => {
    at.host.answer('timestamp.json', (request) => request.socket.destroy());
    await refused('unreachable');
  });

  it('that is gone for a month leaves the last good register', async () => {
    await settle();
    await at.host.close();
    for (let day = 1; day <= 30; day++)
      await refused('unreachable', { now: new Date(NOW.getTime() + day * 86_400_000) });
    expect(at.storage.entries.get('updates:look')).toMatchObject({ lastGood: NOW.toISOString() });
  });
});

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
    const { shelfOf } = await import('../../../lib/updates/shelf.ts');
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

it('a source of records of its own starts from nothing', async () => {
  expect((await at.look({ shipped: null })).result).toBe('new');
});
