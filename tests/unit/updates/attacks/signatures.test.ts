import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../../lib/updates/hex.ts';
import { at, EVIL, freshScene, ROLES, recovers, refused, settle } from '../../../support/update-attacks.ts';
import { NOW, sameKeyOtherwise, testKey } from '../../../support/update-repository.ts';

/** Attacks on who may sign: signatures, thresholds, keys. */
freshScene();

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
    if (key) at.repository.keys.timestamp = [{ ...key, id: 'f'.repeat(64) }];
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
    const { look } = await import('../../../../lib/updates/look.ts');
    const { shelfOf } = await import('../../../../lib/updates/shelf.ts');
    const { getFrom } = await import('../../../../lib/updates/download.ts');
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
