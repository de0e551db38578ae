import { describe, expect, it } from 'vitest';
import { at, freshScene, GOOD, REGISTER, ROLES, recovers, settle } from '../../../support/update-attacks.ts';
import { testKey } from '../../../support/update-repository.ts';

/** A look for updates that nobody disturbs. */
freshScene();

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

it('a source of records of its own starts from nothing', async () => {
  expect((await at.look({ shipped: null })).result).toBe('new');
});
