import { useState } from 'preact/hooks';
import {
  type ExtensionIds,
  POLICY_FILES,
  type PolicyFile,
  type PolicyFileKind,
  policyFrom,
} from '../../lib/policy/files.ts';
import type { SettingsInForce } from '../../lib/policy/policy.ts';
import { useLanguage } from '../language.tsx';

/** What the section for administrators needs from its surroundings. */
export interface PolicyTools {
  /** This extension in this browser. */
  readonly extension: { readonly id: string; readonly version: string };
  /** The ids that policy files address. */
  readonly ids: ExtensionIds;
  /** Puts text on the clipboard. */
  readonly onCopy: (text: string) => Promise<void>;
  readonly onSave: (file: PolicyFile) => void;
}

interface PolicyWriterProps {
  readonly effective: SettingsInForce;
  readonly tools: PolicyTools;
}

/** Makes a policy file of each kind from the settings in force. */
export function PolicyWriter({ effective, tools }: PolicyWriterProps) {
  const { t } = useLanguage();
  const [lock, setLock] = useState(false);
  const save = (kind: PolicyFileKind) =>
    tools.onSave(POLICY_FILES[kind](policyFrom(effective, lock), tools.ids));
  return (
    <fieldset class="setting">
      <legend>{t('admin_write')}</legend>
      <p class="small soft">{t('admin_write_about')}</p>
      <label class="row">
        <input type="checkbox" checked={lock} onChange={(event) => setLock(event.currentTarget.checked)} />
        {t('admin_write_lock')}
      </label>
      <div class="row">
        {(Object.keys(POLICY_FILES) as PolicyFileKind[]).map((kind) => (
          <button type="button" key={kind} onClick={() => save(kind)}>
            {t(`admin_write_${kind}`)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
