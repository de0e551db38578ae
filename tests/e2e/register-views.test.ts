import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { until } from '../../scripts/start/browser.ts';
import { addressOf, countOf, onRegisterPage } from '../support/register-rig.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every view, and a record. */
const VIEWS = [
  '',
  '?view=map&place=FR',
  '?view=timeline',
  '?view=compare&place=150',
  '#record=eu-tiktok-project-clover',
  '?view=response',
  '?view=context',
  '?view=about',
  '#record=eu-parliament-staff-devices',
];

const mapOf = (page: Page) => until(() => page.$('.world-map [data-place="AU"]'), 'the map');
const textOf = (page: Page, selector: string) => page.$eval(selector, (node) => node.textContent ?? '');

/** Loads a view anew in the same tab, as a bookmark does. */
async function goTo(page: Page, view: string): Promise<void> {
  await page.evaluate((address) => {
    document.documentElement.dataset.left = '';
    location.href = `${location.pathname}${address || '?'}`;
  }, view);
  await until(
    () =>
      page.evaluate(
        () => !('left' in document.documentElement.dataset) && document.querySelector('h2') !== null,
      ),
    view,
  );
  if (view.includes('map')) await mapOf(page);
}

onRegisterPage('the map', (rig) => {
  it('picks a place by a click, and gives it back by another', async () => {
    const page = await rig().open('?view=map');
    const australia = await mapOf(page);
    const all = await countOf(page);
    const middle = await australia.boundingBox();
    if (!middle) throw new Error('Australia is not drawn');
    const click = () => page.mouse.click(middle.x + middle.width * 0.45, middle.y + middle.height * 0.45);
    await click();
    await until(async () => (await addressOf(page)) === '?view=map&place=AU', 'Australia in the address');
    expect(await countOf(page)).toBeLessThan(all);
    expect(await textOf(page, '#picked-place')).toBe('Australia');
    expect(await textOf(page, '.map-pointer')).toMatch(
      /^Australia: Not allowed on government devices\. \d+ in force/,
    );
    await click();
    await until(async () => (await addressOf(page)) === '?view=map', 'no place in the address');
    await page.close();
  });

  it('lets small states be hit, twelve pixels beside their middle', async () => {
    const page = await rig().open('?view=map');
    await mapOf(page);
    const target = await page.$('[data-focus="SG"]');
    const box = await target?.boundingBox();
    if (!box) throw new Error('Singapore is not drawn');
    await page.mouse.click(box.x + box.width / 2 + 8, box.y + box.height / 2 + 7);
    await until(async () => (await addressOf(page)) === '?view=map&place=SG', 'Singapore in the address');
    await page.close();
  });

  it('is walked by arrow keys from one stop of the Tab key, and picks on Enter', async () => {
    const page = await rig().open('?view=map');
    await mapOf(page);
    expect(await page.$$eval('.world-map [tabindex="0"]', (stops) => stops.length)).toBe(1);
    await page.$eval('.world-map [tabindex="0"]', (stop) => (stop as SVGElement).focus());
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-focus') ?? '');
    const start = await focused();
    const seen = new Set<string>();
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'] as const) {
      await page.keyboard.press(key);
      seen.add(await focused());
    }
    expect(seen.size).toBeGreaterThan(1);
    expect(seen.has('')).toBe(false);
    const here = await focused();
    expect(start).not.toBe('');
    await page.keyboard.press('Enter');
    await until(async () => (await addressOf(page)) === `?view=map&place=${here}`, `${here} in the address`);
    await page.close();
  });

  it('reaches states, bodies of several states, and everything in a table', async () => {
    const page = await rig().open('?view=map');
    await mapOf(page);
    await page.$$eval('.tile', (tiles) => {
      for (const tile of tiles)
        if (tile.querySelector('.tile-label')?.textContent === 'TX') (tile as HTMLButtonElement).click();
    });
    await until(async () => (await addressOf(page)) === '?view=map&place=US-TX', 'Texas in the address');
    await page.$$eval('.tile', (tiles) => {
      for (const tile of tiles)
        if (tile.querySelector('.tile-label')?.textContent === 'NATO') (tile as HTMLButtonElement).click();
    });
    await until(async () => (await addressOf(page)) === '?view=map&place=NATO', 'NATO in the address');
    await page.click('.map-view .as-table > summary');
    await until(() => page.$('.as-table tbody tr'), 'the table');
    expect((await page.$$('.as-table tbody tr')).length).toBeGreaterThan(100);
    await page.close();
  });

  it('follows the day: in 2019 Australia had nothing in force', async () => {
    const page = await rig().open('?view=map&day=2019-06-01');
    await until(() => page.$('.world-map .land path'), 'the map');
    expect(await page.$('.world-map [data-focus="AU"]')).toBeNull();
    expect(await page.$('.world-map [data-focus="FR"]')).toBeNull();
    await page.close();
  });
});

onRegisterPage('the timeline', (rig) => {
  it('tells each month by keys, with its records as links, and sets the day', async () => {
    const page = await rig().open('?view=timeline&place=GB');
    const value = () => page.$eval('.timeline-chart', (chart) => chart.getAttribute('aria-valuetext') ?? '');
    await until(value, 'the picture');
    await page.focus('.timeline-chart');
    for (let month = 0; month < 150 && !(await value()).startsWith('March 2023'); month++)
      await page.keyboard.press('ArrowLeft');
    expect(await value()).toMatch(/^March 2023\. .*31.*2023.*: [1-9]\d*\./);
    const records = await page.$$eval('.month-records a', (links) =>
      links.map((link) => link.getAttribute('href')),
    );
    expect(records).toContain('#record=gb-government-work-devices');
    await page.click('.month-details button');
    await until(async () => (await addressOf(page)).includes('day=2023-03-31'), 'the day in the address');
    await page.click('.month-records a[data-record="gb-government-work-devices"]');
    await until(() => page.$('#record-title'), 'the record');
    await page.close();
  });

  it('has its numbers as a table and its events as a list', async () => {
    const page = await rig().open('?view=timeline&kind=parliament');
    await page.click('.timeline-view .as-table > summary');
    await until(() => page.$('.as-table tbody tr:last-child td'), 'the numbers');
    const last = await page.$$eval('.as-table tbody tr:last-child td', (cells) =>
      cells.map((cell) => Number(cell.textContent)),
    );
    const [territory = 0, binding = 0, advice = 0] = last;
    const inForce = await rig().open('?kind=parliament&status=in-force');
    expect(territory + binding + advice).toBe(await countOf(inForce));
    expect(await page.$$eval('.events li', (items) => items.length)).toBeGreaterThan(10);
    await inForce.close();
    await page.close();
  });
});

onRegisterPage('TikTok’s response', (rig) => {
  it('says at the top what TikTok says about local storage and outside monitoring, and what was found', async () => {
    const page = await rig().open('?view=response');
    const storage = await textOf(page, '.overview .side-said');
    expect(storage).toContain('Project Clover');
    expect(storage).toContain('Project Texas');
    const found = await textOf(page, '.overview .side-found');
    expect(found).toMatch(/Irish Data Protection Commission · .*2025/);
    const top = await page.$$eval('.overview', (all) => all.map((each) => each.getBoundingClientRect().top));
    expect(top).toHaveLength(2);
    expect(Math.max(...top)).toBeLessThan(1200);
    await page.close();
  });
});

onRegisterPage('a record', (rig) => {
  it('of what TikTok said, and of context, opens at its own address as a restriction does', async () => {
    for (const [id, text] of [
      ['eu-tiktok-project-clover', 'Project Clover'],
      ['id-bank-indonesia-payments-licence', 'Bank Indonesia'],
      ['gb-government-work-devices', 'Government of the United Kingdom'],
    ] as const) {
      const page = await rig().open(`#record=${id}`);
      await until(() => page.$('#record-title'), id);
      expect(await textOf(page, '.record-view')).toContain(text);
      expect(await page.$('.page-notice')).toBeNull();
      expect(await page.$('.record-view .sources a')).not.toBeNull();
      await page.click('.record-view .back');
      await until(async () => (await page.$('#record-title')) === null, 'the list again');
      await page.close();
    }
  });

  it('of several clauses says of each for whom it is, and when somebody looked again', async () => {
    const page = await rig().open('#record=eu-parliament-staff-devices');
    await until(() => page.$('.clauses'), 'the clauses');
    const clauses = await page.$$eval('.clauses > li', (items) =>
      items.map((item) => item.textContent ?? ''),
    );
    expect(clauses.length).toBeGreaterThan(1);
    for (const clause of clauses)
      expect(clause).toMatch(/People covered.*Exceptions.*App or website.*Legal force/);
    expect(await textOf(page, '.record-body')).toContain('Looked again');
    await page.close();
  });
});

onRegisterPage('the list', (rig) => {
  it('shows eight rows at 1280 by 800', async () => {
    const page = await rig().open();
    await page.setViewport({ width: 1280, height: 800 });
    await until(
      () =>
        page.$$eval(
          '.records tbody tr',
          (rows) => rows.filter((row) => row.getBoundingClientRect().bottom <= innerHeight).length >= 8,
        ),
      'eight rows',
    );
    await page.close();
  });

  it.each([960, 1216, 1280])('has room for its heads and for every word at %i pixels', async (width) => {
    const page = await rig().open();
    await page.setViewport({ width, height: 800 });
    // Beside the list, or above it where the table needs the whole width.
    const filters = width < 1216 ? '.results > .filter-side' : '.with-filters > .filter-side';
    await until(() => page.$(filters), 'the filters where they belong');
    expect(await page.$eval('.records thead', (head) => head.checkVisibility())).toBe(true);
    const wide = await page.$$eval('.records th button, .records td', (cells) =>
      cells
        .filter((cell) => {
          // A word that breaks would be wider than its cell if it did not.
          (cell as HTMLElement).style.overflowWrap = 'normal';
          return cell.scrollWidth > cell.clientWidth;
        })
        .map((cell) => cell.textContent),
    );
    expect(wide).toEqual([]);
    await page.close();
  });

  it.each([1280, 320])(
    'has its skip link first and its first record by the fifth stop at %i pixels',
    async (width) => {
      const page = await rig().open();
      await page.setViewport({ width, height: 800 });
      await page.bringToFront();
      await until(() => page.$('.records [data-record]'), 'the list');
      const stops: string[] = [];
      for (let stop = 0; stop < 5; stop++) {
        await page.keyboard.press('Tab');
        stops.push(
          await page.evaluate(() => {
            const at = document.activeElement;
            return at?.hasAttribute('data-record') ? 'record' : (at?.className ?? '');
          }),
        );
      }
      expect(stops[0]).toBe('skip-link');
      expect(stops).toContain('record');
      await page.close();
    },
  );

  it('has its headings in order and tells its count in one place', async () => {
    const page = await rig().open();
    const levels = await page.$$eval('h1, h2, h3, h4', (heads) =>
      heads.filter((head) => head.checkVisibility()).map((head) => Number(head.tagName.slice(1))),
    );
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries())
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    expect(
      await page.$$eval(
        '[role="status"], [aria-live]',
        (all) => all.filter((each) => each.textContent).length,
      ),
    ).toBe(1);
    await page.close();
  });

  it('never has the focus under the head of the table', async () => {
    const page = await rig().open();
    await page.bringToFront();
    await page.$$eval('.records [data-record]', (links) => {
      (links[12] as HTMLElement).focus();
    });
    for (let step = 0; step < 8; step++) {
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
      const [top, head] = await page.evaluate(() => [
        document.activeElement?.getBoundingClientRect().top ?? 0,
        document.querySelector('th.column-issuer')?.getBoundingClientRect().bottom ?? 0,
      ]);
      expect(top).toBeGreaterThanOrEqual(head ?? 0);
    }
    await page.close();
  });
});

onRegisterPage('every view', (rig) => {
  it('fits 320 pixels without a sideways scroll', async () => {
    const page = await rig().open();
    await page.setViewport({ width: 320, height: 640 });
    for (const view of VIEWS) {
      await goTo(page, view);
      const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(wide, view).toBeLessThanOrEqual(window ?? 0);
    }
    await page.close();
  });

  it('asks no server for anything, and reports no error', async () => {
    const page = await rig().open();
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const view of VIEWS) await goTo(page, view);
    // The calendar sign of Chromium's own date field is an address with data in it.
    const outside = (address: string) =>
      !address.startsWith(rig().running.url('')) && !/^(data|blob):/.test(address);
    expect(asked.filter(outside)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('grows as it is scrolled, with the head of the table in sight', async () => {
    const page = await rig().open();
    const drawn = () => page.$$eval('.records tbody tr', (rows) => rows.length);
    const before = await drawn();
    const count = await countOf(page);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await until(async () => (await drawn()) > before, 'more rows');
    expect(await page.$eval('th.column-issuer', (head) => Math.round(head.getBoundingClientRect().top))).toBe(
      0,
    );
    await page.$eval('.more button', (button) => (button as HTMLButtonElement).click());
    await until(async () => (await drawn()) === count, 'all rows');
    await page.close();
  });

  it('goes to paper whole: every row, and what the list is', async () => {
    const page = await rig().open('?day=2023-06-01');
    const drawn = () => page.$$eval('.records tbody tr[aria-rowindex]', (rows) => rows.length);
    const count = await countOf(page);
    expect(await drawn()).toBeLessThan(count);
    // Again until all is there: the profile may arrive in between and begin the list anew.
    await until(async () => {
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      return (await drawn()) === count;
    }, 'all rows');
    expect(await page.$$eval('tr[aria-rowindex] + .printed-sources', (rows) => rows.length)).toBe(count);
    expect(await textOf(page, '.only-print')).toMatch(/as it was on .*2023\. Filters: none\. Records: \d+/);
    await page.close();
  });

  it('passes axe', async () => {
    const page = await rig().open();
    const problems: string[] = [];
    for (const view of VIEWS) {
      await goTo(page, view);
      await page.evaluate(AXE);
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      problems.push(...found.map((problem) => `${view} ${problem}`));
    }
    expect(problems).toEqual([]);
    await page.close();
  });
});
