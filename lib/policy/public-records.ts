import { PUBLIC_ADDRESS, recordUrl } from '../platform/public-address.ts';
import type { Policy } from './policy.ts';

/**
 * Says where a record can be read by everybody: on the website that the policy names, else on that of the build.
 *
 * @param added ids of records that an organisation added for itself, which stand on no website
 * @returns the public page of a record by its id; null for one that has none
 */
export function publicRecords(
  { accepted }: Pick<Policy, 'accepted'>,
  added: ReadonlySet<string>,
): (id: string) => string | null {
  const { publicUrl = PUBLIC_ADDRESS } = accepted as { publicUrl?: string };
  if (publicUrl === null) return () => null;
  const site = publicUrl.endsWith('/') ? publicUrl : `${publicUrl}/`;
  return (id) => (added.has(id) ? null : recordUrl(site, id));
}
