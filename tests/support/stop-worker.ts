import { extensionTargets } from './extension-targets.ts';
import { type Rig, until } from './rig.ts';

/** Stops the background of Chromium, as the browser does when it is idle; resolves when it is gone. */
export async function stopWorker({ inside, running }: Rig): Promise<void> {
  const session = await inside.createCDPSession();
  await session.send('ServiceWorker.enable');
  await until(async () => {
    // What is on its way to it may have started it anew.
    await session.send('ServiceWorker.stopAllWorkers');
    return (await extensionTargets(running.browser, running.url(''), 'service_worker')).length === 0;
  }, 'the end of the worker');
  await session.detach();
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
