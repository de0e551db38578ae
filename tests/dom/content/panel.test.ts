import { describe, expect, it } from 'vitest';
import { createPanel } from '../../../lib/content/panel.ts';
import { recognise } from '../../../lib/links/recognise.ts';
import { snapshotOf } from '../../support/browser-parts.ts';

const VIDEO = 'https://www.tiktok.com/@demo.creator/video/7301444405347536130';
const wrapped = (address: string, ...around: string[]) =>
  around.reduce((inner, wrapper) => wrapper + encodeURIComponent(inner), address);

/** The lines about the link itself in the card of an address. */
const factsOf = (written: string, label?: string) => {
  const snapshot = snapshotOf();
  const recognition = recognise(written, undefined, label);
  const panel = createPanel(
    { document, t: (key, ...parts) => [key, ...parts].join(' ') },
    'div',
    'card',
    snapshot.card,
    snapshot,
    { id: 'f.1', element: document.body, written, embed: false, recognition },
    () => {},
  );
  return [...panel.querySelectorAll('.link > *')].map(({ textContent }) => textContent);
};

describe('the card', () => {
  it('says what a link is, when it was uploaded and where it leads', () => {
    expect(factsOf(VIDEO)).toEqual([
      'page_by page_kind_video @demo.creator',
      'page_uploaded November 14, 2023',
      VIDEO,
    ]);
  });

  it('has the language of its texts, which need not be the browser’s, in its dates too', () => {
    const snapshot = snapshotOf({ language: 'fr', direction: 'rtl' });
    const mark = { id: 'f.1', element: document.body, written: VIDEO, embed: false, recognition: undefined };
    const panel = createPanel(
      { document, t: (_, ...parts) => parts.join(' ') },
      'div',
      'card',
      snapshot.card,
      snapshot,
      mark,
      () => {},
    );
    expect([panel.lang, panel.dir]).toEqual(['fr', 'rtl']);
    expect(panel.textContent).toContain('14 novembre 2023');
  });

  it('leaves out what the address does not tell', () => {
    const profile = 'https://www.tiktok.com/@demo.creator';
    expect(factsOf(profile)).toEqual(['page_by page_kind_profile @demo.creator', profile]);
  });

  it('says where a link leads first whose host nobody lists', () => {
    const gateway = 'https://gateway.example/?u=';
    const facebook = 'https://l.facebook.com/l.php?u=';
    expect(factsOf(wrapped(VIDEO, facebook, gateway), VIDEO)).toEqual([
      'page_by page_kind_video @demo.creator',
      'page_uploaded November 14, 2023',
      'page_leads_first gateway.example',
      'page_wrapped facebook',
      VIDEO,
    ]);
  });

  it('names what the link was wrapped in, by its id where the snapshot has no name', () => {
    const facebook = 'https://l.facebook.com/l.php?u=';
    const safeLinks = 'https://eur01.safelinks.protection.outlook.com/?url=';
    expect(factsOf(wrapped(VIDEO, facebook, safeLinks))).toContain(
      'page_wrapped Microsoft Safe Links, facebook',
    );
  });

  it('has buttons that do what they were built for, whatever is changed in them', () => {
    const snapshot = snapshotOf({
      card: [
        ['button', 'close ', 'Close'],
        ['button', 'record gb-1', 'A record'],
      ],
    });
    const mark = { id: 'f.1', element: document.body, written: VIDEO, embed: false, recognition: undefined };
    const done: string[] = [];
    const panel = createPanel(
      { document, t: (key) => key },
      'div',
      'card',
      snapshot.card,
      snapshot,
      mark,
      (action, record) => void done.push(`${action} ${record}`),
    );
    const [close, record] = [...panel.querySelectorAll('button')] as [HTMLButtonElement, HTMLButtonElement];
    expect(panel.innerHTML).not.toContain('gb-1');
    for (const name of ['class', 'name', 'value', 'id']) {
      close.setAttribute(name, 'record gb-1');
      record.setAttribute(name, 'close ');
    }
    const press = { isTrusted: true, type: 'click' } as PointerEvent;
    close.onclick?.({ ...press, target: close });
    record.onclick?.({ ...press, target: record });
    panel.append(close);
    close.onclick?.({ ...press, isTrusted: false });
    expect(done).toEqual(['close ', 'record gb-1']);
  });
});
