import { repairSettings } from '../policy/settings-in-force.ts';
import { personalOf } from '../snapshot/snapshot.ts';
import { renewSnapshot } from './keep-snapshot.ts';
import { showVerdict } from './toolbar.ts';

/** Makes snapshot and toolbar right after a start and after any change of settings, policy or register. */
export function renew(): void {
  const work = async () => {
    // What cannot be repaired must not keep the marks from being right.
    await repairSettings().catch(() => {});
    const { snapshot, settings } = await renewSnapshot();
    await showVerdict({ verdict: personalOf(snapshot).verdict, count: settings.toolbarCount });
  };
  // Where that fails, the next report of any frame makes it right.
  void work().catch(() => {});
}
