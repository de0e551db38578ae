import { LOCAL_KEYS } from '../platform/storage-keys.ts';
import { storedValue } from '../platform/stored-value.ts';
import { z } from '../platform/zod.ts';

/*
 * Marks were drawn with a word at first, and are a shape alone now. Who had the extension before, and never chose, is
 * told so once, in the options.
 */

const notice = storedValue('local', LOCAL_KEYS.styleNotice, z.nullable(z.enum(['due', 'over'])), null);

/** To be called after each install and update. */
export async function noteStyleChange({ reason }: { readonly reason: string }): Promise<void> {
  if (reason === 'install') await notice.set('over');
  if (reason === 'update') await notice.update((before) => before ?? 'due');
}

/** Whether the person is to be told now; true once. */
export async function takeStyleNotice(): Promise<boolean> {
  if ((await notice.get()) !== 'due') return false;
  await notice.set('over');
  return true;
}
