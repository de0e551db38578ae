import { formatDate } from '../../lib/register/dates.ts';
import { topicName } from '../../lib/register/labels.ts';
import type { Response } from '../../lib/register/schema.ts';
import { useLanguage, withNumber } from '../language.tsx';
import { ResponseList } from '../record/response-list.tsx';
import { responseRegion } from '../record/response-region.ts';

/** The two themes people ask about first. */
const FIRST = ['local-data-storage', 'external-monitoring'] as const;

/** Findings in the overview; the theme below has all. */
const MOST = 5;

/** TikTok's response: an overview of two themes, then every theme in full, claims beside findings. */
export function ResponseView({ responses }: { readonly responses: readonly Response[] }) {
  const language = useLanguage();
  const { t } = language;
  return (
    <div class="response-view">
      <p class="lead">{t('register_response_about')}</p>
      {FIRST.map((topic) => (
        <Overview key={topic} topic={topic} responses={responses.filter((each) => each.topic === topic)} />
      ))}
      <h2 class="all-themes">{t('register_response_all')}</h2>
      <ResponseList responses={responses} />
    </div>
  );
}

interface OverviewProps {
  readonly topic: (typeof FIRST)[number];
  readonly responses: readonly Response[];
}

/** What TikTok says of a theme on one side, what others found on the other, newest first. */
function Overview({ topic, responses }: OverviewProps) {
  const language = useLanguage();
  const { t, locale } = language;
  const findings = responses
    .flatMap((response) => response.findings.map((finding) => ({ ...finding, response })))
    .sort((a, b) => (a.date < b.date ? 1 : -1));
  if (responses.length === 0) return null;
  return (
    <div class="overview">
      <h2>{topicName(topic, language)}</h2>
      <div class="sides">
        <div class="side side-said">
          <h3>{t('register_response_says')}</h3>
          <ul>
            {responses.map(({ id, programme, region, announced, claim }) => (
              <li key={id}>
                <p class="small soft">
                  <strong>{programme ?? responseRegion(region, language)}</strong>
                  {programme && <> · {responseRegion(region, language)}</>} · {formatDate(announced, locale)}
                </p>
                <p>{claim}</p>
              </li>
            ))}
          </ul>
        </div>
        <div class="side side-found">
          <h3>{t('register_found')}</h3>
          {findings.length === 0 ? (
            <>
              <p class="soft">{t('register_found_nothing')}</p>
              {responses.map(({ id, currentState }) => (
                <p key={id}>
                  <span class="label">{t('register_state')}</span> {currentState}
                </p>
              ))}
            </>
          ) : (
            <ul>
              {findings.slice(0, MOST).map(({ date, by, finding }) => (
                <li key={`${date} ${by}`}>
                  <p class="small soft">
                    <strong>{by}</strong> · <time dateTime={date}>{formatDate(date, locale)}</time>
                  </p>
                  <p>{finding}</p>
                </li>
              ))}
            </ul>
          )}
          {findings.length > MOST && (
            <p class="small">{withNumber(language, 'register_response_more', findings.length - MOST)}</p>
          )}
        </div>
      </div>
    </div>
  );
}
