import type { Response, Restriction } from '../../lib/register/schema.ts';

/** Somebody read a passage of a primary source. */
export const hasReadPrimary = ({ sources }: Pick<Restriction | Response, 'sources'>): boolean =>
  sources.some(({ kind, read }) => kind === 'primary' && read);
