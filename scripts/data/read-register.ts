import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { z } from '../../lib/platform/zod.ts';
import {
  Context,
  Moved,
  type Register,
  RegisterHead,
  Response,
  Restriction,
} from '../../lib/register/schema.ts';

// The pages do without zod's sentences; people who edit records need them.
z.config(z.locales.en());

/** Where the records live, one JSON file a record. */
export const RECORDS = join(import.meta.dirname, '../..', 'lib', 'register', 'records');

/** The version and day of the register; the rest of it are the record files. */
const HEAD = 'register.json';
/** The ids that gave way to others. */
const MOVED = 'moved.json';
/** Written by `write-json-schema.ts` beside the records, for editors. */
const SCHEMA = /\.schema\.json$/;

/** What the codes of the schema ask for, for people who edit records; the pages have these words in their languages. */
const WANTED: Readonly<Record<string, string>> = {
  'partial-date': 'a date as 2023, 2023-04 or 2023-04-01',
  'hyphenated-words': 'lower-case words joined by hyphens',
  'iso-3166-code': 'an ISO 3166 code, EU or NATO',
  'register-version': 'a version as 2026.11.22.1',
};

/** What is wrong with the records: one line a mistake, each with file, field and reason. */
export class RegisterError extends Error {
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(
      `The register has ${mistakes.length} mistake(s):\n${mistakes.map((line) => `  ${line}`).join('\n')}`,
    );
    this.name = 'RegisterError';
    this.mistakes = mistakes;
  }
}

/**
 * Reads every record below `dir` and checks it.
 *
 * @returns the register, each list in the order of ids.
 * @throws RegisterError naming file, field and reason of every mistake in every file at once.
 */
export function readRegister(dir: string = RECORDS): Register {
  const mistakes: string[] = [];
  const lists = { restrictions: [] as Restriction[], responses: [] as Response[], context: [] as Context[] };
  const seen = new Map<string, string>();

  for (const path of recordFiles(dir)) {
    const file = relative(dir, path);
    const folder = dirname(file);
    const raw = readJson(path, file, mistakes);
    if (raw === undefined) continue;

    let record: Restriction | Response | Context | null;
    if (folder === 'responses') record = keep(lists.responses, check(Response, raw, file, mistakes));
    else if (folder === 'context') record = keep(lists.context, check(Context, raw, file, mistakes));
    else {
      record = keep(lists.restrictions, check(Restriction, raw, file, mistakes));
      if (record && record.issuer.jurisdiction !== folder) {
        mistakes.push(`${file}: issuer.jurisdiction: ${record.issuer.jurisdiction} lies in folder ${folder}`);
      }
    }
    if (!record) continue;

    if (`${record.id}.json` !== basename(file))
      mistakes.push(`${file}: id: ${record.id} is not the file's name`);
    const other = seen.get(record.id);
    if (other) mistakes.push(`${file}: id: ${record.id} is taken by ${other}`);
    seen.set(record.id, file);
  }

  const head = check(RegisterHead, readJson(join(dir, HEAD), HEAD, mistakes), HEAD, mistakes);
  const moved = check(Moved, readJson(join(dir, MOVED), MOVED, mistakes), MOVED, mistakes);
  const issued = [...lists.restrictions, ...lists.context];
  const organisations = issued.map(({ issuer }) => issuer.organisation);
  if (moved) {
    mistakes.push(...wrongMoves('records', moved.records, new Set(seen.keys())));
    mistakes.push(...wrongMoves('organisations', moved.organisations, new Set(organisations)));
  }
  if (mistakes.length > 0 || !head || !moved) throw new RegisterError(mistakes);
  return {
    ...head,
    moved,
    restrictions: sorted(lists.restrictions),
    responses: sorted(lists.responses),
    context: sorted(lists.context),
  };
}

/** Moves that lead nowhere, or away from an id that is still in use. */
function wrongMoves(list: keyof Moved, moves: Moved['records'], ids: ReadonlySet<string>): string[] {
  const left = new Set(moves.map(({ old }) => old));
  return moves.flatMap(({ old, new: next }) => [
    ...(ids.has(old) ? [`${MOVED}: ${list}: ${old} is still in use`] : []),
    ...next
      .filter((id) => !ids.has(id) && !left.has(id))
      .map((id) => `${MOVED}: ${list}: ${old} leads to ${id}, which the register does not hold`),
  ]);
}

function recordFiles(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => ![HEAD, MOVED].includes(relative(dir, path)) && !SCHEMA.test(path))
    .sort();
}

function readJson(path: string, file: string, mistakes: string[]): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    mistakes.push(`${file}: not readable as JSON: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function check<T>(schema: z.ZodMiniType<T>, raw: unknown, file: string, mistakes: string[]): T | null {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    mistakes.push(`${file}: ${issue.path.join('.') || 'record'}: ${WANTED[issue.message] ?? issue.message}`);
  }
  return null;
}

function keep<T>(list: T[], record: T | null): T | null {
  if (record) list.push(record);
  return record;
}

function sorted<T extends { id: string }>(list: T[]): T[] {
  return list.sort((a, b) => (a.id < b.id ? -1 : 1));
}
