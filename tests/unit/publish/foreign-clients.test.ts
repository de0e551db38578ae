import { generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Key,
  Metadata,
  MetaFile,
  Root,
  Signature,
  Snapshot,
  TargetFile,
  Targets,
  Timestamp,
} from '@tufjs/models';
import { Updater } from 'tuf-js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { REGISTER_FORMAT } from '../../../lib/register/version.ts';
import { getFrom } from '../../../lib/updates/download.ts';
import { sha256 } from '../../../lib/updates/hex.ts';
import { look } from '../../../lib/updates/look.ts';
import { registerTarget, registerText } from '../../../lib/updates/register-file.ts';
import { shelfOf } from '../../../lib/updates/shelf.ts';
import { publish } from '../../../scripts/publish/publish.ts';
import { memoryStorage } from '../../support/memory-storage.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { registerOf } from '../../support/update-client.ts';
import { updateHost } from '../../support/update-host.ts';

const REGISTER = registerTarget(REGISTER_FORMAT);

const host = async () => {
  const started = await updateHost();
  onTestFinished(() => started.close());
  return started;
};

describe('a client that we did not write', () => {
  it('reads the published folder, and the next version of it', async () => {
    const out = temporaryFolder();
    const server = await host();
    const serve = (files: ReadonlyMap<string, Buffer>) => {
      for (const [path, bytes] of files) server.files.set(path, bytes);
    };
    serve(await publish(['--out', out], new Date()));
    const metadataDir = temporaryFolder();
    const targetDir = temporaryFolder();
    writeFileSync(join(metadataDir, 'root.json'), readFileSync(join(out, 'updates/1.root.json')));
    const updater = new Updater({
      metadataDir,
      metadataBaseUrl: `${server.url}updates`,
      targetDir,
      targetBaseUrl: `${server.url}updates/targets`,
    });
    await updater.refresh();
    const target = await updater.getTargetInfo(REGISTER);
    if (!target) throw new Error('the register is not among the targets');
    const path = await updater.downloadTarget(target);
    expect(readFileSync(path)).toEqual(readFileSync(join(out, 'data/register.json')));
  });
});

describe('a repository that we did not write', () => {
  it.each(['ec', 'ed25519'] as const)('made by @tufjs/models alone with %s keys is read', async (type) => {
    const pairs = (['root', 'targets', 'snapshot', 'timestamp'] as const).map((role) => {
      const pair =
        type === 'ec' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
      return { role, ...pair };
    });
    const expires = '2030-01-01T00:00:00Z';
    const common = { version: 1, specVersion: '1.0.31', expires };
    const root = new Root({ ...common, consistentSnapshot: true });
    const signers = new Map<string, (bytes: Buffer) => Signature>();
    for (const { role, publicKey, privateKey } of pairs) {
      const json = {
        keytype: type === 'ec' ? 'ecdsa' : 'ed25519',
        scheme: type === 'ec' ? 'ecdsa-sha2-nistp256' : 'ed25519',
        keyval: {
          public:
            type === 'ec'
              ? publicKey.export({ type: 'spki', format: 'pem' }).toString()
              : publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex'),
        },
      };
      // The keys of JSON are in order already, and nothing in them needs more escaping than the line breaks.
      const canonical = `{"keytype":"${json.keytype}","keyval":{"public":"${json.keyval.public}"},"scheme":"${json.scheme}"}`;
      const keyID = await sha256(new TextEncoder().encode(canonical));
      root.addKey(new Key({ keyID, keyType: json.keytype, scheme: json.scheme, keyVal: json.keyval }), role);
      signers.set(
        role,
        (bytes) =>
          new Signature({
            keyID,
            sig: sign(type === 'ec' ? 'sha256' : null, bytes, privateKey).toString('hex'),
          }),
      );
    }
    const server = await host();
    const put = (name: string, role: string, signed: Root | Targets | Snapshot | Timestamp): Buffer => {
      const metadata = new Metadata(signed);
      const signer = signers.get(role);
      if (signer) metadata.sign(signer);
      const bytes = Buffer.from(JSON.stringify(metadata.toJSON()));
      server.files.set(name, bytes);
      return bytes;
    };
    const rootBytes = put('1.root.json', 'root', root);
    const register = Buffer.from(registerText(registerOf('2026.12.01.1', 'theirs')));
    const hash = await sha256(Uint8Array.from(register));
    server.files.set(`targets/${hash}.${REGISTER}`, register);
    const target = new TargetFile({
      path: REGISTER,
      length: register.length,
      hashes: { sha256: hash },
      unrecognizedFields: { custom: { version: '2026.12.01.1' } },
    });
    put('1.targets.json', 'targets', new Targets({ ...common, targets: { [REGISTER]: target } }));
    put(
      '1.snapshot.json',
      'snapshot',
      new Snapshot({ ...common, meta: { 'targets.json': new MetaFile({ version: 1 }) } }),
    );
    put(
      'timestamp.json',
      'timestamp',
      new Timestamp({ ...common, snapshotMeta: new MetaFile({ version: 1 }) }),
    );

    const source = { url: server.url, root: await sha256(Uint8Array.from(rootBytes)) };
    const done = await look({
      source,
      shelf: shelfOf('updates', source, memoryStorage()),
      get: getFrom(source.url),
      now: new Date(),
      shipped: registerText(registerOf('2026.11.22.1', 'shipped')),
      extension: '0.1.0',
    });
    expect(done).toMatchObject({ result: 'new', version: '2026.12.01.1' });
  });
});
