import { useLanguage } from '../../../components/language.tsx';
import { ForceMark, markOf } from '../../../components/register-page/force-mark.tsx';
import { usePage } from '../../../components/register-page/page-state.ts';
import { RecordLink } from '../../../components/register-page/record-link.tsx';
import { isFresh } from '../../../lib/register/knowledge-age.ts';
import { measureLine, restrictionTitle } from '../../../lib/register/labels.ts';
import { placeNameInFull } from '../../../lib/register/places.ts';
import type { Found } from '../../../lib/register/search.ts';
import { statusLine } from '../../../lib/register/status-line.ts';

interface RecordListProps {
  readonly found: readonly Found[];
  /** The place that the list is about: others are named. */
  readonly within?: string;
}

/** Restrictions as lines: whose, what, and the status with its age. */
export function RecordList({ found, within }: RecordListProps) {
  const language = useLanguage();
  const { locale, places } = language;
  const { day } = usePage();
  return (
    <ul class="record-list">
      {found.map(({ record, status }) => (
        <li key={record.id}>
          <ForceMark class={markOf(record, status)} fresh={isFresh(record, day)} />
          <RecordLink id={record.id}>{restrictionTitle(record)}</RecordLink>
          <span class="small">
            {record.issuer.jurisdiction !== within && (
              <>{placeNameInFull(record.issuer.jurisdiction, locale, places)} · </>
            )}
            {measureLine(record, status, language)}
          </span>
          <span class="small soft">{statusLine(record, status, day, language)}</span>
        </li>
      ))}
    </ul>
  );
}
