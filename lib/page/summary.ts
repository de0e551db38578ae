/** What a frame holds, in figures. */
export interface Counts {
  readonly links: number;
  readonly embeds: number;
}

/**
 * Sends counts when they change: soon after the first change, then at most one a second, and nothing at all as long
 * as there is nothing. Call `changed` as often as needed.
 */
export function createSummary(count: () => Counts, send: (counts: Counts) => void, signal: AbortSignal) {
  let sent: Counts = { links: 0, embeds: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = -1000;

  const flush = () => {
    timer = undefined;
    const now = count();
    if (now.links === sent.links && now.embeds === sent.embeds) return;
    sent = now;
    last = performance.now();
    send(now);
  };
  signal.addEventListener('abort', () => clearTimeout(timer));

  return {
    changed() {
      timer ??= setTimeout(flush, Math.max(50, last + 1000 - performance.now()));
    },
    /** Forgets what was sent: the page came back from the back/forward cache. */
    again() {
      sent = { links: 0, embeds: 0 };
      this.changed();
    },
  };
}
