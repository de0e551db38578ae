import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMetadata } from '../../lib/updates/metadata.ts';
import { verifySignatures } from '../../lib/updates/verify.ts';
import { readSigner } from './key-files.ts';
import type { Signers } from './repository.ts';

/** The name of a root in the folder of keys and in the repository. */
export const rootName = (version: number): string => `${version}.root.json`;

/**
 * The roots of a folder of keys, oldest first: `1.root.json` and so on.
 *
 * @throws where there is none, or one was not signed as the one before it and it itself ask for
 */
export async function readRoots(dir: string): Promise<Buffer[]> {
  const roots: Buffer[] = [];
  let trusted: ReturnType<typeof readMetadata<'root'>> | undefined;
  for (let version = 1; existsSync(join(dir, rootName(version))); version++) {
    const bytes = readFileSync(join(dir, rootName(version)));
    const root = readMetadata('root', Uint8Array.from(bytes), rootName(version));
    if (root.signed.version !== version)
      throw new Error(`${rootName(version)} says version ${root.signed.version}.`);
    for (const by of trusted ? [trusted, root] : [root])
      await verifySignatures(root, by.signed, rootName(version));
    trusted = root;
    roots.push(bytes);
  }
  if (roots.length === 0) throw new Error(`${dir} holds no ${rootName(1)}; see docs/publishing.md.`);
  return roots;
}

/** The private keys with which a version is published: `targets.private.pem` and so on. */
export const readSigners = (dir: string): Signers => {
  const signer = (role: string) => readSigner(join(dir, `${role}.private.pem`));
  return { targets: signer('targets'), snapshot: signer('snapshot'), timestamp: signer('timestamp') };
};
