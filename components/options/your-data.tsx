import { useRef, useState } from 'preact/hooks';
import { useLanguage } from '../language.tsx';
import { Switch } from '../switch.tsx';
import { FirstOf } from './problems.tsx';
import { Section } from './section.tsx';
import { SettingGroup } from './setting-group.tsx';
import type { SettingsForm } from './settings-form.ts';

interface YourDataProps {
  readonly form: SettingsForm;
  readonly onReset: () => void;
  /** Hands the person a file of what they changed; absent where this is not offered. */
  readonly onExport?: (() => void) | undefined;
  /** Takes such a file back; resolves to what was wrong with it, nothing for success. */
  readonly onImport?: ((file: File) => Promise<readonly string[]>) | undefined;
}

/** Where the settings lie, taking them along, and removing them. */
export function YourData({
  form: { values, change, settingPolicy },
  onReset,
  onExport,
  onImport,
}: YourDataProps) {
  const { t } = useLanguage();
  return (
    <Section id="data" heading={t('options_data')}>
      <SettingGroup legend={t('options_sync')} hint={t('options_sync_hint')} policy={settingPolicy('sync')}>
        <Switch checked={values.sync} onChange={(sync) => change({ sync })}>
          {t('options_sync_label')}
        </Switch>
      </SettingGroup>
      {onExport && onImport && <File onExport={onExport} onImport={onImport} />}
      <Reset onReset={onReset} />
    </Section>
  );
}

interface FileProps {
  readonly onExport: () => void;
  readonly onImport: (file: File) => Promise<readonly string[]>;
}

function File({ onExport, onImport }: FileProps) {
  const { t } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [result, setResult] = useState<readonly string[] | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setResult(await onImport(file));
    // The same file, mended, can be chosen again.
    if (input.current) input.current.value = '';
  };
  return (
    <div class="setting">
      <h3>{t('options_file')}</h3>
      <p class="small soft">{t('options_file_hint')}</p>
      <div class="row">
        <button type="button" onClick={onExport}>
          {t('options_export')}
        </button>
        <button type="button" onClick={() => input.current?.click()}>
          {t('options_import')}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          accept="application/json,.json"
          onChange={(event) => take(event.currentTarget.files?.[0])}
        />
      </div>
      <div role="status">
        {result?.length === 0 && <p class="notice">{t('options_imported')}</p>}
        {result && result.length > 0 && (
          <div class="notice">
            <p>{t('options_import_failed')}</p>
            <FirstOf items={result} keyOf={(problem) => problem}>
              {(problem) => problem}
            </FirstOf>
          </div>
        )}
      </div>
    </div>
  );
}

/** Asks once before everything goes. */
function Reset({ onReset }: { readonly onReset: () => void }) {
  const { t } = useLanguage();
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState(false);
  return (
    <div class="setting">
      <h3>{t('options_reset')}</h3>
      <div class="row">
        {asking ? (
          <>
            <button
              type="button"
              class="primary"
              ref={(button) => button?.focus()}
              onClick={() => {
                onReset();
                setAsking(false);
                setDone(true);
              }}
            >
              {t('options_reset_yes')}
            </button>
            <button type="button" onClick={() => setAsking(false)}>
              {t('options_cancel')}
            </button>
          </>
        ) : (
          <button type="button" onClick={() => setAsking(true)}>
            {t('options_reset_ask')}
          </button>
        )}
      </div>
      <p class="small" role="status">
        {done && t('options_reset_done')}
      </p>
    </div>
  );
}
