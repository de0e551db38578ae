import type { Relation } from '../register/schema.ts';
import type { Settings } from './schema.ts';

/*
 * Changes of list settings as operations on whatever list is there when they are written: a page that shows an older
 * list adds or removes its one item and leaves what another window did.
 */

/** The list with an item, at its end where it is new. */
export const withItem = <T extends string>(list: readonly T[], item: T): T[] => [...new Set([...list, item])];

/** The list without an item. */
export const withoutItem = <T extends string>(list: readonly T[], item: T): T[] =>
  list.filter((other) => other !== item);

type Organisations = Settings['organisations'];

/** The organisations with one more, to which the person relates as staff at first. */
export const withOrganisation = (list: Organisations, id: string): Organisations =>
  list.some((other) => other.id === id) ? list : [...list, { id, relation: 'staff' }];

export const withoutOrganisation = (list: Organisations, id: string): Organisations =>
  list.filter((other) => other.id !== id);

/** The organisations with another relation to one of them; one that was removed meanwhile stays removed. */
export const withRelation = (list: Organisations, id: string, relation: Relation): Organisations =>
  list.map((other) => (other.id === id ? { id, relation } : other));
