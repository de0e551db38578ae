import { needed, readArguments, runCommand, UsageError } from './arguments.ts';
import { makeKeyPair } from './key-files.ts';

const USAGE = `npm run register:keys -- --dir DIR NAME [NAME ...]

Makes a key pair a name: NAME.private.pem, which stays where it is, and NAME.public.json, which is handed on.
A folder to publish from needs targets, snapshot and timestamp; each holder of a root key makes one for themselves.
An existing key is never overwritten.`;

/** Makes the key pairs and returns what to tell the person. */
export function makeKeys(argv: readonly string[]): string[] {
  const { words, options } = readArguments(argv, ['dir']);
  const dir = needed(options, 'dir');
  if (words.length === 0) throw new UsageError('No name was given.');
  for (const name of words)
    if (!/^[a-z0-9][a-z0-9-]*$/.test(name))
      throw new UsageError(`"${name}" is no name: lower-case words joined by hyphens.`);
  return words.map((name) => {
    const { privatePath, publicPath, id } = makeKeyPair(dir, name);
    return `${name}: key ${id}\n  keep:    ${privatePath}\n  hand on: ${publicPath}`;
  });
}

if (import.meta.main)
  await runCommand(USAGE, () => {
    for (const line of makeKeys(process.argv.slice(2))) console.log(line);
  });
