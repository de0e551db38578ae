import { numberFormat } from '../../lib/platform/formats.ts';
import { formatDate } from '../../lib/register/dates.ts';
import { listOf, lookedAgainText, topicName } from '../../lib/register/labels.ts';
import { RESPONSE_TOPICS, type Response } from '../../lib/register/schema.ts';
import { useLanguage } from '../language.tsx';
import { DatedList } from './dated-list.tsx';
import { LazyDetails } from './lazy-details.tsx';
import { responseRegion } from './response-region.ts';
import { numberSources, SourceList } from './source-list.tsx';

/** Topics that people ask for; the others open on demand. */
const FIRST: readonly string[] = ['local-data-storage', 'external-monitoring'];

/** What TikTok says, topic by topic, and beside it what others found. Local storage and outside monitoring come first. */
export function ResponseList({ responses }: { readonly responses: readonly Response[] }) {
  const language = useLanguage();
  return (
    <div class="stack-wide">
      {RESPONSE_TOPICS.map((topic) => {
        const own = responses.filter((response) => response.topic === topic);
        if (own.length === 0) return null;
        const name = topicName(topic, language);
        const list = () => (
          <ul class="entries">
            {inOrder(own).map((response) => (
              <ResponseEntry key={response.id} response={response} />
            ))}
          </ul>
        );
        return (
          <section key={topic} aria-labelledby={`topic-${topic}`}>
            {FIRST.includes(topic) ? (
              <>
                <h2 id={`topic-${topic}`}>{name}</h2>
                {list()}
              </>
            ) : (
              <LazyDetails
                class="topic"
                summary={
                  <h2 id={`topic-${topic}`}>
                    {name}
                    <span class="count">{numberFormat(language.locale).format(own.length)}</span>
                  </h2>
                }
              >
                {list}
              </LazyDetails>
            )}
          </section>
        );
      })}
    </div>
  );
}

/** The newest last word first: what somebody found most lately, else what TikTok did. */
function inOrder(responses: readonly Response[]): Response[] {
  const latest = ({ findings, milestones, announced }: Response) =>
    [...findings, ...milestones].reduce((newest, { date }) => (date > newest ? date : newest), announced);
  return [...responses].sort((a, b) => (latest(a) < latest(b) ? 1 : -1));
}

interface ResponseEntryProps {
  readonly response: Response;
  /** Its steps and sources stand open. */
  readonly startOpen?: boolean;
}

/** What TikTok says, what others found on it, and where both are written. */
export function ResponseEntry({ response, startOpen = false }: ResponseEntryProps) {
  const language = useLanguage();
  const { t, locale } = language;
  const sources = numberSources(response.sources);
  const { programme, region, announced, claim, currentState, findings, milestones, operators } = response;
  return (
    <li class="entry">
      <h3 class="entry-title">
        {programme ?? t('register_tab_response')}{' '}
        <span class="small soft">{responseRegion(region, language)}</span>
      </h3>
      <div class="said">
        <p class="label">{t('in_brackets', t('register_response_says'), formatDate(announced, locale))}</p>
        <p>{claim}</p>
      </div>
      <div class="found">
        <p class="label">{t('register_found')}</p>
        {findings.length === 0 ? (
          <p class="soft">{t('register_found_nothing')}</p>
        ) : (
          <DatedList
            sources={sources}
            items={findings.map(({ finding, ...rest }) => ({ ...rest, what: finding }))}
          />
        )}
      </div>
      <p>
        <span class="label">{t('register_state')}</span> {currentState}
      </p>
      <p class="small soft">
        {t(
          'name_and_value',
          t('register_looked_again'),
          lookedAgainText(response.lookedAgain, language) ?? t('looked_again_never'),
        )}
      </p>
      <LazyDetails startOpen={startOpen} summary={t('register_milestones_sources')}>
        {() => (
          <div class="stack">
            {operators.length > 0 && (
              <p class="small">
                {t(
                  'register_operators',
                  listOf(
                    operators.map(({ name }) => name),
                    language,
                  ),
                )}
              </p>
            )}
            <DatedList sources={sources} items={milestones} />
            <SourceList sources={sources} />
          </div>
        )}
      </LazyDetails>
    </li>
  );
}
