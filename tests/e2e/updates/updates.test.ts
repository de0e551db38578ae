import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Register } from '../../../lib/register/schema.ts';
import { readRegister } from '../../../scripts/data/read-register.ts';
import { publish } from '../../../scripts/publish/publish.ts';
import { type BrowserName, launch, type RunningBrowser, until } from '../../../scripts/start/browser.ts';
import { LOOPBACK_CERTIFICATE } from '../../support/loopback-certificate.ts';
import { clickOn, wordsToCome } from '../../support/person.ts';
import { type UpdateHost, updateHost } from '../../support/update-host.ts';

/** The extension's own storage and alarms, in its pages. */
declare const browser: {
  storage: {
    local: {
      get(keys: null): Promise<Record<string, unknown>>;
      set(entries: object): Promise<void>;
      remove(key: string): Promise<void>;
    };
  };
  permissions: { remove(what: { origins: string[] }): Promise<boolean> };
  alarms: { getAll(): Promise<{ name: string; scheduledTime: number }[]> };
};

const DAY = 86_400_000;
const shipped = readRegister();

/** The shipped register under a later version, with another summary of its first record. */
const later = (number: number): Register => ({
  ...shipped,
  version: `2099.01.01.${number}`,
  restrictions: shipped.restrictions.map((record, index) =>
    index === 0 ? { ...record, summary: `As of version ${number}.` } : record,
  ),
});

/** A publisher who releases to a host. Each release keeps the keys of the trial that the first one made. */
class Publisher {
  readonly host: UpdateHost;
  readonly out = mkdtempSync(join(tmpdir(), 'publisher-'));
  #released = 0;

  constructor(host: UpdateHost) {
    this.host = host;
  }

  /** Publishes over what is there: the versions before are known, the root is a new one. */
  async release(register: Register, now = new Date()): Promise<void> {
    const previous = this.#released++ > 0 ? ['--previous', this.out] : [];
    this.host.files.clear();
    for (const [path, bytes] of await publish(['--out', this.out, ...previous], now, register))
      this.host.files.set(path, bytes);
  }

  get root(): string {
    return createHash('sha256')
      .update(this.host.files.get('updates/1.root.json') ?? '')
      .digest('hex');
  }
}

describe.each<BrowserName>(['chromium', 'firefox'])('updates (%s)', (name) => {
  let running: RunningBrowser;
  let host: UpdateHost;
  let publisher: Publisher;
  let options: Page;
  beforeAll(async () => {
    host = await updateHost(LOOPBACK_CERTIFICATE);
    publisher = new Publisher(host);
    running = await launch(name, { certificate: LOOPBACK_CERTIFICATE.cert, welcomeWithin: 30_000 });
    options = await running.open('options.html');
    await wordsToCome(options, 'Open the register');
  });
  afterAll(async () => {
    await running?.close();
    await host?.close();
    if (publisher) rmSync(publisher.out, { recursive: true });
  });

  const stored = () => options.evaluate(() => browser.storage.local.get(null));
  const text = () => options.evaluate(() => document.querySelector('#register')?.textContent ?? '');
  const says = (words: string) => until(async () => (await text()).includes(words), words);
  const lookedAt = async () => ((await stored())['updates:look'] as { at?: string } | undefined)?.at;
  const kept = async () =>
    ((await stored())['updates:register'] as { version?: string } | undefined)?.version ?? null;

  const type = async (label: string, value: string) => {
    const id = await options.evaluate(
      (wanted) =>
        [...document.querySelectorAll('label')].find((each) => each.textContent === wanted)?.htmlFor,
      label,
    );
    const field = await options.$(`[id="${id}"]`);
    await field?.evaluate((input) => {
      (input as HTMLInputElement).value = '';
    });
    await field?.type(value);
  };
  /** Presses "Look now" and waits until the look has ended. */
  const lookNow = async () => {
    const before = await lookedAt();
    await options.bringToFront();
    host.paths();
    await clickOn(options, '#register button', 'Look now');
    await until(async () => (await lookedAt()) !== before, 'the end of the look', 60_000);
  };
  const enter = async () => {
    await type('Folder', `${host.url}updates/`);
    await type('SHA-256 of the root metadata', publisher.root);
    await clickOn(options, '#register button', 'Use this folder');
    await says(publisher.root);
  };

  it('are off at first: nothing is asked, nothing planned', async () => {
    expect(await options.evaluate(() => browser.alarms.getAll())).toEqual([]);
    expect(host.asked).toEqual([]);
    expect(await text()).toContain('This build names no folder for updates');
  });

  it('take a difference from the shipped register when switched on', async () => {
    await publisher.release(shipped, new Date(Date.now() - DAY));
    await publisher.release(later(1));
    await enter();
    expect(host.asked).toEqual([]);
    await clickOn(options, '.switch', 'Look for updates');
    await says('A newer register was loaded and checked.');
    expect(await kept()).toBe('2099.01.01.1');
    const targets = host.asked.filter(({ path }) => path.includes('/targets/'));
    expect(targets.map(({ path }) => path.includes('.difference.'))).toEqual([true]);
    expect(host.files.get(targets[0]?.path ?? '')?.length).toBeLessThan(30_000);
    await says('2099.01.01.1');
    await says('signed by keys that were made for a trial');
  });

  it('are in use on the other pages', async () => {
    const register = await running.open(`register.html#record=${shipped.restrictions[0]?.id}`);
    await wordsToCome(register, 'As of version 1.');
    await register.close();
  });

  it('are planned for another moment of the next days', async () => {
    const alarms = await options.evaluate(() => browser.alarms.getAll());
    expect(alarms.map(({ name }) => name)).toEqual(['updates']);
    const away = (alarms[0]?.scheduledTime ?? 0) - Date.now();
    expect(away).toBeGreaterThan(DAY / 4);
    expect(away).toBeLessThan(1.6 * DAY);
  });

  it('ask twice where nothing is new, and get no body for what is as before', async () => {
    await lookNow();
    await says('Nothing new.');
    const paths = host.paths();
    expect(paths).toEqual(['updates/2.root.json', 'updates/timestamp.json']);
    expect(host.asked.slice(-2).map(({ status }) => status)).toEqual([404, 304]);
  });

  it('send no cookie, referrer or identifier', async () => {
    host.answer('updates/2.root.json', (_request, response) =>
      response
        .writeHead(404, { 'set-cookie': 'id=7; Secure; SameSite=None', 'access-control-allow-origin': '*' })
        .end(),
    );
    await lookNow();
    await lookNow();
    host.behave();
    for (const { headers } of host.asked) {
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
      expect(headers['accept-language']).toBe('*');
      expect(headers.origin).toBeUndefined();
    }
  });

  it.each<[string, string, (path: string) => void]>([
    [
      'sends on to elsewhere',
      'did not answer as it should. The last good register stays in use. Details: redirected',
      (path) =>
        host.answer(path, (_request, response) =>
          response
            .writeHead(302, { location: 'https://localhost/', 'access-control-allow-origin': '*' })
            .end(),
        ),
    ],
    [
      'sends on to http',
      'did not answer as it should. The last good register stays in use. Details: redirected',
      (path) =>
        host.answer(path, (_request, response) =>
          response
            .writeHead(301, { location: 'http://127.0.0.1/', 'access-control-allow-origin': '*' })
            .end(),
        ),
    ],
    [
      'packs too much into a small answer',
      'damaged, incomplete or not signed as it must be. The last good register stays in use. Details: too-large',
      (path) =>
        host.answer(path, (_request, response) =>
          response
            .writeHead(200, { 'content-encoding': 'gzip', 'access-control-allow-origin': '*' })
            .end(gzipSync(Buffer.alloc(100_000_000, 32), { level: 1 })),
        ),
    ],
    [
      'fails',
      'Details: http-status',
      (path) =>
        host.answer(path, (_request, response) =>
          response.writeHead(503, { 'access-control-allow-origin': '*' }).end(),
        ),
    ],
    [
      'breaks off',
      'Details: unreachable',
      (path) => host.answer(path, (request) => request.socket.destroy()),
    ],
    [
      'serves something else',
      'Details: not-understood',
      (path) =>
        host.answer(path, (_request, response) =>
          response.writeHead(200, { 'access-control-allow-origin': '*' }).end('<!doctype html>'),
        ),
    ],
  ])(
    'from a host that %s are refused in words, and the last good register stays',
    async (_what, words, misbehave) => {
      misbehave('updates/timestamp.json');
      await lookNow();
      await says(words);
      await says('The last good register stays in use.');
      expect(await kept()).toBe('2099.01.01.1');
      host.behave();
      await lookNow();
      await says('Nothing new.');
    },
  );

  it('that a host says are as before to a browser without a copy are refused', async () => {
    host.answer('updates/2.root.json', (_request, response) =>
      response.writeHead(304, { 'access-control-allow-origin': '*' }).end(),
    );
    await lookNow();
    await says('The last good register stays in use.');
    expect(await kept()).toBe('2099.01.01.1');
    host.behave();
  });

  it('asked for in two windows at once come to one end', async () => {
    const other = await running.open('options.html');
    await wordsToCome(other, 'Look now');
    const press = (page: Page) =>
      page.evaluate(() => {
        const button = [...document.querySelectorAll('button')].find(
          (each) => each.textContent === 'Look now',
        );
        button?.click();
      });
    host.paths();
    await Promise.all([press(options), press(other)]);
    for (const page of [options, other])
      await until(
        // The looks come one after the other, and both windows say at once what came of the first.
        () =>
          page.evaluate(() =>
            ['Nothing new.', 'Look now'].every((each) =>
              document.querySelector('#register')?.textContent?.includes(each),
            ),
          ),
        'both windows to say so',
      );
    await other.close();
    expect(await kept()).toBe('2099.01.01.1');
  });

  it.runIf(name === 'chromium')('cut off with the background are taken up again', async () => {
    await publisher.release(later(2));
    await enter();
    host.paths();
    for (const path of host.files.keys()) if (path.includes('/targets/')) host.answer(path, () => {});
    await clickOn(options, '#register button', 'Look now');
    await until(
      () => host.paths().some((path) => path.includes('/targets/')),
      'the request for the register',
    );
    const background = await running.browser.waitForTarget(
      (each) => each.type() === 'service_worker' && each.url().startsWith(running.url('')),
    );
    await (await background.worker())?.close();
    expect(await kept()).not.toBe('2099.01.01.2');
    host.behave();
    await clickOn(options, '#register button', 'Look now');
    await until(async () => (await kept()) === '2099.01.01.2', 'the update', 60_000);
  });

  it.runIf(name === 'firefox')(
    'are not asked for where the request would name this one browser',
    async () => {
      await options.evaluate(() => browser.permissions.remove({ origins: ['*://*/*'] }));
      await lookNow();
      await says('This browser would add a number of its own');
      expect(host.paths()).toEqual([]);
      expect(await kept()).not.toBeNull();
    },
  );

  it('give way to the shipped register, and are off then', async () => {
    await options.bringToFront();
    await clickOn(options, '#register button', 'Back to the shipped register');
    await says(shipped.version);
    await until(async () => (await kept()) === null, 'nothing kept');
    expect((await stored())['setting:updates']).toBe(false);
    await until(async () => (await options.evaluate(() => browser.alarms.getAll())).length === 0, 'no alarm');
    const register = await running.open(`register.html#record=${shipped.restrictions[0]?.id}`);
    await wordsToCome(register, shipped.restrictions[0]?.summary ?? '');
    await register.close();
  });

  it.runIf(name === 'chromium')(
    'that the storage has no room for are named, and nothing is lost',
    async () => {
      await options.bringToFront();
      await clickOn(options, '.switch', 'Look for updates');
      await says('A newer register was loaded and checked.');
      await publisher.release(later(3));
      // No root leads to that of another trial, so it is entered anew; what came from the other folder goes.
      await enter();
      await until(async () => (await kept()) === null, 'room');
      await options.evaluate(() => browser.storage.local.set({ filler: 'x'.repeat(10_485_760 - 700_000) }));
      await clickOn(options, '#register button', 'Look now');
      await says('The browser could not store the update.');
      await options.evaluate(() => browser.storage.local.remove('filler'));
      await clickOn(options, '#register button', 'Look now');
      await says('A newer register was loaded and checked.');
      expect(await kept()).toBe('2099.01.01.3');
    },
  );
});
