import { RegisterHead } from './schema.ts';

/** The format of registers that this version reads. A register in another one is for another version. */
export const REGISTER_FORMAT: number = [...RegisterHead.shape.format.def.values][0] ?? 0;

/**
 * Orders versions of the register, `2026.11.22.10` after `2026.11.22.9`: number by number, not as texts.
 *
 * @returns below 0 where `a` is older than `b`, 0 for the same, above 0 where `a` is newer.
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let i = 0; i < Math.max(left?.length ?? 0, right?.length ?? 0); i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
