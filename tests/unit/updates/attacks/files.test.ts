import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { registerText } from '../../../../lib/updates/register-file.ts';
import {
  at,
  freshScene,
  GOOD,
  REGISTER,
  ROLES,
  recovers,
  refused,
  settle,
} from '../../../support/update-attacks.ts';
import { NOW } from '../../../support/update-repository.ts';

/** Attacks on what the host sends, and its faults. */
freshScene();

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
