import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Register } from '../../../lib/register/schema.ts';
import { getFrom } from '../../../lib/updates/download.ts';
import { look } from '../../../lib/updates/look.ts';
import { registerText } from '../../../lib/updates/register-file.ts';
import { shelfOf } from '../../../lib/updates/shelf.ts';
import { makeKeys } from '../../../scripts/publish/keys.ts';
import { publish } from '../../../scripts/publish/publish.ts';
import { signFiles } from '../../../scripts/publish/sign.ts';
import { verify } from '../../../scripts/publish/verify.ts';
import { type MemoryStorage, memoryStorage } from '../../support/memory-storage.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { registerOf } from '../../support/update-client.ts';
import { type UpdateHost, updateHost } from '../../support/update-host.ts';

/* The ceremony of docs/publishing.md, step by step, with an extension that follows it all the way. */

const DAY = 86_400_000;
const START = Date.parse('2026-11-29T12:00:00Z');
const onDay = (day: number): Date => new Date(START + day * DAY);
const version = (number: number): Register => registerOf(`2026.11.29.${number}`, `Version ${number}.`);

/** The holders of root keys, each with a folder that nobody else sees; and the publisher's. */
let homes: Record<'anna' | 'bela' | 'carla' | 'dora' | 'publisher', string>;
let out: string;
let host: UpdateHost;
let storage: MemoryStorage;

const publicKey = (who: 'anna' | 'bela' | 'carla' | 'dora') => join(homes[who], `root-${who}.public.json`);
const roleKeys = (names = { targets: 'targets', snapshot: 'snapshot', timestamp: 'timestamp' }) =>
  Object.entries(names).flatMap(([role, name]) => [
    `--${role}`,
    join(homes.publisher, `${name}.public.json`),
  ]);
const newRoot = (holders: readonly ('anna' | 'bela' | 'carla' | 'dora')[], day = 0, roles = roleKeys()) =>
  signFiles(
    [
      'root',
      '--keys',
      homes.publisher,
      '--threshold',
      '2',
      ...holders.flatMap((who) => ['--root', publicKey(who)]),
      ...roles,
    ],
    onDay(day),
  );
const addSignature = (version: number, who: 'anna' | 'bela' | 'carla' | 'dora') =>
  signFiles([
    'add',
    join(homes.publisher, `${version}.root.json`),
    '--key',
    join(homes[who], `root-${who}.private.pem`),
  ]);

/** Publishes over what is served, and serves it; as somebody who has the keys of a folder. */
async function release(number: number, day: number, keys = homes.publisher): Promise<void> {
  const previous = existsSync(join(out, 'versions.json')) ? ['--previous', out] : [];
  const files = await publish(['--out', out, '--keys', keys, ...previous], onDay(day), version(number));
  for (const [path, bytes] of files) host.files.set(path, bytes);
}

const ROLES = ['targets', 'snapshot', 'timestamp'] as const;

/** A thief's folder: the roots, which everybody can read, and the keys of some roles. */
function stolen(roles: readonly string[]): string {
  const thief = temporaryFolder();
  for (const file of readdirSync(homes.publisher))
    if (file.endsWith('.root.json') || roles.some((role) => file.startsWith(`${role}.`)))
      copyFileSync(join(homes.publisher, file), join(thief, file));
  return thief;
}

/** The pairs of some roles, made anew. */
function renewKeys(roles: readonly string[]): void {
  for (const role of roles)
    for (const half of ['private.pem', 'public.json']) rmSync(join(homes.publisher, `${role}.${half}`));
  makeKeys(['--dir', homes.publisher, ...roles]);
}

/** Begins anew: another host, another folder of keys, a first root by the holders named. */
async function beginAnew(number: number, day: number): Promise<void> {
  homes = { ...homes, publisher: temporaryFolder(), anna: temporaryFolder(), bela: temporaryFolder() };
  makeKeys(['--dir', homes.anna, 'root-anna']);
  makeKeys(['--dir', homes.bela, 'root-bela']);
  makeKeys(['--dir', homes.publisher, ...ROLES]);
  out = temporaryFolder();
  host.files.clear();
  await newRoot(['anna', 'bela', 'dora'], day);
  await addSignature(1, 'anna');
  await addSignature(1, 'dora');
  await release(number, day);
}

const rootHash = () =>
  createHash('sha256')
    .update(readFileSync(join(homes.publisher, '1.root.json')))
    .digest('hex');

async function lookOn(
  day: number,
): Promise<{ result: string; version: string | null; why: string | undefined }> {
  const source = { url: `${host.url}updates/`, root: rootHash() };
  const { result, version, failure } = await look({
    source,
    shelf: shelfOf('updates', source, storage),
    get: getFrom(source.url),
    now: onDay(day),
    shipped: registerText(registerOf('2026.11.22.1', 'shipped')),
    extension: '0.1.0',
  });
  return { result, version, why: failure?.kind };
}

beforeEach(async () => {
  homes = {
    anna: temporaryFolder(),
    bela: temporaryFolder(),
    carla: temporaryFolder(),
    dora: temporaryFolder(),
    publisher: temporaryFolder(),
  };
  out = temporaryFolder();
  host = await updateHost();
  storage = memoryStorage();
  onTestFinished(() => host.close());
  for (const who of ['anna', 'bela', 'carla', 'dora'] as const)
    makeKeys(['--dir', homes[who], `root-${who}`]);
  makeKeys(['--dir', homes.publisher, 'targets', 'snapshot', 'timestamp']);
  await newRoot(['anna', 'bela', 'carla']);
});

describe('keys', () => {
  it('can be read by their owner alone', () => {
    expect(statSync(join(homes.anna, 'root-anna.private.pem')).mode & 0o077).toBe(0);
  });

  it('are never overwritten', () => {
    expect(() => makeKeys(['--dir', homes.anna, 'root-anna'])).toThrow(/EEXIST/);
  });

  it('do not show their private half in what is handed on', () => {
    expect(readFileSync(publicKey('anna'), 'utf8')).not.toContain('PRIVATE');
  });
});

describe('the first root', () => {
  it('is good for nothing before two of three have signed it', async () => {
    await expect(release(1, 0)).rejects.toThrow(/bad-signature/);
    await addSignature(1, 'anna');
    await expect(release(1, 0)).rejects.toThrow(/1 of 2/);
    await addSignature(1, 'anna');
    await expect(release(1, 0)).rejects.toThrow(/1 of 2/);
    await addSignature(1, 'carla');
    await release(1, 0);
    expect(await lookOn(0)).toMatchObject({ result: 'new', version: version(1).version });
  });

  it('cannot ask for more signatures than there are keys', async () => {
    await expect(newRoot(['anna'])).rejects.toThrow(/cannot give 2/);
  });

  it('is not lightly replaced by another of the same number', async () => {
    await expect(newRoot(['anna', 'bela', 'carla'])).resolves.toContain('2.root.json');
  });
});

describe('with a signed root', () => {
  beforeEach(async () => {
    await addSignature(1, 'anna');
    await addSignature(1, 'bela');
    await release(1, 0);
    await lookOn(0);
  });

  it('what is published is no test', async () => {
    const files = readFileSync(join(out, 'data/datapackage.json'), 'utf8');
    expect(files).not.toContain('TEST');
    expect((await verify([out, '--root', rootHash()], onDay(0))).filter(({ right }) => !right)).toEqual([]);
  });

  it('a machine signs the timestamp each day, for a year of days', async () => {
    for (let day = 1; day <= 80; day += 5) {
      await signFiles(['timestamp', '--folder', out, '--keys', homes.publisher], onDay(day));
      for (const path of ['timestamp.json', ...[1, 2, 3, 4, 5, 6].map((number) => `${number}.snapshot.json`)])
        if (existsSync(join(out, 'updates', path)))
          host.files.set(`updates/${path}`, readFileSync(join(out, 'updates', path)));
      expect(await lookOn(day)).toMatchObject({ result: 'same' });
    }
  });

  it('a machine that has the timestamp key alone keeps the folder fresh until the snapshot ends', async () => {
    rmSync(join(homes.publisher, 'snapshot.private.pem'));
    await signFiles(['timestamp', '--folder', out, '--keys', homes.publisher], onDay(6));
    host.files.set('updates/timestamp.json', readFileSync(join(out, 'updates/timestamp.json')));
    expect(await lookOn(12)).toMatchObject({ result: 'same' });
    await signFiles(['timestamp', '--folder', out, '--keys', homes.publisher], onDay(29));
    host.files.set('updates/timestamp.json', readFileSync(join(out, 'updates/timestamp.json')));
    expect(await lookOn(31)).toMatchObject({ result: 'failed', why: 'expired' });
  });

  it('a lost root key is replaced by the two others', async () => {
    rmSync(join(homes.bela, 'root-bela.private.pem'));
    await newRoot(['anna', 'carla', 'dora'], 10);
    await addSignature(2, 'anna');
    await addSignature(2, 'carla');
    await release(2, 10);
    expect(await lookOn(10)).toMatchObject({ result: 'new', version: version(2).version });
  });

  it('one stolen root key alone makes no root', async () => {
    await newRoot(['bela', 'dora', 'carla'], 10);
    await addSignature(2, 'bela');
    await addSignature(2, 'dora');
    await expect(release(2, 10)).rejects.toThrow(/bad-signature/);
  });

  it('a stolen timestamp key is revoked by a new root, and what it signed ahead is forgotten', async () => {
    const stolen = join(homes.dora, 'timestamp.private.pem');
    renameSync(join(homes.publisher, 'timestamp.private.pem'), stolen);
    rmSync(join(homes.publisher, 'timestamp.public.json'));
    makeKeys(['--dir', homes.publisher, 'timestamp']);
    await newRoot(['anna', 'bela', 'carla'], 1);
    await addSignature(2, 'bela');
    await addSignature(2, 'carla');
    await release(2, 1);
    expect(await lookOn(1)).toMatchObject({ result: 'new', version: version(2).version });
    // The thief signs the folder's timestamp again with the old key.
    await signFiles(['timestamp', '--folder', out, '--keys', homes.dora], onDay(2));
    host.files.set('updates/timestamp.json', readFileSync(join(out, 'updates/timestamp.json')));
    expect(await lookOn(2)).toMatchObject({ result: 'failed', why: 'bad-signature' });
  });

  it('two lost root keys leave nobody who can make a root; what is there holds until the root ends', async () => {
    rmSync(join(homes.bela, 'root-bela.private.pem'));
    rmSync(join(homes.carla, 'root-carla.private.pem'));
    await newRoot(['anna', 'dora'], 10);
    await addSignature(2, 'anna');
    await addSignature(2, 'dora');
    await expect(release(2, 10)).rejects.toThrow(/bad-signature/);
    rmSync(join(homes.publisher, '2.root.json'));
    await release(2, 10);
    expect(await lookOn(10)).toMatchObject({ result: 'new', version: version(2).version });
    await release(3, 366);
    expect(await lookOn(366)).toMatchObject({ result: 'failed', why: 'expired' });
  });

  it('after two lost root keys, a first root whose hash people enter carries on', async () => {
    await beginAnew(2, 20);
    expect(await lookOn(20)).toMatchObject({ result: 'new', version: version(2).version });
  });

  it('two stolen root keys can do everything, until people trust a new first root', async () => {
    const thief = temporaryFolder();
    copyFileSync(join(homes.publisher, '1.root.json'), join(thief, '1.root.json'));
    makeKeys(['--dir', thief, ...ROLES]);
    const trueHome = homes.publisher;
    homes = { ...homes, publisher: thief };
    await newRoot(['bela', 'carla'], 1);
    await addSignature(2, 'bela');
    await addSignature(2, 'carla');
    await release(5, 1);
    homes = { ...homes, publisher: trueHome };
    expect(await lookOn(1)).toMatchObject({ result: 'new', version: version(5).version });
    await beginAnew(6, 2);
    expect(await lookOn(2)).toMatchObject({ result: 'new', version: version(6).version });
  });

  it.each(['snapshot', 'targets'])('a stolen %s key alone publishes nothing', async (role) => {
    const thief = stolen([role]);
    makeKeys(['--dir', thief, ...ROLES.filter((each) => each !== role)]);
    await release(2, 1, thief);
    expect(await lookOn(1)).toMatchObject({ result: 'failed', why: 'bad-signature' });
  });

  it('stolen keys of targets, snapshot and timestamp publish, until a new root names others', async () => {
    const thief = stolen(ROLES);
    await release(5, 1, thief);
    expect(await lookOn(1)).toMatchObject({ result: 'new', version: version(5).version });
    renewKeys(ROLES);
    await newRoot(['anna', 'bela', 'carla'], 2);
    await addSignature(2, 'anna');
    await addSignature(2, 'carla');
    await release(6, 2);
    expect(await lookOn(2)).toMatchObject({ result: 'new', version: version(6).version });
    // The thief knows the new root too; the keys in it are others.
    copyFileSync(join(homes.publisher, '2.root.json'), join(thief, '2.root.json'));
    await release(7, 3, thief);
    expect(await lookOn(3)).toMatchObject({ result: 'failed', why: 'bad-signature' });
  });

  it('a stolen snapshot key is revoked by a new root', async () => {
    const thief = stolen(['snapshot', 'timestamp']);
    renewKeys(['snapshot', 'timestamp']);
    await newRoot(['anna', 'bela', 'carla'], 1);
    await addSignature(2, 'anna');
    await addSignature(2, 'bela');
    await release(2, 1);
    expect(await lookOn(1)).toMatchObject({ result: 'new', version: version(2).version });
    // Half of the snapshot's time is gone, so that the thief signs both anew.
    await signFiles(['timestamp', '--folder', out, '--keys', thief], onDay(20));
    for (const file of readdirSync(join(out, 'updates')))
      if (file.endsWith('.json')) host.files.set(`updates/${file}`, readFileSync(join(out, 'updates', file)));
    expect(await lookOn(20)).toMatchObject({ result: 'failed', why: 'bad-signature' });
  });

  it('a root is renewed before its year is over, and nobody notices', async () => {
    await newRoot(['anna', 'bela', 'carla'], 300);
    await addSignature(2, 'anna');
    await addSignature(2, 'bela');
    await release(2, 300);
    expect(await lookOn(400)).toMatchObject({ why: 'expired' });
    await release(3, 400);
    expect(await lookOn(400)).toMatchObject({ result: 'new', version: version(3).version });
  });
});
