import { z } from '../platform/zod.ts';
import { periodOf } from '../register/period.ts';
import { PartialDate, RegisterHead, Restriction, STATUSES } from '../register/schema.ts';
import type { Found } from '../register/search.ts';
import type { ExportHead } from './csv.ts';

const statusFields = {
  status: z.enum([...STATUSES, 'not-yet']),
  since: z.nullable(PartialDate),
  sinceAnnounced: z.boolean(),
  until: z.nullable(PartialDate),
  temporary: z.boolean(),
  unclear: z.nullable(z.enum(['imprecise-date', 'past-last-day', 'not-known'])),
  from: z.nullable(PartialDate),
  fromAnnounced: z.boolean(),
  to: z.nullable(PartialDate),
};

/** What words of the file mean that others use otherwise. */
const WORDS = {
  announced:
    'As a status: made public, with a first day that is still to come. As fromAnnounced: no start of the rule is known, and it counts from its announcement.',
  'in-force': 'As last known: knowledge.date of the record is the newest day for which a source shows it.',
  unknown: 'No source shows whether the rule applied on that day.',
} as const;

/** The status of a restriction on the day of the export and of each of its clauses, as `RecordStatus`. */
const StatusOnExport = z.strictObject({
  ...statusFields,
  clauses: z.array(z.strictObject(statusFields)),
});

/** An exported list of restrictions. It carries its own JSON Schema, for there is no address to fetch one from. */
export const RegisterExport = z.strictObject({
  /** JSON Schema (2020-12) of this very object. */
  schema: z.record(z.string(), z.unknown()),
  format: z.literal('policy-context-export-3'),
  register: z.pick(RegisterHead, { version: true, date: true }),
  /** The day for which every `onDay` holds. */
  day: z.iso.date(),
  filters: z.array(z.string()),
  words: z.record(z.string(), z.string()),
  restrictions: z.array(z.strictObject({ onDay: StatusOnExport, record: Restriction })),
});
export type RegisterExport = z.infer<typeof RegisterExport>;

/** The JSON Schema of an export. */
export const exportSchema = (): Record<string, unknown> => ({
  title: 'Restrictions on TikTok, exported from the register of Policy Context for TikTok',
  ...z.toJSONSchema(RegisterExport),
});

/** The export as data. */
export const exportOf = (found: readonly Found[], head: ExportHead): RegisterExport => ({
  schema: exportSchema(),
  format: 'policy-context-export-3',
  register: { version: head.registerVersion, date: head.registerDate },
  day: head.day,
  filters: [...head.filters],
  words: WORDS,
  restrictions: found.map(({ record, status }) => ({
    onDay: {
      ...status,
      ...periodOf(record, head.day),
      clauses: status.clauses.map((own, index) => ({ ...own, ...periodOf(record, head.day, index) })),
    },
    record,
  })),
});

/** The text of a JSON file. */
export const writeJson = (found: readonly Found[], head: ExportHead): string =>
  `${JSON.stringify(exportOf(found, head), null, 2)}\n`;
