import { SETTING_NAMES } from '../settings/schema.ts';
import type { SettingsInForce } from './policy.ts';

/** What an administrator needs to see what became of a policy, as plain JSON. Holds nothing of the pages visited. */
export function policyReport(
  { values, origin, policy }: SettingsInForce,
  extension: { readonly id: string; readonly version: string },
) {
  const { source, problems, locked, accepted } = policy;
  return {
    extension,
    settings: Object.fromEntries(
      SETTING_NAMES.map((name) => [name, { value: values[name], origin: origin[name] }]),
    ),
    policy: {
      present: policy.present,
      accepted,
      locked: [...locked],
      leftOut: problems,
      readAt: source?.readAt ?? null,
      unchangedSince: source?.since ?? null,
      unreadable: source?.unreadable ?? null,
      received: source?.raw ?? null,
    },
  };
}
