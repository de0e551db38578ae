import { UNKNOWN_REDIRECT } from '../links/recognition.ts';
import type { Translate } from '../platform/i18n.ts';
import type { Part, Snapshot } from '../snapshot/snapshot.ts';
import { element } from './element.ts';
import { recognitionOf } from './find.ts';
import type { Mark } from './mark.ts';

export interface PanelOptions {
  readonly document: Document;
  readonly t: Translate;
}

/**
 * Builds a card or question about a link. What a button does is settled here, once: whatever is changed in the tree
 * later, in its classes or attributes, a button does what it was built for.
 *
 * @param act called with what the button that a person pressed does, and for which record (see `panels.ts`)
 */
export function createPanel(
  { document, t }: PanelOptions,
  tag: 'div' | 'dialog',
  name: string,
  content: readonly Part[],
  { via: wrapperNames, language, direction }: Snapshot,
  mark: Mark,
  act: (action: string, record: string) => void,
): HTMLElement {
  const build = (part: Part): Node | string => {
    if (typeof part === 'string') return part;
    const [tagName, className, ...inner] = part;
    if (tagName === 'button') return button(className, inner.map(build));
    return element(document, tagName as 'p', className, ...(className === 'link' ? facts : inner.map(build)));
  };
  const button = (does: string, content: readonly (Node | string)[]): HTMLButtonElement => {
    const [action = '', record = ''] = does.split(' ');
    const made = element(document, 'button', '', ...content);
    made.onclick = ({ isTrusted }) => {
      if (isTrusted) act(action, record);
    };
    return made;
  };
  const line = (text: string, className: string) => element(document, 'p', className, text);

  const { kind, handle, uploadTime, via, destination, redirector } = recognitionOf(mark);
  let title = t(`page_kind_${kind?.replaceAll('-', '_') as 'video'}`);
  if (handle) title = t('page_by', title, `@${handle}`);
  if (mark.embed) title = t('page_embedded', title);
  const address = line(destination ?? '', 'address');
  address.dir = 'ltr';

  const services = via.filter((id) => id !== UNKNOWN_REDIRECT);
  const around = services.map((id) => wrapperNames[id] ?? id).join(', ');
  const facts = [
    line(title, 'title'),
    uploadTime &&
      line(
        t(
          'page_uploaded',
          new Date(uploadTime).toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' }),
        ),
        'soft',
      ),
    redirector && line(t('page_leads_first', redirector), 'soft'),
    around && line(t('page_wrapped', around), 'soft'),
    address,
  ];

  const panel = element(document, tag, name, ...content.map(build));
  panel.lang = language;
  panel.dir = direction;
  panel.ariaLabel = (panel.firstChild as Element).textContent;
  return panel;
}
