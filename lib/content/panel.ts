import { UNKNOWN_REDIRECT } from '../links/recognition.ts';
import type { Translate } from '../platform/i18n.ts';
import { underscored } from '../platform/underscored.ts';
import type { Part, Snapshot } from '../snapshot/snapshot.ts';
import { recognitionOf } from './find.ts';
import type { Mark } from './mark.ts';
import type { PanelContent } from './private-frame/wire.ts';
import { isTooLong } from './too-long.ts';

export interface PanelOptions {
  readonly document: Document;
  readonly t: Translate;
}

/** As dates stand everywhere else (`formatDate` in `lib/register/dates.ts`, which is not for pages). */
const DAY = { year: 'numeric', month: 'long', day: 'numeric', calendar: 'gregory', timeZone: 'UTC' } as const;

const line = (text: string, name: string): Part => ['p', name, text];

/** What a link is, in a few lines: its kind and author, its age, what it is wrapped in, where it leads. */
function factsOf(mark: Mark, { via: wrapperNames, language }: Snapshot, t: Translate): Part[] {
  const { kind, handle, uploadTime, via, destination, redirector } = recognitionOf(mark);
  let title = t(`page_kind_${underscored(kind ?? 'other')}`);
  if (handle) title = t('page_by', title, `@${handle}`);
  if (mark.embed) title = t('page_embedded', title);
  const facts = [line(title, 'title')];
  if (uploadTime) {
    const day = new Date(uploadTime).toLocaleDateString(language, DAY);
    facts.push(line(t('page_uploaded', day), 'soft'));
  }
  if (redirector) facts.push(line(t('page_leads_first', redirector), 'soft'));
  const services = via.filter((id) => id !== UNKNOWN_REDIRECT);
  const around = services.map((id) => wrapperNames[id] ?? id).join(', ');
  if (around) facts.push(line(t('page_wrapped', around), 'soft'));
  const leadsTo = destination ?? '';
  if (!isTooLong(leadsTo)) facts.push(line(leadsTo, 'address'));
  else facts.push(line(URL.parse(leadsTo)?.host ?? '', 'address'), line(t('page_too_long'), 'soft'));
  return facts;
}

/** What the card or the question about a link shows beside the words of the verdict. */
export function panelContent(
  kind: PanelContent['kind'],
  mark: Mark,
  snapshot: Snapshot,
  t: Translate,
): PanelContent {
  const { language, direction, sheets, ballast } = snapshot;
  const { destination } = recognitionOf(mark);
  return {
    kind,
    link: factsOf(mark, snapshot, t),
    mayOpen: !isTooLong(mark.written) && !isTooLong(destination ?? ''),
    sheet: sheets.panel,
    language,
    direction,
    ballast,
    copied: destination ?? mark.written,
  };
}
