import type { Response, Restriction } from './schema.ts';

/** How well restrictions are founded: of how many it can be said. */
export interface Figures {
  readonly all: number;
  /** A source of the issuer's own, a law, a gazette or a court. */
  readonly primary: number;
  /** The rule's own name. */
  readonly instrument: number;
  /** What its strongest clause leaves open, or that its text names nothing. */
  readonly exceptions: number;
  /** Somebody searched for newer evidence. */
  readonly lookedAgain: number;
}

export const hasPrimary = ({ sources }: Pick<Restriction | Response, 'sources'>): boolean =>
  sources.some(({ kind }) => kind === 'primary');
export const hasKnownExceptions = ({ clauses }: Pick<Restriction, 'clauses'>): boolean =>
  clauses[0]?.exceptions.kind !== 'not-known';

/** Counts over a list of restrictions. */
export function figuresOf(restrictions: readonly Restriction[]): Figures {
  const count = (test: (record: Restriction) => boolean) => restrictions.filter(test).length;
  return {
    all: restrictions.length,
    primary: count(hasPrimary),
    instrument: count(({ instrument }) => instrument !== undefined),
    exceptions: count(hasKnownExceptions),
    lookedAgain: count(({ lookedAgain }) => lookedAgain !== null),
  };
}
