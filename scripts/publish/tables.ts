import { z } from '../../lib/platform/zod.ts';
import { Context, type Register, Response, Restriction } from '../../lib/register/schema.ts';

/*
 * The register as tables, derived from its schema: what is single becomes a column, an object within becomes columns
 * under its name, and a list of objects becomes a table of its own whose rows name their record.
 */

/** A column as Table Schema (Frictionless Data) describes it. */
export interface Field {
  readonly name: string;
  readonly type: 'string' | 'boolean' | 'integer' | 'date' | 'array';
  readonly description?: string;
  readonly constraints?: {
    readonly required?: true;
    readonly enum?: readonly string[];
    readonly pattern?: string;
    readonly unique?: true;
  };
}

/** A cell as JSON holds it; null for none. */
export type Cell = string | number | boolean | null | readonly (string | number)[];
export type Row = Readonly<Record<string, Cell>>;

export interface Table {
  readonly name: string;
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly { readonly fields: string; readonly table: string; readonly to: string }[];
  readonly rows: readonly Row[];
}

/** As much of JSON Schema as the register's schema comes out as. */
interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/** The choices of a schema without null, and whether null is one. */
function choices(schema: JsonSchema): { readonly some: readonly JsonSchema[]; readonly nullable: boolean } {
  const all = schema.anyOf ?? schema.oneOf ?? [schema];
  const some = all.filter(({ type }) => type !== 'null');
  return { some, nullable: some.length < all.length };
}

const isList = ({ type, items }: JsonSchema): boolean => type === 'array' && items?.type === 'object';

function scalarField(name: string, schema: JsonSchema, required: boolean): Field {
  const { type, format, pattern } = schema;
  const words = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  const isText = type === 'string';
  const constraints = {
    ...(required && { required: true as const }),
    ...(isText && words && { enum: words.map(String) }),
    ...(isText && !format && pattern && { pattern: pattern.replace(/^\^|\$$/g, '') }),
  };
  return {
    name,
    type:
      type === 'array'
        ? 'array'
        : type === 'boolean' || type === 'integer'
          ? type
          : format === 'date'
            ? 'date'
            : 'string',
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}

/** The columns that an object's schema comes to, in its order. */
function fieldsOf(schema: JsonSchema, prefix = '', required = true): Field[] {
  const fields = new Map<string, Field>();
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    if (isList(property)) continue;
    const name = prefix + snake(key);
    const { some, nullable } = choices(property);
    const must = required && !nullable && (schema.required ?? []).includes(key);
    for (const choice of some) {
      const found =
        choice.type === 'object'
          ? fieldsOf(choice, `${name}_`, must && some.length === 1)
          : [scalarField(name, choice, must)];
      for (const field of found) fields.set(field.name, merged(fields.get(field.name), field));
    }
  }
  return [...fields.values()];
}

/** One column for a field that several choices have: it takes what any of them takes. */
function merged(before: Field | undefined, field: Field): Field {
  const [a, b] = [before?.constraints?.enum, field.constraints?.enum];
  return a && b
    ? { ...field, constraints: { ...field.constraints, enum: [...new Set([...a, ...b])] } }
    : field;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The cells of an object, by column. */
function cellsOf(value: Readonly<Record<string, unknown>>, prefix = ''): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  for (const [key, part] of Object.entries(value)) {
    if (Array.isArray(part) && part.some(isObject)) continue;
    if (isObject(part)) Object.assign(cells, cellsOf(part, `${prefix}${snake(key)}_`));
    else cells[prefix + snake(key)] = (part ?? null) as Cell;
  }
  return cells;
}

const rowOf = (fields: readonly Field[], cells: Readonly<Record<string, Cell>>): Row =>
  Object.fromEntries(fields.map(({ name }) => [name, cells[name] ?? null]));

type AnyRecord = Readonly<Record<string, unknown>> & { readonly id: string };

/** The lists of a register with the schema of their records. */
const KINDS = {
  restrictions: Restriction,
  responses: Response,
  context: Context,
} as const;
type Kind = keyof typeof KINDS;

const schemaOf = (kind: Kind): JsonSchema => z.toJSONSchema(KINDS[kind]) as JsonSchema;
const recordsOf = (register: Register, kind: Kind): readonly AnyRecord[] =>
  register[kind] as readonly object[] as readonly AnyRecord[];

const required = { constraints: { required: true } } as const;

function recordTable(register: Register, kind: Kind): Table {
  const fields = fieldsOf(schemaOf(kind)).map(
    (field): Field =>
      field.name === 'id' ? { ...field, constraints: { ...field.constraints, unique: true } } : field,
  );
  return {
    name: kind,
    fields,
    primaryKey: ['id'],
    foreignKeys: fields.some(({ name }) => name === 'issuer_organisation')
      ? [{ fields: 'issuer_organisation', table: 'organisations', to: 'id' }]
      : [],
    rows: recordsOf(register, kind).map((record) => rowOf(fields, cellsOf(record))),
  };
}

/** A table for each list within records: `clauses`, `events`, `sources` and so on, of every kind that has it. */
function listTables(register: Register): Table[] {
  const found = new Map<string, { kind: Kind; key: string; items: JsonSchema }[]>();
  for (const kind of Object.keys(KINDS) as Kind[]) {
    for (const [key, property] of Object.entries(schemaOf(kind).properties ?? {})) {
      if (!isList(property)) continue;
      found.set(snake(key), [...(found.get(snake(key)) ?? []), { kind, key, items: property.items ?? {} }]);
    }
  }
  return [...found].map(([name, lists]) => {
    const kinds = lists.map(({ kind }) => kind);
    const own = new Map(lists.flatMap(({ items }) => fieldsOf(items)).map((field) => [field.name, field]));
    const fields: Field[] = [
      { name: 'record_kind', type: 'string', constraints: { required: true, enum: kinds } },
      { name: 'record', type: 'string', ...required },
      { name: 'index', type: 'integer', ...required },
      ...own.values(),
    ];
    const rows = lists.flatMap(({ kind, key }) =>
      recordsOf(register, kind).flatMap((record) =>
        ((record[key] ?? []) as readonly Readonly<Record<string, unknown>>[]).map((item, index) =>
          rowOf(fields, { ...cellsOf(item), record_kind: kind, record: record.id, index }),
        ),
      ),
    );
    const [only] = kinds;
    return {
      name,
      fields,
      primaryKey: ['record_kind', 'record', 'index'],
      foreignKeys: only && kinds.length === 1 ? [{ fields: 'record', table: only, to: 'id' }] : [],
      rows,
    };
  });
}

/** The bodies that records are of, each once. */
function organisationTable(register: Register): Table {
  const names = ['organisation', 'name', 'native_name', 'kind', 'jurisdiction'] as const;
  const issuer = fieldsOf(schemaOf('restrictions').properties?.issuer ?? {});
  const fields = names.flatMap((name): Field[] => {
    const field = issuer.find((each) => each.name === name);
    if (!field) return [];
    if (name !== 'organisation') return [field];
    return [{ ...field, name: 'id', constraints: { ...field.constraints, unique: true } }];
  });
  const rows = new Map<string, Row>();
  for (const { issuer } of [...register.restrictions, ...register.context]) {
    const cells = cellsOf(issuer);
    const before = rows.get(issuer.organisation);
    // A later record may know the native name that an earlier one lacks.
    const row = rowOf(fields, { ...cells, id: issuer.organisation });
    rows.set(issuer.organisation, before?.native_name ? before : row);
  }
  return {
    name: 'organisations',
    fields,
    primaryKey: ['id'],
    foreignKeys: [],
    rows: [...rows.values()].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)),
  };
}

/** All tables of a register. */
export const tablesOf = (register: Register): Table[] => [
  ...(Object.keys(KINDS) as Kind[]).map((kind) => recordTable(register, kind)),
  ...listTables(register),
  organisationTable(register),
];
