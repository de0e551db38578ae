import { useLanguage } from '../language.tsx';
import { VerdictShape } from '../verdict/verdict-shape.tsx';
import type { VerdictRule, VerdictText } from './verdict-text.ts';

interface VerdictPanelProps {
  readonly verdict: VerdictText;
  /** The verdict is about being on the page in the tab. */
  readonly onTikTok: boolean;
  /** Shows a record in full. */
  readonly onRecord: (id: string) => void;
  /** Opens the options, where a person says where they are and whom they work for. */
  readonly onProfile: () => void;
}

/** Rules printed before the rest folds away. */
const FIRST = 2;

/** The answer to "does this concern me?", with the rules that carry it and what it leaves out. */
export function VerdictPanel({ verdict, onTikTok, onRecord, onProfile }: VerdictPanelProps) {
  const { t } = useLanguage();
  const { level, word, sentence, notes, rules } = verdict;
  return (
    <header class={`verdict level-${level}`}>
      <VerdictShape level={level} />
      <div class="stack-tight">
        <div>
          {onTikTok && <p class="small soft">{t('popup_on_tiktok')}</p>}
          <p class="verdict-word">{word}</p>
          <h1>{sentence}</h1>
        </div>
        <Rules rules={rules.slice(0, FIRST)} onRecord={onRecord} />
        {rules.length > FIRST && (
          <details>
            <summary>{t('popup_more_rules', rules.length - FIRST)}</summary>
            <Rules rules={rules.slice(FIRST)} onRecord={onRecord} />
          </details>
        )}
        {notes.length > 0 && (
          <details>
            <summary>{t('popup_notes', notes.length)}</summary>
            <ul class="bullets small">
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </details>
        )}
        {level === 'no-profile' && (
          <div>
            <button type="button" class="primary" onClick={onProfile}>
              {t('popup_profile')}
            </button>
          </div>
        )}
      </div>
    </header>
  );
}

interface RulesProps {
  readonly rules: readonly VerdictRule[];
  readonly onRecord: (id: string) => void;
}

function Rules({ rules, onRecord }: RulesProps) {
  if (rules.length === 0) return null;
  return (
    <ul class="rules">
      {rules.map((rule) => (
        <li key={rule.id}>
          <Rule rule={rule} onRecord={onRecord} />
        </li>
      ))}
    </ul>
  );
}

function Rule({ rule, onRecord }: { readonly rule: VerdictRule; readonly onRecord: (id: string) => void }) {
  const { t } = useLanguage();
  const { id, title, line, why, url, contact } = rule;
  if (id !== null)
    return (
      <button type="button" class="rule" onClick={() => onRecord(id)}>
        <span class="rule-title">
          <bdi>{title}</bdi>
        </span>
        {why && <span class="small">{why}</span>}
        {line && <span class="small soft">{line}</span>}
      </button>
    );
  return (
    <div class="rule">
      <span class="rule-title">
        <bdi>{title}</bdi>
      </span>
      {line && <span class="small soft own-text">{line}</span>}
      {url && (
        <a class="small" href={url} target="_blank" rel="noreferrer">
          {t('popup_own_rule_read')}
        </a>
      )}
      {contact && <span class="small">{t('popup_own_rule_contact', contact)}</span>}
    </div>
  );
}
