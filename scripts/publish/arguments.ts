/** What follows `--name` on the command line; a name twice is a list. */
export type Options = ReadonlyMap<string, readonly string[]>;

/** A mistake in a command line, to be shown without a trace. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Reads a command line of words and `--name value` (or `--name=value`).
 *
 * @param known the names there are
 * @throws UsageError on an unknown name, or on one without a value
 */
export function readArguments(
  argv: readonly string[],
  known: readonly string[],
): { readonly words: readonly string[]; readonly options: Options } {
  const words: string[] = [];
  const options = new Map<string, string[]>();
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? '';
    if (!argument.startsWith('--')) {
      words.push(argument);
      continue;
    }
    const cut = argument.indexOf('=');
    const name = argument.slice(2, cut < 0 ? undefined : cut);
    const value = cut < 0 ? argv[++i] : argument.slice(cut + 1);
    if (!known.includes(name)) throw new UsageError(`There is no option --${name}.`);
    if (value === undefined || value === '') throw new UsageError(`--${name} needs a value.`);
    options.set(name, [...(options.get(name) ?? []), value]);
  }
  return { words, options };
}

/** The last value of an option. */
export const option = (options: Options, name: string): string | undefined => options.get(name)?.at(-1);

/**
 * The value of an option that must be there.
 *
 * @throws UsageError
 */
export function needed(options: Options, name: string): string {
  const value = option(options, name);
  if (value === undefined) throw new UsageError(`--${name} is missing.`);
  return value;
}

/** Runs a command; a mistake of the person is said in words, with how to use it and status 2. */
export async function runCommand(usage: string, command: () => void | Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const mistake = error instanceof UsageError;
    console.error(error instanceof Error ? error.message : error);
    if (mistake) console.error(`\n${usage}`);
    process.exitCode = mistake ? 2 : 1;
  }
}
