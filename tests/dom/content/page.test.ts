import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BADGE_TAG } from '../../../lib/content/badge-tag.ts';
import { startPage } from '../../../lib/content/page.ts';
import type { PageOptions } from '../../../lib/content/page-options.ts';
import type { SendToBackground } from '../../../lib/messages/content-end.ts';
import type { ContentToBackground } from '../../../lib/messages/content-to-background.ts';
import type { ContentToPopup } from '../../../lib/messages/content-to-popup.ts';
import type { Snapshot } from '../../../lib/snapshot/snapshot.ts';
import { addBrowserParts, snapshotOf } from '../../support/browser-parts.ts';
import { verdictBlockOf } from '../../support/example-block.ts';

addBrowserParts();

/** Lets time pass as far as the page knows it: frames, idle periods, timers and what waits for them. */
const pass = (milliseconds = 200) => vi.advanceTimersByTimeAsync(milliseconds);

const VIDEO = 'https://www.tiktok.com/@demo.creator/video/7301444405347536130';
const badges = () => [...document.querySelectorAll(BADGE_TAG)];
/** The badge at a link: within it, or beside it among words. */
const at = (link: Element | null | undefined) => link?.querySelector(BADGE_TAG) ?? link?.nextSibling ?? null;
const next = (id: string) => at(document.getElementById(id));

describe('a page', () => {
  let life: AbortController;
  let listener: ((snapshot: Snapshot | null) => void) | undefined;
  const sent: ContentToBackground[] = [];
  const readSnapshot = vi.fn<PageOptions['readSnapshot']>();

  const start = (body: string, options: Partial<PageOptions> = {}) => {
    document.body.innerHTML = body;
    return startPage({
      document,
      t: (key, ...parts) => [key, ...parts].join(' '),
      sites: () => ['page.example'],
      readSnapshot,
      onCommand: () => {},
      onSnapshot: (call) => {
        listener = call;
      },
      send: (async (message) => sent.push(message) > 0) as SendToBackground,
      shadowRootOf: (element) => element.shadowRoot,
      isAlive: () => true,
      stop: () => life.abort(),
      signal: life.signal,
      ...options,
    });
  };

  beforeEach(() => {
    vi.useFakeTimers();
    life = new AbortController();
    listener = undefined;
    sent.length = 0;
    readSnapshot.mockReset().mockResolvedValue(snapshotOf());
  });
  afterEach(() => {
    life.abort();
    vi.useRealTimers();
  });

  it('without a TikTok link is left as it was, and nothing is read or sent', async () => {
    const body =
      '<p><a href="https://example.org/tiktok">a path</a> <a href="/x">here</a></p><iframe></iframe>';
    start(body);
    await pass(3000);
    expect(document.body.innerHTML).toBe(body);
    expect(readSnapshot).not.toHaveBeenCalled();
    expect(listener).toBeUndefined();
    expect(sent).toEqual([]);
  });

  it('gets a badge after each link, the same element for every verdict, and sends its counts once', async () => {
    start(
      `<p>Words, then <a id="a" href="${VIDEO}">a</a>, <a id="b" href="https://vm.tiktok.com/ZM1/">b</a></p>`,
    );
    await pass(3000);
    expect(badges()).toHaveLength(2);
    expect(badges()).toContain(next('a'));
    const html = badges().map((badge) => badge.outerHTML);
    expect(html[0]).toContain('aria-label="badge_name a"');
    expect(readSnapshot).toHaveBeenCalledTimes(1);
    expect(sent).toEqual([{ type: 'summary', links: 2, embeds: 0 }]);
    listener?.(snapshotOf({}, { verdict: verdictBlockOf({ level: 'no-rule-found', word: 'No rule' }) }));
    expect(badges().map((badge) => badge.outerHTML)).toEqual(html);
  });

  it('asks the browser for no text before something is opened, as the first takes long', async () => {
    const t = vi.fn(() => 'a text');
    start(`<p>Words, then <a id="a" href="${VIDEO}">a</a></p>`, { t });
    await pass(3000);
    expect(badges()).toHaveLength(1);
    expect(t).not.toHaveBeenCalled();
  });

  it('of very many links answers the popup between two portions of them', async () => {
    // Each look at the clock takes as long as a portion may.
    let time = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (time += 20));
    const count = 500;
    const connect = start(`<a href="${VIDEO}">a</a>`.repeat(count));
    const heard: Extract<ContentToPopup, { type: 'items' }>[] = [];
    connect((message) => message.type === 'items' && heard.push(message));
    expect(heard).toHaveLength(1);
    await pass(10_000);
    const totals = heard.map(({ total }) => total);
    expect(totals.at(-1)).toBe(count);
    expect(totals[0]).toBeLessThan(count / 4);
    expect(totals).toEqual(totals.toSorted((one, other) => one - other));
    vi.mocked(performance.now).mockRestore();
  });

  it('asks the background for the snapshot of today, once a day, where what is stored is of another', async () => {
    vi.setSystemTime(new Date(2026, 10, 23, 23, 59));
    start(`<a href="${VIDEO}">a</a>`);
    await pass(3000);
    const summary = { type: 'summary', links: 1, embeds: 0 };
    expect(sent).toEqual([summary]);
    for (const day of [new Date(2026, 10, 24, 0, 1), new Date(2026, 10, 20), new Date(2031, 0, 1)]) {
      sent.length = 0;
      vi.setSystemTime(day);
      for (let i = 0; i < 3; i++) {
        window.dispatchEvent(new Event('pointerover'));
        await pass(3000);
      }
      expect(sent).toEqual([summary]);
    }
    vi.setSystemTime(new Date(2026, 10, 23));
    sent.length = 0;
    window.dispatchEvent(new Event('focus'));
    await pass(3000);
    expect(sent).toEqual([]);
  });

  it('that opens with what another day has stored asks at once', async () => {
    vi.setSystemTime(new Date(2026, 10, 24, 9));
    start(`<a href="${VIDEO}">a</a>`);
    await pass(3000);
    expect(sent.length).toBeGreaterThan(0);
    listener?.(snapshotOf({ day: '2026-11-24' }));
    sent.length = 0;
    window.dispatchEvent(new Event('pointerover'));
    await pass(3000);
    expect(sent).toEqual([]);
  });

  it('finds odd spellings and shadow roots a little later', async () => {
    start(`<p><a id="odd" href="https://www.t%69ktok.com/@a">a</a></p><div id="host"></div>`);
    const root = document.getElementById('host')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = `<a href="${VIDEO}">in a root</a>`;
    await pass(3000);
    expect(badges()).toContain(next('odd'));
    expect(root?.querySelector(BADGE_TAG)).not.toBeNull();
  });

  it('follows links that come, change, move and go', async () => {
    start(`<ul><li id="one"><a id="a" href="${VIDEO}">a</a></li><li id="two"></li></ul>`);
    await pass();
    const link = document.getElementById('a');
    if (!link) throw new Error('The link is missing.');
    document.getElementById('two')?.append(link);
    await pass();
    expect(badges()).toEqual([next('a')]);
    link.setAttribute('href', 'https://example.org/');
    await pass();
    expect(badges()).toEqual([]);
    link.setAttribute('href', VIDEO);
    await pass();
    expect(badges()).toEqual([next('a')]);
    link.remove();
    await pass();
    expect(badges()).toEqual([]);
    expect(document.body.innerHTML).toBe('<ul><li id="one"></li><li id="two"></li></ul>');
  });

  it('marks a link of a host that nobody lists where its text or title is the URL it leads to', async () => {
    const href = `href="https://gateway.example/?u=${encodeURIComponent(VIDEO)}"`;
    start(`<p><a id="text" ${href}> ${VIDEO.slice(8)} </a> <a id="title" ${href} title="${VIDEO}"><b>Watch</b></a></p>
      <p><a ${href}>Share</a> <a ${href}>${VIDEO}x</a></p>`);
    await vi.waitFor(() => expect(badges()).toEqual(['text', 'title'].map(next)));
  });

  it('goes on after an element of which the reading fails', async () => {
    const fails = () => {
      throw new Error('This element cannot be read.');
    };
    const body = `<p><a id="bad" href="${VIDEO}">a</a> <a id="odd" href="https://www.t%69ktok.com/@a">b</a></p>
      <form><input name="getAttribute"><a id="in" href="https://www.t%69ktok.com/@b">c</a></form>
      <p><a id="late" href="https://www.t%69ktok.com/@c">d</a> <a id="last" href="${VIDEO}">e</a></p>`;
    document.body.innerHTML = '';
    start('', { shadowRootOf: (element) => (element.localName === 'p' ? fails() : element.shadowRoot) });
    document.body.innerHTML = body;
    for (const id of ['bad', 'odd']) {
      const link = document.getElementById(id);
      if (link) link.getAttribute = fails;
    }
    await vi.waitFor(() => {
      expect(badges()).toEqual(['in', 'late', 'last'].map(next));
    });
    // The form itself is a part that the sweep is given.
    document.body.append(document.querySelector('form')?.cloneNode(true) ?? '');
    await vi.waitFor(() => expect(badges()).toHaveLength(4));
  });

  it('reads many links in portions, and none that went while it waited', async () => {
    let time = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (time += 5));
    start(`<a href="${VIDEO}">a</a>`.repeat(60));
    document.querySelector('a:last-of-type')?.remove();
    await vi.waitFor(() => expect(badges()).toHaveLength(59), 3000);
    clock.mockRestore();
    await vi.waitFor(() => expect(sent.at(-1)).toEqual({ type: 'summary', links: 59, embeds: 0 }), 3000);
  });

  it('loses copies of badges, and badges of an older script', async () => {
    start(`<p id="p"><${BADGE_TAG}></${BADGE_TAG}><a href="${VIDEO}">a</a></p>`);
    await pass();
    const copy = document.getElementById('p')?.cloneNode(true);
    if (copy) document.body.append(copy);
    await pass();
    const links = [...document.querySelectorAll('a')];
    expect(links).toHaveLength(2);
    expect(badges()).toEqual(links.map(at));
  });

  it('loses copies in HTML that is put back when all links were gone', async () => {
    start(`<div id="p"><p><a href="${VIDEO}">a</a></p></div>`);
    await pass();
    const p = document.getElementById('p');
    const html = p?.innerHTML ?? '';
    expect(html).toContain(BADGE_TAG);
    p?.replaceChildren();
    await pass();
    if (p) p.innerHTML = html;
    await pass();
    expect(badges()).toEqual([at(document.querySelector('a'))]);
  });

  it('has no badge where a person edits, and loses those where editing begins', async () => {
    start(
      `<div contenteditable="true"><a href="${VIDEO}">a</a></div><div id="later"><a href="${VIDEO}">b</a></div>`,
    );
    await pass();
    expect(badges()).toHaveLength(1);
    document.getElementById('later')?.setAttribute('contenteditable', '');
    await pass();
    expect(badges()).toHaveLength(0);
    document.getElementById('later')?.removeAttribute('contenteditable');
    await pass();
    expect(badges()).toHaveLength(1);
  });

  it('has no badge in design mode, which a person meets on coming to the page', async () => {
    let designMode = 'off';
    const property = { configurable: true, get: () => designMode };
    Object.defineProperty(Document.prototype, 'designMode', property);
    start(`<a href="${VIDEO}">a</a>`);
    await pass();
    expect(badges()).toHaveLength(1);
    designMode = 'on';
    window.dispatchEvent(new FocusEvent('focus'));
    await pass();
    expect(badges()).toHaveLength(0);
    Reflect.deleteProperty(Document.prototype, 'designMode');
  });

  it('counts an embed and its inner links as one, and lists one without script without a badge', async () => {
    const page = start(
      `<blockquote class="tiktok-embed" id="quote" cite="${VIDEO}" data-video-id="7301444405347536130"><a href="${VIDEO}?refer=embed">x</a></blockquote>` +
        '<noscript></noscript>',
    );
    const silent = document.querySelector('noscript');
    if (silent)
      silent.textContent = '<iframe src="https://www.tiktok.com/embed/v2/7183385673947434266"></iframe>';
    await pass(3000);
    expect(badges()).toEqual([document.getElementById('quote')?.lastElementChild]);
    const posts: ContentToPopup[] = [];
    page((message) => posts.push(message)).close();
    expect(posts).toMatchObject([{ type: 'items', total: 2, items: [{ embed: true }, { embed: true }] }]);
    expect(sent.at(-1)).toEqual({ type: 'summary', links: 0, embeds: 2 });
  });

  it('takes a badge away whose link comes to lead to a kind that is off, and brings it back', async () => {
    start(`<p>Words, then <a id="a" href="${VIDEO}">a</a></p>`);
    await pass();
    expect(badges()).toHaveLength(1);
    document.getElementById('a')?.setAttribute('href', 'https://newsroom.tiktok.com/en-us/a');
    await pass();
    expect(badges()).toHaveLength(0);
    document.getElementById('a')?.setAttribute('href', VIDEO);
    await pass(2000);
    expect(badges()).toHaveLength(1);
  });

  it('draws no badge where marks are off: everywhere, on the site, for the kind of link', async () => {
    start(`<a href="${VIDEO}">a</a><a href="https://newsroom.tiktok.com/">b</a>`);
    await pass();
    expect(badges()).toHaveLength(1);
    for (const off of [
      { paused: true },
      { sitesOff: ['example'] },
      { sitesOnly: ['other.example'] },
      { linkKindsOff: ['video', 'corporate'] },
    ] as const) {
      listener?.(snapshotOf(off));
      expect(badges(), JSON.stringify(off)).toHaveLength(0);
      listener?.(snapshotOf());
      expect(badges()).toHaveLength(1);
    }
    listener?.(snapshotOf({ linkKindsOff: [] }));
    expect(badges()).toHaveLength(2);
  });

  it('is as it was after the end, and stays so', async () => {
    const body = `<p><a href="${VIDEO}">a</a></p>`;
    start(body);
    await pass();
    expect(badges()).toHaveLength(1);
    life.abort();
    expect(document.body.innerHTML).toBe(body);
    document.body.insertAdjacentHTML('beforeend', body);
    await pass();
    expect(badges()).toHaveLength(0);
  });

  it('ends by itself where the extension is gone', async () => {
    let alive = true;
    start(`<p><a href="${VIDEO}">a</a></p>`, { isAlive: () => alive });
    await pass();
    alive = false;
    document.body.append('x');
    await pass();
    expect(life.signal.aborted).toBe(true);
    expect(badges()).toHaveLength(0);
  });

  it('puts a badge back that the page took, but takes the third time for a no', async () => {
    start(`<p><a id="a" href="${VIDEO}">a</a></p>`);
    await pass();
    let removals = 0;
    const observer = new MutationObserver(() => {
      for (const badge of badges()) {
        removals++;
        badge.remove();
      }
    });
    badges()[0]?.remove();
    await pass();
    expect(badges()).toHaveLength(1);
    observer.observe(document, { childList: true, subtree: true });
    badges()[0]?.remove();
    await pass(300);
    observer.disconnect();
    expect(removals).toBe(1);
    expect(badges()).toHaveLength(0);
  });

  it('puts a badge back however often the page draws its part anew', async () => {
    start('<div id="list"></div>');
    const list = document.getElementById('list') as HTMLElement;
    for (let i = 0; i < 40; i++) {
      list.innerHTML = `<p>Words and <a href="${VIDEO}">a</a></p>`;
      await pass();
      expect(badges()).toHaveLength(1);
    }
  });

  it('puts a badge back each time the text of its link is written, for minutes', async () => {
    start(`<a id="a" style="display:block" href="${VIDEO}">0</a>`);
    await pass();
    const link = document.getElementById('a') as HTMLElement;
    for (let i = 0; i < 300; i++) {
      link.textContent = `${i} watching`;
      await pass(1000);
      expect(badges()).toEqual([link.lastChild]);
    }
  });

  it('waits for a framework that is yet to take over, but not for ever', async () => {
    start(`<astro-island ssr><p>Words and <a href="${VIDEO}">a</a></p></astro-island>`);
    await pass(3000);
    expect(badges()).toHaveLength(0);
    document.querySelector('astro-island')?.removeAttribute('ssr');
    await pass(1000);
    expect(badges()).toHaveLength(1);
    document.body.innerHTML = `<astro-island ssr><p>Words and <a href="${VIDEO}">b</a></p></astro-island>`;
    await pass(9000);
    expect(badges()).toHaveLength(1);
  });
});
