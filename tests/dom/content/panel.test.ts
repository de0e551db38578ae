import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../lib/content/mark.ts';
import { panelContent } from '../../../lib/content/panel.ts';
import { drawPanel } from '../../../lib/content/private-frame/draw-panel.ts';
import { recognise } from '../../../lib/links/recognise.ts';
import type { Personal, Snapshot } from '../../../lib/snapshot/snapshot.ts';
import { addBrowserParts, snapshotOf } from '../../support/browser-parts.ts';

addBrowserParts();

const VIDEO = 'https://www.tiktok.com/@demo.creator/video/7301444405347536130';
const wrapped = (address: string, ...around: string[]) =>
  around.reduce((inner, wrapper) => wrapper + encodeURIComponent(inner), address);

const markOf = (written: string, label?: string): Mark => ({
  id: 'f.1',
  element: document.body,
  written,
  embed: false,
  recognition: recognise(written, undefined, label),
});

/** Draws the card of an address into a document of its own. */
function draw(
  written: string,
  changes: Partial<Snapshot> = {},
  label?: string,
  personal: Partial<Personal> = {},
) {
  const drawn = document.implementation.createHTMLDocument('');
  const acts: string[] = [];
  const snapshot = snapshotOf(changes, personal);
  const panel = panelContent('card', markOf(written, label), snapshot, (key, ...parts) =>
    [key, ...parts].join(' '),
  );
  const drawing = { panel, personal: snapshot.personal };
  const { focus } = drawPanel(drawn, drawing, (action, record) => void acts.push(`${action} ${record}`));
  return {
    drawn,
    acts,
    focus,
    facts: [...drawn.querySelectorAll('.link > *')].map((each) => each.textContent),
  };
}

describe('the card', () => {
  it('says what a link is, when it was uploaded and where it leads', () => {
    expect(draw(VIDEO).facts).toEqual([
      'page_by page_kind_video @demo.creator',
      'page_uploaded November 14, 2023',
      VIDEO,
    ]);
  });

  it('has the language of its texts, which need not be the browser’s, in its dates too', () => {
    const { drawn } = draw(VIDEO, { language: 'fr', direction: 'rtl' });
    expect([drawn.documentElement.lang, drawn.documentElement.dir]).toEqual(['fr', 'rtl']);
    expect(drawn.body.textContent).toContain('14 novembre 2023');
  });

  it('leaves out what the address does not tell', () => {
    const profile = 'https://www.tiktok.com/@demo.creator';
    expect(draw(profile).facts).toEqual(['page_by page_kind_profile @demo.creator', profile]);
  });

  it('says where a link leads first whose host nobody lists', () => {
    const gateway = 'https://gateway.example/?u=';
    const facebook = 'https://l.facebook.com/l.php?u=';
    expect(draw(wrapped(VIDEO, facebook, gateway), {}, VIDEO).facts).toEqual([
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
    expect(draw(wrapped(VIDEO, facebook, safeLinks)).facts).toContain(
      'page_wrapped Microsoft Safe Links, facebook',
    );
  });

  it('names the host alone of an address that is too long, and never a part of it', () => {
    const long = `${VIDEO}?x=${'a'.repeat(8192)}`;
    expect(draw(long).facts.slice(-2)).toEqual(['www.tiktok.com', 'page_too_long']);
    expect(draw(`${VIDEO}?x=${'a'.repeat(8000)}`).facts.at(-1)).toContain('aaa');
  });

  it('has buttons that do what they were built for, whatever is changed in them', () => {
    const { drawn, acts } = draw(VIDEO, {}, undefined, {
      card: [
        ['button', 'close ', 'Close'],
        ['button', 'record gb-1', 'A record'],
      ],
    });
    const [close, record] = [...drawn.querySelectorAll('button')] as [HTMLButtonElement, HTMLButtonElement];
    expect(drawn.body.innerHTML).not.toContain('gb-1');
    for (const name of ['class', 'name', 'value', 'id']) {
      close.setAttribute(name, 'record gb-1');
      record.setAttribute(name, 'close ');
    }
    const press = { isTrusted: true, type: 'click' } as PointerEvent;
    close.onclick?.({ ...press, target: close });
    record.onclick?.({ ...press, target: record });
    close.onclick?.({ ...press, isTrusted: false });
    expect(acts).toEqual(['close ', 'record gb-1']);
  });

  it('is closed by a real press of Escape', () => {
    const { drawn, acts } = draw(VIDEO);
    drawn.onkeydown?.({ key: 'Escape', isTrusted: false } as KeyboardEvent);
    expect(acts).toEqual([]);
    drawn.onkeydown?.({ key: 'Escape', isTrusted: true } as KeyboardEvent);
    expect(acts).toEqual(['close ']);
  });
});

describe('the question before a link opens', () => {
  it('has no button to open an address that is too long', () => {
    const confirmation = [
      ['section', 'row', ['button', 'close ', 'No'], ['button', 'open ', 'Yes']],
    ] as const;
    const snapshot = snapshotOf({}, { confirmation });
    const buttons = (written: string) => {
      const drawn = document.implementation.createHTMLDocument('');
      const panel = panelContent('confirmation', markOf(written), snapshot, (key) => key);
      drawPanel(drawn, { panel, personal: snapshot.personal }, () => {});
      return [...drawn.querySelectorAll('button')].map(({ textContent }) => textContent);
    };
    expect(buttons(VIDEO)).toEqual(['No', 'Yes']);
    expect(buttons(`${VIDEO}?x=${'a'.repeat(8192)}`)).toEqual(['No']);
  });
});
