import { useEffect, useRef } from 'preact/hooks';
import { issuerPlace, measureLine, restrictionTitle } from '../../lib/register/labels.ts';
import type { Restriction } from '../../lib/register/schema.ts';
import type { RecordStatus } from '../../lib/register/status.ts';
import { statusLine } from '../../lib/register/status-line.ts';
import { useLanguage } from '../language.tsx';
import { LazyDetails } from './lazy-details.tsx';
import { RecordDetails } from './record-details.tsx';

interface RecordRowProps {
  readonly record: Restriction;
  readonly status: RecordStatus;
  /** Starts open, in sight and with the focus: somebody asked for this one. */
  readonly asked: boolean;
}

/** One restriction in a list: a few lines that open to all of it. */
export function RecordRow({ record, status, asked }: RecordRowProps) {
  const language = useLanguage();
  const row = useRef<HTMLLIElement>(null);
  const place = issuerPlace(record, language);
  useEffect(() => {
    if (!asked) return;
    row.current?.scrollIntoView({ block: 'start' });
    row.current?.querySelector('summary')?.focus({ preventScroll: true });
  }, [asked]);
  return (
    <li class="record" ref={row}>
      <LazyDetails
        startOpen={asked}
        summary={
          <>
            <span class="record-name">
              <bdi>{restrictionTitle(record)}</bdi>
            </span>
            <span class="record-line">
              {place} · {measureLine(record, status, language)}
            </span>
            <span class="record-line soft">{statusLine(record, status, language)}</span>
          </>
        }
      >
        {() => <RecordDetails record={record} status={status} />}
      </LazyDetails>
    </li>
  );
}
