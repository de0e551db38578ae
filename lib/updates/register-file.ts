import { z } from '../platform/zod.ts';
import { Register, RegisterHead } from '../register/schema.ts';
import { REGISTER_FORMAT } from '../register/version.ts';
import { UpdateFailure } from './failure.ts';
import { complaint, parseJson } from './metadata.ts';

/** Most bytes of a register. Ten times what it is in 2026, and below what Chromium lets an extension store. */
export const MOST_REGISTER = 8_000_000;

/** The target that holds the register in one format. */
export const registerTarget = (format: number): string => `register.${format}.json`;

/** The target that holds what changed from one version to the newest. */
export const differenceTarget = (format: number, from: string): string => `difference.${format}.${from}.json`;

/** The format that a target holds a register in; null where it holds none. */
export const formatOfTarget = (name: string): number | null => {
  const format = /^register\.(\d+)\.json$/.exec(name)?.[1];
  return format === undefined ? null : Number(format);
};

/** What the signed metadata says of a register, so that nothing is loaded in vain. */
export const RegisterCustom = z.looseObject({
  version: RegisterHead.shape.version,
  test: z.optional(z.boolean()),
});

/** The lists of a register, by what their records are. */
export const LISTS = ['restrictions', 'responses', 'context'] as const satisfies readonly (keyof Register)[];

const FIELDS = Object.keys(Register.shape) as readonly (keyof Register)[];

/**
 * The text of a register's file. The same register always gives the same text: a difference is applied to the parsed
 * register and must come to the same bytes as the whole file.
 */
export const registerText = (register: Register): string =>
  JSON.stringify(Object.fromEntries(FIELDS.map((field) => [field, register[field]])));

/**
 * Reads a register's file and checks it by the schema.
 *
 * @throws UpdateFailure `not-understood`, `later-format`, `not-a-register`
 */
export function readRegisterFile(bytes: Uint8Array, file: string): Register {
  const json = parseJson(bytes, file);
  const head = z.looseObject({ format: z.int() }).safeParse(json);
  if (head.success && head.data.format > REGISTER_FORMAT) throw new UpdateFailure('later-format', file);
  const register = Register.safeParse(json);
  if (!register.success) throw new UpdateFailure('not-a-register', file, complaint(register.error));
  return register.data;
}
