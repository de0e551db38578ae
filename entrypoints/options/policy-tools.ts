import { browser } from 'wxt/browser';
import type { PolicyTools } from '../../components/options/policy-writer.tsx';
import { CHROMIUM_ID, GECKO_ID } from '../../lib/platform/extension-ids.ts';
import { saveFile } from '../shared/save-file.ts';

const { id } = browser.runtime;
const firefox = import.meta.env.BROWSER === 'firefox';

/** What the section for administrators needs of the browser. This browser's own id wins over the known one. */
export const policyTools: PolicyTools = {
  extension: { id, version: browser.runtime.getManifest().version },
  ids: {
    chromium: firefox ? CHROMIUM_ID : id,
    gecko: firefox ? id : GECKO_ID,
  },
  onCopy: (text) => navigator.clipboard.writeText(text),
  onSave: ({ name, type, contents }) => saveFile(name, type, contents),
};
