import { expect, it } from 'vitest';
import { until } from '../../scripts/start/browser.ts';
import { focusOn } from '../support/actions.ts';
import { onRegisterPage } from '../support/register-rig.ts';

/** What a window of 1,280 by 1,024 has at 400 %. */
const AT_400 = { width: 320, height: 256 };

onRegisterPage('at 400 %', (rig) => {
  it.each([
    ['', '.records [data-record]'],
    ['?view=map&place=FR', '.world-map [data-place="AU"]'],
    ['?view=timeline', '.timeline-chart'],
    ['?view=compare&place=150', '.compared'],
    ['?view=response', '.overview'],
    ['#record=eu-parliament-staff-devices', '#record-title'],
  ])('nothing of "%s" lies beside the window, and the focus is always in sight', async (view, ready) => {
    const page = await rig().open(view);
    await page.setViewport(AT_400);
    await page.bringToFront();
    await until(() => page.$(ready), ready);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const stops: Awaited<ReturnType<typeof focusOn>>[] = [];
    for (let stop = 0; stop < 25; stop += 1) {
      await page.keyboard.press('Tab');
      stops.push(await focusOn(page));
    }
    expect(stops[0]).toMatchObject({ tag: 'a', seen: true });
    expect(new Set(stops.map(({ text }) => text)).size).toBeGreaterThan(5);
    expect(stops.filter(({ seen }) => !seen)).toEqual([]);
    await page.close();
  });
});
