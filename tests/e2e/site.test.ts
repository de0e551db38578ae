import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { readRegister } from '../../scripts/data/read-register.ts';
import { until } from '../../scripts/start/browser.ts';
import { still } from '../support/person.ts';
import { countOf, countToBe } from '../support/register-rig.ts';
import { onSite, RENAMED, type SiteRig, type Watched } from '../support/site-rig.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const VIEWS = ['', 'map/', 'timeline/', 'compare/', 'context/'];
/** Whole as they are written: no script. */
const OTHERS = [
  'response/',
  'about/',
  'r/eu-parliament-staff-devices/',
  'r/eu-tiktok-project-clover/',
  'country/',
  'country/US/',
  'changes/',
  'data/',
  '404.html',
];

/** The script has taken over: the day can be set, or the filters opened. */
const alive = (page: Page) => until(() => page.$('#app input[type="date"], #app .filter-fold'), 'the script');

async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

/**
 * What would go wrong on paper, by the class of the element. Chromium lays the parts of a grid or flexible box over each
 * other where a page ends in it, so none may be longer than most of a page.
 */
function faultsOnPaper(): string[] {
  const faults: string[] = [];
  const page = 900;
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (!element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) {
      if (
        element.matches('details:not(.menu, .filter-fold, .facet, .no-print, .as-table) *') &&
        !element.closest('.no-print, .as-table')
      )
        faults.push(`folded: ${element.outerHTML.slice(0, 80)}`);
      continue;
    }
    const { display } = getComputedStyle(element);
    const { height, right } = element.getBoundingClientRect();
    if (/grid|flex/.test(display) && height > page) faults.push(`${display}: ${element.className}`);
    if (right > innerWidth + 1 && !element.closest('svg')) faults.push(`too wide: ${element.className}`);
    // Places of the map are pictures on paper.
    if (element.matches('input, select, textarea, button:not(.tile)'))
      faults.push(`control: ${element.outerHTML.slice(0, 80)}`);
  }
  return [...new Set(faults)];
}

/** Nothing was complained of, and nobody else was asked. */
function expectQuiet({ complaints, requests }: Watched, rig: SiteRig, path: string): void {
  expect(complaints, path).toEqual([]);
  expect(
    requests.filter((url) => !url.startsWith(rig.site) && !url.startsWith('data:')),
    path,
  ).toEqual([]);
}

onSite('the website', (rig) => {
  it('keeps to its own policy and its own host, and axe finds nothing, on every kind of page', async () => {
    for (const path of [...VIEWS, ...OTHERS]) {
      const watched = await rig().visit(path);
      if (VIEWS.includes(path)) await alive(watched.page);
      if (path === 'map/') await until(() => watched.page.$('.world-map [data-focus]'), 'the map');
      expect(await violationsOf(watched.page), path).toEqual([]);
      expectQuiet(watched, rig(), path);
      expect(await watched.page.evaluate(() => document.cookie), path).toBe('');
      await watched.page.close();
    }
  }, 300_000);

  it('is whole without scripts, and axe finds nothing there', async () => {
    const register = readRegister();
    for (const path of [...VIEWS, ...OTHERS]) {
      const watched = await rig().visit(path, { scripts: false });
      const { page } = watched;
      expect(await page.$$eval('button, input, select', (all) => all.length), path).toBe(0);
      if (path === '')
        expect(
          await page.$$eval(
            'a[data-record]',
            (links) => new Set(links.map((link) => link.dataset.record)).size,
          ),
        ).toBe(register.restrictions.length);
      expectQuiet(watched, rig(), path);
      // The others have no script to be without.
      if (VIEWS.includes(path)) {
        await watched.allowScripts();
        expect(await violationsOf(page), path).toEqual([]);
      }
      await page.close();
    }
  }, 300_000);

  it('fits a screen of 320 pixels', async () => {
    for (const path of [...VIEWS, ...OTHERS]) {
      const { page } = await rig().visit(path);
      await page.setViewport({ width: 320, height: 640 });
      if (VIEWS.includes(path)) await alive(page);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wider, path).toBeLessThanOrEqual(0);
      // Prose is not cut off inside of a box either; only the columns of the data are, which are read across.
      if (path !== 'data/')
        expect(
          await page.$$eval(
            '.scroll-inside',
            (all) => all.filter((box) => box.scrollWidth > box.clientWidth).length,
          ),
          path,
        ).toBe(0);
      await page.close();
    }
  }, 300_000);

  it('shows the list as a table as soon as its columns are wide enough to read', async () => {
    const { page } = await rig().visit('');
    await alive(page);
    const seen = () =>
      page.evaluate(() =>
        ['.records thead', '.sort-select'].map(
          (each) => document.querySelector(each)?.checkVisibility() ?? false,
        ),
      );
    await page.setViewport({ width: 1000, height: 800 });
    // The script draws the filters after the field for the day.
    const fold = await until(() => page.$('#app .filter-fold > summary'), 'the filters, folded');
    await still(fold);
    await fold.click();
    await until(() => page.$('.sort-select'), 'the filters');
    /** Whether the table's head and the list for sorting, which stands in for it, are seen. A browser resizes late. */
    const toBeSeen = (head: boolean, sort: boolean) =>
      until(async () => `${await seen()}` === `${[head, sort]}`, `head ${head}, list for sorting ${sort}`);
    await toBeSeen(true, false);
    await page.setViewport({ width: 900, height: 800 });
    await toBeSeen(false, true);
    await page.close();
  });

  it('goes to paper readable: nothing folded, nothing to press, nothing that pages would be cut out of', async () => {
    // Firefox lets no test ask for paper.
    if (rig().name === 'firefox') return;
    for (const path of [...VIEWS, ...OTHERS]) {
      const { page } = await rig().visit(path);
      if (VIEWS.includes(path)) await alive(page);
      if (path === 'map/') await until(() => page.$('.world-map [data-focus]'), 'the map');
      await page.setViewport({ width: 700, height: 1000 });
      await page.emulateMediaType('print');
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      if (path === '') await until(() => page.$('.printed-sources'), 'the sources');
      expect(await page.evaluate(faultsOnPaper), path).toEqual([]);
      await page.close();
    }
  }, 300_000);

  it('filters, changes the view and goes back, with an address that a colleague can open', async () => {
    const { page } = await rig().visit('');
    await alive(page);
    const all = await countOf(page);
    await page.select('select[name="place"]', '150');
    await until(async () => (await countOf(page)) < all, 'fewer restrictions');
    const some = await countOf(page);
    await page.click('a[data-view="map"]');
    await until(() => page.$('.world-map [data-focus]'), 'the map');
    const address = await page.evaluate(() => location.href);
    expect(address).toBe(`${rig().site}map/?place=150&status=in-force`);
    const again = await rig().visit(address.slice(rig().site.length));
    await until(() => again.page.$('.world-map [data-focus]'), 'the map');
    await countToBe(again.page, some);
    await again.page.close();
    await page.goBack();
    await until(() => page.$('.records [data-record]'), 'the table again');
    expect(await page.evaluate(() => location.pathname)).toBe(new URL(rig().site).pathname);
    await page.close();
  });

  it('opens a record by a click, as a page of its own, and by an address of the extension', async () => {
    const { page } = await rig().visit('');
    await alive(page);
    await page.click('.records [data-record]');
    await until(() => page.evaluate(() => /\/r\/[a-z0-9-]+\/$/.test(location.pathname)), 'the record');
    expect(await page.$('#record-title')).not.toBeNull();
    await page.close();
    const old = await rig().visit('#record=eu-parliament-staff-devices');
    await until(
      () => old.page.evaluate(() => location.pathname.endsWith('/r/eu-parliament-staff-devices/')),
      'the record of the fragment',
    );
    await old.page.close();
  });

  it.each([true, false])('leads old ids on (scripts: %s)', async (scripts) => {
    const { page } = await rig().visit(`r/${RENAMED.old}/`, { scripts });
    await until(() => page.url() === `${rig().site}r/${RENAMED.new[0]}/`, 'the record of today');
    await until(
      async () => (await page.$eval('body', (body) => body.textContent ?? '')).includes(RENAMED.reason),
      'why it has another id',
    );
    await page.close();
    const split = readRegister().moved.records.find((move) => move.new.length > 1);
    if (!split) throw new Error('no record was split');
    const choice = await rig().visit(`r/${split.old}/`, { scripts });
    const links = await choice.page.$$eval('.bullets [data-record]', (all) =>
      all.map((link) => link.getAttribute('data-record')),
    );
    expect(links.sort()).toEqual([...split.new].sort());
    await choice.page.close();
  });

  it('lets a reader check the answer to "which European parliaments", record by record', async () => {
    const { page } = await rig().visit('compare/?compare=2023-06-01&place=150&kind=parliament');
    await alive(page);
    await page.evaluate(() => {
      navigator.clipboard.writeText = async (text) => {
        document.documentElement.dataset.copied = text;
      };
    });
    await page.click('.copy-answer');
    const copied = await until(
      () => page.evaluate(() => document.documentElement.dataset.copied ?? ''),
      'the copied answer',
    );
    const lines = copied.split('\n').filter((line) => /^\[\d+\]/.test(line));
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) {
      const [, name, status, source, url] =
        /^\[\d+\] (.+?): (.+?)\. “.*(https?:\S+) – record: (\S+)$/.exec(line) ?? [];
      if (!name || !status || !source || !url) throw new Error(`no citation to check: ${line}`);
      expect(url.startsWith(`${rig().site}r/`)).toBe(true);
      const cited = await rig().visit(url.slice(rig().site.length), { scripts: false });
      const said = await cited.page.$eval('.record-view', (view) => view.textContent ?? '');
      expect(said).toContain(name);
      expect(said).toContain(status);
      expect(await cited.page.$$eval('.sources a', (links) => links.map((link) => link.href))).toContain(
        new URL(source).href,
      );
      await cited.page.close();
    }
    await page.close();
  }, 120_000);
});
