import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '../../lib/platform/zod.ts';
import { Context, Moved, Response, Restriction } from '../../lib/register/schema.ts';
import { RECORDS } from './read-register.ts';

/*
 * Writes the JSON Schemas beside the records, so that an editor completes and checks a record while it is typed
 * (`.vscode/settings.json` tells it which is for which). `node scripts/data/write-json-schema.ts` after a change of
 * `lib/register/schema.ts`; a test holds the two in step.
 */

const SCHEMAS = { restriction: Restriction, response: Response, context: Context, moved: Moved };

/** The JSON Schema files of the records: file name -> text. */
export function jsonSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify({ title: name, ...z.toJSONSchema(schema) }, null, 2)}\n`,
    ]),
  );
}

if (import.meta.main) {
  for (const [file, text] of Object.entries(jsonSchemas())) writeFileSync(join(RECORDS, file), text);
}
