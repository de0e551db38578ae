import type { Saved } from '../../lib/settings/save-status.ts';
import { useLanguage } from '../language.tsx';
import { savedText } from '../options/saved-line.tsx';
import { Switch } from '../switch.tsx';

/** The site in the tab and whether marks are drawn on it. */
export interface Site {
  /** As the address bar shows it. */
  readonly host: string;
  readonly marks: boolean;
  /** Why the switch cannot be used: an administrator decided, everything is paused, or it is TikTok itself. */
  readonly fixed: 'locked' | 'paused' | 'tiktok' | null;
}

interface SiteFooterProps {
  /** What became of the last use of the switch. */
  readonly saved: Saved;
  /** Null where the tab holds no site. */
  readonly site: Site | null;
  readonly onMarks: (on: boolean) => void;
  readonly onOptions: () => void;
  /** Opens the register in a tab. */
  readonly onRegister: () => void;
}

/** What belongs to the site and the extension rather than to the answer. */
export function SiteFooter({ site, saved, onMarks, onOptions, onRegister }: SiteFooterProps) {
  const language = useLanguage();
  const { t } = language;
  const refused = saved !== 'saved' && savedText(saved, language);
  return (
    <footer class="popup-foot">
      {site && (
        <>
          <Switch
            checked={site.marks}
            disabled={site.fixed !== null}
            describedBy="site-fixed"
            onChange={onMarks}
          >
            {t('popup_marks_on', site.host)}
          </Switch>
          <p class="small soft" id="site-fixed">
            {site.fixed === 'locked'
              ? t('options_locked_by', t('options_administrator'))
              : site.fixed && t(`popup_marks_${site.fixed}`)}
          </p>
          <p class="small" role="alert">
            {refused}
          </p>
        </>
      )}
      <div class="popup-foot-links small">
        <button type="button" class="plain" onClick={onRegister}>
          {t('popup_register')}
        </button>
        <button type="button" class="plain" onClick={onOptions}>
          {t('popup_options')}
        </button>
      </div>
    </footer>
  );
}
