import { describe, expect, it } from 'vitest';
import { type RunningBrowser, until } from '../../../scripts/start/browser.ts';
import { BROWSERS, openOptions, under } from '../../support/policy-rig.ts';
import { framesToPass } from '../../support/rig.ts';

/** How many tabs show the welcome page. */
async function welcomes({ browser, url }: RunningBrowser): Promise<number> {
  const shown = await Promise.all(
    (await browser.pages()).map((page) =>
      page.evaluate((href) => location.href === href, url('welcome.html')).catch(() => false),
    ),
  );
  return shown.filter(Boolean).length;
}

describe.each(BROWSERS)('the welcome page (%s)', (name) => {
  it('is not there where the policy says so, however late that comes', async () => {
    await under(
      name,
      { firstRun: false },
      async (running) => {
        const options = await openOptions(running);
        await until(async () => (await welcomes(running)) === 0, 'no welcome page');
        await framesToPass(options, 90);
        expect(await welcomes(running)).toBe(0);
      },
      { keepWelcome: true },
    );
  });

  it('is there under a policy that does not mention it', async () => {
    await under(
      name,
      { paused: true },
      async (running) => {
        await openOptions(running);
        expect(await welcomes(running)).toBe(1);
      },
      { keepWelcome: true },
    );
  });
});
