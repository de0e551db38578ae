import {
  deviceName,
  entryTitle,
  eventName,
  exceptionsText,
  forceName,
  instrumentText,
  type Language,
  lookedAgainText,
  measureName,
  reachName,
  relationName,
  sourceMarks,
  topicName,
} from '../../lib/register/labels.ts';
import { type Entry, recordToday } from '../../lib/register/moved.ts';
import { placeNameInFull } from '../../lib/register/places.ts';
import type { Context, Register, Response, Restriction, Source } from '../../lib/register/schema.ts';
import { statusOn } from '../../lib/register/status.ts';
import { statusLine } from '../../lib/register/status-line.ts';
import { englishFor } from './english.ts';
import { readRegister } from './read-register.ts';

/*
 * Prints records as a person reads them, each statement with its sources and each source with what it is said to
 * support, so that somebody else can audit a record in a minute: `npm run register:check -- ID...`.
 */

type Lines = readonly (string | readonly string[])[];

const list = (values: readonly string[]): string => values.join(', ');
const numbers = (indexes: readonly number[]): string => `[${indexes.map((index) => index + 1).join(', ')}]`;

function sourceLines(sources: readonly Source[], language: Language): string[] {
  return sources.flatMap((source, index) => {
    const { title, publisher, published, url, archived, supports, readWhole } = source;
    const marks = [...sourceMarks(source, language), ...(readWhole ? ['read whole'] : [])];
    return [
      `${index + 1}. ${title}. ${publisher}, ${published ?? 'no date'}, ${source.language} (${list(marks)})`,
      `   supports: ${supports}`,
      `   ${url}`,
      ...(archived ? [`   archived: ${archived}`] : []),
    ];
  });
}

const clauseLines = (clauses: Restriction['clauses'], language: Language): string[] =>
  clauses.flatMap((clause, index) => [
    `${index + 1}. ${measureName(clause.measure, language)}: ${list(clause.devices.map((device) => deviceName(device, language)))}`,
    `   for ${list(clause.covers.map((relation) => relationName(relation, language)))}; ${forceName(clause.legalForce, language)}; speaks of: ${reachName(clause.reaches, language)}`,
    `   exceptions: ${exceptionsText(clause.exceptions, language)}`,
    ...(clause.temporary
      ? [`   for a time, until ${clause.temporary.until ?? 'not said'}: ${clause.temporary.why}`]
      : []),
  ]);

const eventLines = ({ events }: Pick<Restriction, 'events'>, language: Language): string[] =>
  events.map(({ date, type, starts, clauses, what, sources }) => {
    const marks = [
      eventName(type, language),
      ...(starts ? [`starts ${starts}`] : []),
      ...(clauses ? [`clauses ${clauses.map((index) => index + 1).join(', ')}`] : []),
    ];
    return `${date} ${list(marks)}: ${what} ${numbers(sources)}`;
  });

function issuedLines(record: Restriction | Context, day: string, language: Language): Lines {
  const { issuer, knowledge } = record;
  const place = placeNameInFull(issuer.jurisdiction, language.locale, language.places);
  return [
    `${place} · ${issuer.kind} · organisation ${issuer.organisation}${issuer.within ? ` within ${list(issuer.within)}` : ''}`,
    `Instrument: ${instrumentText(record, language) ?? 'not known'}`,
    `On ${day}: ${statusLine(record, statusOn(record, day), day, language)} (stored: ${record.status}; ${knowledge.basis})`,
    `Looked again: ${lookedAgainText(record.lookedAgain, language) ?? 'not yet'}`,
    `Applies to: ${record.appliesTo}`,
    '',
    record.summary,
    '',
    'What it says',
    clauseLines('clauses' in record ? record.clauses : [asClause(record)], language),
    '',
    'What happened',
    eventLines(record, language),
    '',
    `Sources disagree: ${record.conflicts ?? 'nothing stated'}`,
    `Notes: ${record.notes ?? 'none'}`,
  ];
}

/** A context record says one thing, of which no source tells app and website apart. */
const asClause = (record: Context): Restriction['clauses'][number] => ({
  ...record,
  measure: record.measure as Restriction['clauses'][number]['measure'],
  reaches: 'not-stated',
});

const orNothing = (lines: readonly string[]): readonly string[] => (lines.length > 0 ? lines : ['nothing']);

const responseLines = (response: Response, language: Language): Lines => [
  `${topicName(response.topic, language)} · ${response.region} · announced ${response.announced}`,
  `Looked again: ${lookedAgainText(response.lookedAgain, language) ?? 'not yet'}`,
  '',
  `TikTok says: ${response.claim}`,
  `Now: ${response.currentState}`,
  `Run or watched by: ${list(response.operators.map(({ name, role }) => `${name} (${role})`)) || 'nobody named'}`,
  '',
  'What happened',
  orNothing(response.milestones.map(({ date, what, sources }) => `${date} ${what} ${numbers(sources)}`)),
  '',
  'What others found',
  orNothing(
    response.findings.map(
      ({ date, by, finding, sources }) => `${date} ${by}: ${finding} ${numbers(sources)}`,
    ),
  ),
  '',
  `Notes: ${response.notes ?? 'none'}`,
];

/** A record as plain text for somebody who audits it. `day`: of the status, `YYYY-MM-DD`. */
export function asText(entry: Entry, day: string, language: Language): string {
  const { record } = entry;
  const lines: Lines = [
    `${entryTitle(entry, language)} (${record.id}, ${entry.list}, confidence ${record.confidence})`,
    ...(entry.list === 'responses'
      ? responseLines(entry.record, language)
      : issuedLines(entry.record, day, language)),
    '',
    'Sources',
    sourceLines(record.sources, language),
  ];
  return `${lines.map((line) => (typeof line === 'string' ? line : line.map((part) => `  ${part}`).join('\n'))).join('\n')}\n`;
}

/** The records of some ids as text, and the ids that the register never held. */
export function check(ids: readonly string[], register: Register): { text: string; unknown: string[] } {
  const language = englishFor(register);
  const found = ids.map((id) => ({ id, entries: recordToday(id, register).entries }));
  return {
    text: found
      .flatMap(({ entries }) => entries.map((entry) => asText(entry, register.date, language)))
      .join(`\n${'-'.repeat(80)}\n\n`),
    unknown: found.filter(({ entries }) => entries.length === 0).map(({ id }) => id),
  };
}

if (import.meta.main) {
  const { text, unknown } = check(process.argv.slice(2), readRegister());
  process.stdout.write(text);
  for (const id of unknown) console.error(`The register holds no record ${id}.`);
  if (unknown.length > 0 || text === '') process.exitCode = 1;
}
