import { defineWxtModule } from 'wxt/modules';
import { type PlainType, POLICY_KEY_NAMES, POLICY_KEYS, RETIRED_KEYS } from '../../lib/policy/keys.ts';

/** Where the manifest of the Chromium build finds the schema. */
const MANAGED_SCHEMA = 'managed-schema.json';

const property = (type: PlainType) => (type === 'array' ? { type, items: { type: 'string' } } : { type });

/**
 * The schema that Chromium asks for before it hands a policy over: every key with one plain type and nothing more.
 * Chromium withholds what does not fit it, unseen by anybody, so the real check is the extension's own
 * (`lib/policy/read-policy.ts`), which can name what is wrong.
 */
export const managedSchema = () => ({
  type: 'object',
  properties: {
    ...Object.fromEntries(POLICY_KEY_NAMES.map((key) => [key, property(POLICY_KEYS[key].type)])),
    // Handed over so that the report can say by which key they were replaced.
    ...Object.fromEntries(Object.keys(RETIRED_KEYS).map((key) => [key, { type: 'string' }])),
  },
});

/** Adds the schema to the Chromium build; Firefox has no use for it, and its linter complains. */
export default defineWxtModule((wxt) => {
  if (wxt.config.browser === 'firefox') return;
  wxt.hook('build:publicAssets', (_wxt, files) => {
    files.push({ relativeDest: MANAGED_SCHEMA, contents: `${JSON.stringify(managedSchema(), null, 2)}\n` });
  });
  wxt.hook('build:manifestGenerated', (_wxt, manifest) => {
    manifest.storage = { managed_schema: MANAGED_SCHEMA };
  });
});
