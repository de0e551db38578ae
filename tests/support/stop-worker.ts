import { type Rig, until } from './rig.ts';

const worker = ({ running }: Rig) =>
  running.browser
    .targets()
    .find((target) => target.type() === 'service_worker' && target.url().startsWith(running.url('')));

/** Stops the background of Chromium, as the browser does when it is idle; resolves when it is gone. */
export async function stopWorker(rig: Rig): Promise<void> {
  const session = await rig.inside.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await until(() => !worker(rig), 'the end of the worker');
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
