import type { CDPSession } from 'puppeteer-core';
import { type Rig, until } from './rig.ts';

/** Whether a background runs. Asked of the browser: a worker that ends while it starts stays in Puppeteer's list for good. */
async function isRunning({ running }: Rig, session: CDPSession): Promise<boolean> {
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
  return targetInfos.some(({ url }) => url.startsWith(running.url('')));
}

/** Stops the background of Chromium, as the browser does when it is idle; resolves when it is gone. */
export async function stopWorker(rig: Rig): Promise<void> {
  const [session, browser] = await Promise.all([
    rig.inside.createCDPSession(),
    rig.running.browser.target().createCDPSession(),
  ]);
  await session.send('ServiceWorker.enable');
  await until(async () => {
    // What is on its way to it may have started it anew.
    await session.send('ServiceWorker.stopAllWorkers');
    return !(await isRunning(rig, browser));
  }, 'the end of the worker');
  await Promise.all([session.detach(), browser.detach()]);
}

/** Stops it again and again, whatever it is at, until the returned function is called. */
export async function keepStopping(rig: Rig): Promise<() => Promise<void>> {
  const session = await rig.inside.createCDPSession();
  await session.send('ServiceWorker.enable');
  let going = true;
  const stopping = (async () => {
    while (going) await session.send('ServiceWorker.stopAllWorkers');
  })();
  return async () => {
    going = false;
    await stopping;
    await session.detach();
  };
}
