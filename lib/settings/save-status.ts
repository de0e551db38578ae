import { StoredByNewer } from './store.ts';

/** What became of the last change: kept, refused because a newer version stored what is there, or failed. */
export type Saved = 'nothing' | 'saved' | 'newer' | { readonly failed: string };

/** How long "Saved" stays in sight, in milliseconds. */
const SEEN = 2500;

/** Tells what becomes of each change handed over: `show` is called with it, and with `nothing` a while after. */
export function saving(show: (saved: Saved) => void): (stored: Promise<void>) => Promise<void> {
  let fading: ReturnType<typeof setTimeout> | undefined;
  return async (stored) => {
    clearTimeout(fading);
    try {
      await stored;
      show('saved');
      fading = setTimeout(() => show('nothing'), SEEN);
    } catch (error) {
      if (error instanceof StoredByNewer) show('newer');
      else show({ failed: error instanceof Error ? error.message : String(error) });
    }
  };
}
