import { expect, it } from 'vitest';
import { openCard } from '../support/person.ts';
import { inBothBrowsers, marksToCome } from '../support/rig.ts';

/* What browsers tell a page of memory, as `docs/privacy.md` says it. Chromium's heap of scripts is known to be open. */

declare const performance: Performance & {
  readonly memory?: unknown;
  readonly measureUserAgentSpecificMemory?: () => Promise<unknown>;
};

inBothBrowsers('of memory a page', (rig) => {
  it('is told nothing by Firefox, and by Chromium no more than its heap of scripts', async () => {
    const page = await rig().visit('gauntlet/curious.html');
    await marksToCome(page, 2);
    await openCard(page, '#link');
    const told = await page.evaluate(async () => ({
      isolated: crossOriginIsolated,
      heap: performance.memory !== undefined,
      measured: await performance.measureUserAgentSpecificMemory?.().then(
        () => 'told',
        () => 'refused',
      ),
    }));
    const isChromium = rig().name === 'chromium';
    expect(told.isolated).toBe(false);
    expect(told.heap).toBe(isChromium);
    expect(told.measured).not.toBe('told');
    await page.close();
  });
});
