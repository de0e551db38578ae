import { useEffect, useId, useState } from 'preact/hooks';
import { UpdatesRoot, UpdatesUrl } from '../../lib/settings/schema.ts';
import { FAILURE_WORDS } from '../../lib/updates/failure.ts';
import type { Look } from '../../lib/updates/look.ts';
import type { InUse } from '../../lib/updates/register-in-use.ts';
import type { Source } from '../../lib/updates/shelf.ts';
import { useLanguage } from '../language.tsx';
import { Switch } from '../switch.tsx';
import { SettingGroup } from './setting-group.tsx';
import type { SettingsForm } from './settings-form.ts';

/** What is told of updates, and what can be done about them. */
export interface UpdatesFacts {
  /** The folder in use; null for none. */
  readonly source: Source | null;
  /** What came of the last look; null before the first. */
  readonly look: Look | null;
  readonly inUse: Pick<InUse, 'from' | 'test' | 'added'> | null;
  /** The background is asking the host. */
  readonly looking: boolean;
}

export interface UpdatesActions {
  readonly onLook: () => void;
  readonly onShipped: () => void;
}

interface UpdatesProps extends UpdatesActions {
  readonly form: SettingsForm;
  readonly facts: UpdatesFacts;
}

/** Where updates come from, when it was last looked, what came of it; and to look now, to go back, to switch off. */
export function Updates({ form, facts, onLook, onShipped }: UpdatesProps) {
  const { t } = useLanguage();
  const { values, change, settingPolicy } = form;
  const { source, looking } = facts;
  const can = source !== null || values.updates;
  return (
    <>
      <SettingGroup
        legend={t('options_updates')}
        hint={t('options_updates_hint')}
        policy={settingPolicy('updates')}
      >
        <Switch
          checked={values.updates && source !== null}
          disabled={!can}
          onChange={(updates) => {
            change({ updates });
            if (updates) onLook();
          }}
        >
          {t('options_updates_label')}
        </Switch>
        {source === null && <p class="small">{t('options_updates_no_source')}</p>}
      </SettingGroup>
      {facts.inUse?.test && <p class="notice">{t('options_updates_test')}</p>}
      <Standing facts={facts} />
      <p>
        <button type="button" disabled={!values.updates || source === null || looking} onClick={onLook}>
          {t(looking ? 'loading' : 'options_updates_look')}
        </button>{' '}
        <button type="button" disabled={facts.inUse?.from !== 'update'} onClick={onShipped}>
          {t('options_updates_shipped')}
        </button>
      </p>
      <OwnSource form={form} />
    </>
  );
}

/** A moment (ISO 8601) on the person's own clock. */
const moment = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso));

function Standing({ facts: { source, look, inUse } }: { readonly facts: UpdatesFacts }) {
  const { t, locale } = useLanguage();
  return (
    <dl class="pairs" aria-live="polite">
      {inUse && (
        <div>
          <dt>{t('options_updates_in_use')}</dt>
          <dd>
            {t(`options_updates_in_use_${inUse.from}`)}
            {inUse.added && <> {t('options_updates_added', inUse.added)}</>}
          </dd>
        </div>
      )}
      <div>
        <dt>{t('options_updates_url_field')}</dt>
        <dd>{source ? <code>{source.url}</code> : t('none')}</dd>
      </div>
      {source && (
        <div>
          <dt>{t('options_updates_root_field')}</dt>
          <dd>
            <code>{source.root}</code>
          </dd>
        </div>
      )}
      {source && (
        <div>
          <dt>{t('options_updates_looked')}</dt>
          <dd>{look ? moment(look.at, locale) : t('looked_again_never')}</dd>
        </div>
      )}
      {source && look && (
        <div>
          <dt>{t('options_updates_outcome')}</dt>
          <dd>
            <Outcome look={look} />
          </dd>
        </div>
      )}
      {source && look?.failure && look.lastGood && (
        <div>
          <dt>{t('options_updates_last_good')}</dt>
          <dd>{moment(look.lastGood, locale)}</dd>
        </div>
      )}
    </dl>
  );
}

function Outcome({ look: { result, failure } }: { readonly look: Look }) {
  const { t } = useLanguage();
  if (!failure)
    return <>{t(result === 'new' ? 'options_updates_result_new' : 'options_updates_result_same')}</>;
  return (
    <>
      {t('options_updates_result_failed', t(`updates_failure_${FAILURE_WORDS[failure.kind]}`))}{' '}
      <span class="small soft">
        {t(
          'options_updates_detail',
          [failure.kind, failure.file, failure.detail].filter((part) => part !== '').join(': '),
        )}
      </span>
    </>
  );
}

/** A folder of one's own, or of somebody whom one trusts: kept when both parts are right. */
function OwnSource({ form }: { readonly form: SettingsForm }) {
  const { t } = useLanguage();
  const { values, change, settingPolicy } = form;
  const id = useId();
  const [draft, setDraft] = useState({ url: values.updatesUrl ?? '', root: values.updatesRoot ?? '' });
  // Another window, a file or a policy may have decided otherwise.
  useEffect(
    () => setDraft({ url: values.updatesUrl ?? '', root: values.updatesRoot ?? '' }),
    [values.updatesUrl, values.updatesRoot],
  );
  const url = UpdatesUrl.safeParse(draft.url.trim());
  const root = UpdatesRoot.safeParse(draft.root);
  const { toPreset, ...rest } = settingPolicy('updatesUrl');
  // Folder and root go together.
  const policy = {
    ...rest,
    ...(toPreset && { toPreset: () => change({ updatesUrl: undefined, updatesRoot: undefined }) }),
  };
  const own = values.updatesUrl !== null || values.updatesRoot !== null;
  const wrong = {
    url: draft.url !== '' && !url.success ? t('problem_folder_url') : '',
    root: draft.root !== '' && !root.success ? t('problem_sha_256') : '',
  };
  return (
    <SettingGroup
      legend={t('options_updates_source')}
      hint={t('options_updates_source_hint')}
      policy={policy}
    >
      {(['url', 'root'] as const).map((part) => (
        <div class="field" key={part}>
          <label for={`${id}-${part}`}>{t(`options_updates_${part}_field`)}</label>
          <input
            id={`${id}-${part}`}
            type="text"
            inputMode={part === 'url' ? 'url' : 'text'}
            autoComplete="off"
            spellcheck={false}
            value={draft[part]}
            maxLength={2000}
            aria-invalid={wrong[part] !== ''}
            aria-describedby={`${id}-${part}-error`}
            onInput={(event) => setDraft({ ...draft, [part]: event.currentTarget.value })}
          />
          <p class="wrong small" id={`${id}-${part}-error`} aria-live="polite">
            {wrong[part]}
          </p>
        </div>
      ))}
      <div>
        <button
          type="button"
          disabled={
            !url.success ||
            !root.success ||
            (url.data === values.updatesUrl && root.data === values.updatesRoot)
          }
          onClick={() =>
            url.success && root.success && change({ updatesUrl: url.data, updatesRoot: root.data })
          }
        >
          {t('options_updates_use')}
        </button>{' '}
        {own && (
          <button
            type="button"
            onClick={() => change({ updates: undefined, updatesUrl: undefined, updatesRoot: undefined })}
          >
            {t('options_updates_forget')}
          </button>
        )}
      </div>
    </SettingGroup>
  );
}
