import { useState } from 'preact/hooks';
import { numberFormat } from '../../lib/platform/formats.ts';
import type { SettingsInForce } from '../../lib/policy/policy.ts';
import { policyReport } from '../../lib/policy/report.ts';
import { useLanguage } from '../language.tsx';
import type { PolicyTools } from './policy-writer.tsx';

/** A policy may be larger than a page should be; the copy holds all of it. */
const SHOWN = 20_000;

interface PolicyReceivedProps {
  readonly effective: SettingsInForce;
  readonly tools: PolicyTools;
}

/** The policy as the browser handed it over, what cannot be seen here, and all of it as JSON to take along. */
export function PolicyReceived({ effective, tools }: PolicyReceivedProps) {
  const { t, locale } = useLanguage();
  const [told, setTold] = useState('');
  const { source } = effective.policy;
  const raw = source?.raw ? JSON.stringify(source.raw, null, 2) : null;
  const copy = async () => {
    const report = JSON.stringify(policyReport(effective, tools.extension), null, 2);
    setTold(
      await tools.onCopy(report).then(
        () => t('copied'),
        (error: unknown) => t('not_copied', error instanceof Error ? error.message : String(error)),
      ),
    );
  };
  return (
    <>
      <details>
        <summary>{t('admin_raw')}</summary>
        <div class="stack">
          {raw === null ? (
            <p>{t('admin_about_none')}</p>
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard.
            <pre class="policy-raw" dir="ltr" tabIndex={0}>
              {raw.slice(0, SHOWN)}
            </pre>
          )}
          {raw !== null && raw.length > SHOWN && (
            <p class="small soft">{t('admin_raw_cut', numberFormat(locale).format(SHOWN))}</p>
          )}
          <p class="small soft">
            {t(source?.atStartOnly ? 'admin_withheld_firefox' : 'admin_withheld_chromium')}
          </p>
          <p class="small soft">
            {t('admin_extension_id')} <code>{tools.extension.id}</code>
          </p>
        </div>
      </details>
      <div class="row">
        <button type="button" onClick={copy}>
          {t('admin_copy')}
        </button>
        <span role="status" class="small">
          {told}
        </span>
      </div>
    </>
  );
}
