import { afterEach, describe, expect, it, vi } from 'vitest';
import { createGate } from '../../../lib/content/private-frame/gate.ts';
import { awaitOffer, couldBePrivate } from '../../../lib/content/private-frame/renderer.ts';
import { EMPTY_DOCUMENT, EMPTY_MARKUP } from '../../../lib/content/private-frame/wire.ts';

afterEach(() => document.body.replaceChildren());

describe('the gate of a private frame', () => {
  /** A frame in a root of its own that has loaded once. */
  const made = () => {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'closed' });
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', '');
    root.append(frame);
    const onShut = vi.fn();
    const gate = createGate(root, frame, onShut);
    document.body.append(host);
    gate.countLoad();
    return { host, root, frame, gate, onShut };
  };

  it('is open for a frame as it was made', () => {
    expect(made().gate.isOpen()).toBe(true);
  });

  it('is not open before the frame has loaded', () => {
    const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
    const frame = root.appendChild(document.createElement('iframe'));
    frame.setAttribute('sandbox', '');
    expect(createGate(root, frame, () => {}).isOpen()).toBe(false);
  });

  it.each<[string, (parts: ReturnType<typeof made>) => void]>([
    ['its sandbox is taken off', ({ frame }) => frame.removeAttribute('sandbox')],
    [
      'its sandbox is changed and put back',
      ({ frame }) => {
        frame.setAttribute('sandbox', 'allow-scripts');
        frame.setAttribute('sandbox', '');
      },
    ],
    ['any attribute is set', ({ frame }) => frame.setAttribute('name', 'x')],
    ['something else comes into its root', ({ root }) => root.append('x')],
    ['it is moved within its root', ({ root, frame }) => root.append(frame)],
    ['it loads again', ({ gate }) => gate.countLoad()],
    ['it is taken out of the page', ({ host }) => host.remove()],
    ['it is taken out of its root', ({ frame }) => document.body.append(frame)],
  ])('is shut where %s, before the browser tells of it', (_what, change) => {
    const parts = made();
    change(parts);
    expect(parts.gate.isOpen()).toBe(false);
  });

  it('tells once of the first change, and stays shut', async () => {
    const { frame, gate, onShut } = made();
    frame.setAttribute('sandbox', 'allow-scripts');
    await vi.waitFor(() => expect(onShut).toHaveBeenCalledOnce());
    frame.setAttribute('sandbox', '');
    gate.countLoad();
    expect(gate.isOpen()).toBe(false);
    expect(onShut).toHaveBeenCalledOnce();
  });
});

describe('the renderer', () => {
  const place = (href = 'about:srcdoc', origin = 'null') => ({ origin, location: { href } as Location });
  const documentOf = (html: string) => new DOMParser().parseFromString(html, 'text/html');

  it('takes the empty document of our frames for one, and no other', () => {
    expect(documentOf(EMPTY_DOCUMENT).documentElement.outerHTML).toBe(EMPTY_MARKUP);
    expect(couldBePrivate(place(), documentOf(EMPTY_DOCUMENT))).toBe(true);
    expect(couldBePrivate(place('https://a.example/'), documentOf(EMPTY_DOCUMENT))).toBe(false);
    expect(couldBePrivate(place('about:srcdoc', 'https://a.example'), documentOf(EMPTY_DOCUMENT))).toBe(
      false,
    );
    expect(
      couldBePrivate(place(), documentOf(`${EMPTY_DOCUMENT}<a href="https://www.tiktok.com/@a">a</a>`)),
    ).toBe(false);
    expect(couldBePrivate(place(), documentOf(`${EMPTY_DOCUMENT}<script></script>`))).toBe(false);
  });

  /** A port, with all that was sent over it. */
  const portOf = () => {
    const port = {
      sent: [] as unknown[],
      closed: false,
      onmessage: null as null | ((of: { data: unknown }) => unknown),
    };
    return Object.assign(port, {
      postMessage: (message: unknown) => void port.sent.push(message),
      close: () => {
        port.closed = true;
      },
    });
  };
  /** A frame, and what somebody offers to it. */
  const frameOf = (key: string | undefined) => {
    let listener: ((event: object) => void) | undefined;
    const window = {
      parent: {},
      location: { href: 'about:srcdoc' },
      addEventListener: (_type: string, listen: (event: object) => void) => {
        listener = listen;
      },
    };
    awaitOffer(window as unknown as Window, async () => key);
    return {
      offer: (event: object) => listener?.({ isTrusted: true, source: window.parent, ports: [], ...event }),
    };
  };

  it('greets who knows the key', async () => {
    const port = portOf();
    frameOf('secret').offer({ ports: [port] });
    await port.onmessage?.({ data: 'secret' });
    expect(port.sent).toEqual([JSON.stringify({ type: 'hello', url: 'about:srcdoc' })]);
  });

  it.each([
    ['another', 'secret'],
    [undefined, 'secret'],
    ['', 'secret'],
    [undefined, undefined],
    ['undefined', undefined],
  ])('says nothing to who says %j where the key is %j', async (said, key) => {
    const port = portOf();
    frameOf(key).offer({ ports: [port] });
    await port.onmessage?.({ data: said });
    expect([port.sent, port.closed]).toEqual([[], true]);
  });

  it.each([{ isTrusted: false }, { source: {} }, { source: null }])(
    'does not even listen to an offer that is none: %j',
    (wrong) => {
      const port = portOf();
      frameOf('secret').offer({ ports: [port], ...wrong });
      expect(port.onmessage).toBeNull();
    },
  );

  it('does not listen to two ports at once', () => {
    const [one, two] = [portOf(), portOf()];
    frameOf('secret').offer({ ports: [one, two] });
    expect([one.onmessage, two.onmessage]).toEqual([null, null]);
  });
});
