import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { personalOf, type Snapshot } from '../../lib/snapshot/snapshot.ts';
import { wordsToCome } from '../support/person.ts';
import { inBothBrowsers, until } from '../support/rig.ts';

/* Two windows of the options, and another device, that change settings at the same time. */

/** The part of the extension API that these tests use inside an extension page. */
declare const browser: {
  storage: Record<
    'local' | 'sync',
    {
      set(entries: object): Promise<void>;
      get(keys: null): Promise<Record<string, unknown>>;
      clear(): Promise<void>;
    }
  > & { onChanged: { addListener(listener: (changes: object, area: string) => void): void } };
};
/** Where the first page notes what was written. */
declare const window: Window & { changed: string[] };

const SITES = ['a', 'b', 'c', 'd', 'e'];

inBothBrowsers('two windows of the options', (rig) => {
  let one: Page;
  let two: Page;
  beforeEach(async () => {
    one = rig().inside;
    await one.evaluate(async () => {
      await browser.storage.local.clear();
      await browser.storage.sync.clear();
    });
    two = await rig().running.open('options.html');
    for (const page of [one, two]) await wordsToCome(page, 'Keep my settings in my browser account');
  });
  afterEach(() => two.close());

  const stored = (area: 'local' | 'sync') =>
    one.evaluate((name) => browser.storage[name].get(null), area) as Promise<Record<string, unknown>>;
  const snapshot = async () => (await rig().stored()).snapshot as Snapshot;
  const press = (page: Page, selector: string, text: string) =>
    page.evaluate(
      (query, part) => {
        const found = [...document.querySelectorAll<HTMLElement>(query)].find((each) =>
          each.textContent?.includes(part),
        );
        (found?.querySelector('input') ?? found)?.click();
      },
      selector,
      text,
    );
  /** Adds sites to the list of those without marks, one straight after the other. */
  const addSites = (page: Page, sites: readonly string[]) =>
    page.evaluate((all) => {
      const form = document.querySelector<HTMLFormElement>('#marks .add-line');
      const field = form?.querySelector('input');
      return all.reduce(async (before, site) => {
        await before;
        if (!form || !field) throw new Error('no field');
        field.value = site;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await new Promise((drawn) => setTimeout(drawn));
        form.requestSubmit();
        await new Promise((drawn) => setTimeout(drawn));
      }, Promise.resolve());
    }, sites);
  /** Notes what is written from now on, by area and key. */
  const noteWrites = () =>
    one.evaluate(() => {
      if (!window.changed)
        browser.storage.onChanged.addListener((changes, area) => {
          for (const key of Object.keys(changes)) window.changed.push(`${area} ${key}`);
        });
      window.changed = [];
    });
  /** What was written until two more changes had come all the way through: whoever answers a write with one has. */
  const writes = async () => {
    for (const paused of [true, false]) {
      await one.evaluate((value) => browser.storage.sync.set({ 'setting:paused': value }), paused);
      await until(async () => (await snapshot()).paused === paused, 'the change after');
    }
    const all = await one.evaluate(() => window.changed);
    return all.filter((each) => each !== 'sync setting:paused').toSorted();
  };

  it('lose no change, of one list neither', async () => {
    const [ones, twos] = [SITES.map((site) => `${site}1.example`), SITES.map((site) => `${site}2.example`)];
    await Promise.all([
      addSites(one, ones),
      addSites(two, twos),
      press(one, '#you label', 'A work device'),
      press(two, '.switch', 'Pause all marks'),
    ]);
    await until(
      async () => ((await stored('local'))['setting:sitesOff'] as string[])?.length === 10,
      'all ten sites',
    );
    const { paused, sitesOff } = await until(async () => {
      const now = await snapshot();
      return now.paused && now.sitesOff.length === 10 && now;
    }, 'the snapshot');
    expect([paused, sitesOff]).toEqual([true, [...ones, ...twos].sort()]);
    expect(await stored('local')).toMatchObject({ 'setting:device': 'work-issued', 'setting:paused': true });
    for (const page of [one, two]) for (const site of [...ones, ...twos]) await wordsToCome(page, site);
  });

  it('lose none while the settings move into the browser account and back', async () => {
    const sites = SITES.map((site) => `${site}.example`);
    for (const area of ['sync', 'local'] as const) {
      await Promise.all([
        press(one, '.switch', 'Keep my settings in my browser account'),
        addSites(
          two,
          sites.map((site) => `${area}.${site}`),
        ),
        press(two, 'label', area === 'sync' ? 'Ask every time' : 'Ask once on each site'),
      ]);
      const count = area === 'sync' ? 5 : 10;
      await until(
        async () => ((await stored(area))['setting:sitesOff'] as string[])?.length === count,
        `sites in ${area}`,
      );
      await until(
        async () => (await stored(area))['setting:beforeOpen'] === (area === 'sync' ? 'ask' : 'once'),
        `the choice in ${area}`,
      );
      await until(async () => (await snapshot()).sitesOff.length === count, 'the snapshot');
    }
  });

  it('follow another device at once, and nobody writes anything for it but the snapshot', async () => {
    await press(one, '.switch', 'Keep my settings in my browser account');
    await press(one, 'label', 'A work device');
    await until(async () => (await stored('sync'))['setting:device'], 'them in the account');
    await until(async () => personalOf(await snapshot()).verdict.level === 'no-profile', 'the snapshot');
    await noteWrites();
    await one.evaluate(() =>
      browser.storage.sync.set({
        'setting:places': ['GB'],
        'setting:organisations': [{ id: 'gb-government', relation: 'staff' }],
      }),
    );
    await until(async () => personalOf(await snapshot()).verdict.level === 'not-allowed', 'the snapshot');
    expect(await writes()).toEqual([
      'local snapshot',
      'local snapshot',
      'local snapshot',
      'sync setting:organisations',
      'sync setting:places',
    ]);
    for (const page of [one, two]) await wordsToCome(page, 'United Kingdom');
  });

  it('and another device that changes what they change: the last one counts, and all agree on it', async () => {
    await press(one, '.switch', 'Keep my settings in my browser account');
    await until(async () => (await stored('local')).settingsArea === 'sync', 'the area');
    await noteWrites();
    await Promise.all([
      one.evaluate(() => browser.storage.sync.set({ 'setting:sitesOff': ['other.example'] })),
      addSites(one, ['one.example']),
      addSites(two, ['two.example']),
    ]);
    const all = await writes();
    expect(all.filter((each) => each === 'sync setting:sitesOff').length).toBeLessThanOrEqual(3);
    const sites = (await stored('sync'))['setting:sitesOff'] as string[];
    expect((await snapshot()).sitesOff).toEqual(sites);
    for (const page of [one, two]) for (const site of sites) await wordsToCome(page, site);
  });
});
