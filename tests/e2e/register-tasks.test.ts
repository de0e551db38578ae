import { parse as parseCsv } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { readRegister } from '../../scripts/data/read-register.ts';
import { until } from '../../scripts/start/browser.ts';
import {
  addressOf,
  choose,
  countOf,
  countToBe,
  enter,
  idsInTable,
  onRegisterPage,
  watchClipboard,
} from '../support/register-rig.ts';

/** European parliaments with a rule or advice in force on 1 June 2023, read off the records by hand. */
const PARLIAMENTS = [
  'eu-parliament-staff-devices',
  'be-vlg-parliament-work-devices',
  'cz-chamber-of-deputies-devices',
  'cz-senate-work-devices',
  'de-bundestag-warning',
  'dk-folketing-devices-advice',
  'fr-national-assembly-advice',
  'gb-parliament-devices',
  'gb-sct-parliament-advice',
  'no-storting-devices',
  'sk-parliament-devices',
];

onRegisterPage('a journalist', (rig) => {
  it('finds which European parliaments had a rule on 1 June 2023, and takes citations', async () => {
    const page = await rig().open('?status=any');
    const all = await countOf(page);
    await page.select('select[name="place"]', '150');
    await choose(page, 'kinds', 'parliament');
    await enter(page, 'input[name="day"]', '2023-06-01');
    await choose(page, 'statuses', 'in-force');
    // The address is written last: with it, list and count are those of all four filters.
    const address = '?day=2023-06-01&place=150&kind=parliament&status=in-force';
    await until(async () => (await addressOf(page)) === address, 'the filters in the address');
    expect(await countOf(page)).toBeLessThan(20);
    expect(all).toBeGreaterThan(300);

    const ids = await idsInTable(page);
    expect(ids).toEqual(expect.arrayContaining(PARLIAMENTS));
    expect(ids).toHaveLength(await countOf(page));
    expect(ids).not.toContain('nz-parliament-devices');

    const references = JSON.parse((await rig().save(page, 'csl')).text);
    expect(
      references.filter(({ type }: { type: string }) => type === 'entry').map(({ id }: { id: string }) => id),
    ).toEqual(ids);
    expect((await rig().save(page, 'bibtex')).text).toContain('@misc{gb-parliament-devices,');
    const markdown = await rig().save(page, 'markdown');
    expect(markdown.name).toBe('tiktok-restrictions-2023-06-01.md');
    expect(markdown.text).toContain('Place: Europe');

    // The address alone gives the same list to a colleague.
    const again = await rig().open(address);
    await countToBe(again, ids.length);
    expect(await idsInTable(again)).toEqual(ids);
    await again.close();
    await page.close();
  });

  it('asks which had one on 1 June 2023, which still do and how old that is, in six actions', async () => {
    const page = await rig().open();
    await watchClipboard(page);
    let actions = 0;
    const act = async (work: () => Promise<unknown>) => {
      actions++;
      await work();
    };
    await act(() => page.type('input[name="text"]', 'European parliaments'));
    await act(() => page.click('#tab-compare'));
    await until(() => page.$('input[name="compare"]'), 'the two days');
    await act(() => enter(page, 'input[name="compare"]', '2023-06-01'));
    await until(async () => (await addressOf(page)).includes('compare=2023-06-01'), 'the first day');
    await page.bringToFront();
    await act(() => page.click('.copy-answer'));
    const copied = await until(
      () => page.evaluate(() => document.documentElement.dataset.copied ?? ''),
      'the answer in the clipboard',
    );
    expect(actions).toBeLessThanOrEqual(6);
    expect(copied).toMatch(/^In force on (1 June 2023|June 1, 2023): \d+\./);
    expect(copied).toMatch(/Of these, still in force on .+ as last known: \d+; \d+ of them confirmed after/);
    const { restrictions } = readRegister();
    for (const id of PARLIAMENTS) {
      const record = restrictions.find((each) => each.id === id);
      const line = copied.split('\n').find((each) => each.includes(`] ${record?.issuer.name}`));
      expect(line, id).toMatch(
        /^\[\d+\] .*(last seen in force|eased|lifted|last known|not known|expired|replaced).*\d{4}.*https?:/,
      );
    }
    await page.close();
  });

  it('opens a record, copies its citation, and comes back to the same list', async () => {
    const page = await rig().open('?day=2023-06-01&place=150&kind=parliament');
    await page.bringToFront();
    await page.click('a[data-record="gb-parliament-devices"]');
    const title = await until(
      () => page.$eval('#record-title', (heading) => heading.textContent),
      'the record',
    );
    expect(title).toContain('Parliament');
    expect(await addressOf(page)).toBe(
      '?day=2023-06-01&place=150&kind=parliament#record=gb-parliament-devices',
    );
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('record-title');
    expect(await page.title()).toContain(title);
    const status = await page.$eval('.record-status', (line) => line.textContent);
    expect(status).toMatch(/2023.*in force/);

    await watchClipboard(page);
    for (const [format, expected] of [
      [
        'plain',
        /^.*Parliament.*: Ban on devices.*version 2026\.[\d.]+, record gb-parliament-devices\. Source: “/s,
      ],
      ['markdown', /\[[^\]]+\]\(<https?:/],
      ['bibtex', /^@misc\{gb-parliament-devices,/],
      ['csl', /"id": "gb-parliament-devices"/],
    ] as const) {
      await page.click(`[data-format="${format}"]`);
      await until(() =>
        page.$eval('.citation [role="status"]', (line) => line.textContent?.startsWith('Copied')),
      );
      expect(await page.evaluate(() => document.documentElement.dataset.copied)).toMatch(expected);
    }
    const report = await page.$eval('a.report', (link) => link.getAttribute('href') ?? '');
    expect(new URL(report).searchParams.get('body')).toContain('gb-parliament-devices');

    await page.evaluate(() => history.back());
    await until(() => page.$('.views:not([hidden]) .records'), 'the list again');
    expect(await addressOf(page)).toBe('?day=2023-06-01&place=150&kind=parliament');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-record'))).toBe(
      'gb-parliament-devices',
    );
    await page.close();
  });
});

onRegisterPage('days', (rig) => {
  it('of five digits or still to come change nothing, and the list goes on following', async () => {
    const page = await rig().open();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    const before = await countOf(page);
    for (const day of ['20231-06-01', '2999-01-01']) {
      // A field may refuse a day by itself; what matters is what gets through.
      await page.$eval(
        'input[name="day"]',
        (field, value) => {
          Object.defineProperty(field, 'value', { value, configurable: true });
          field.dispatchEvent(new Event('input', { bubbles: true }));
          delete (field as { value?: string }).value;
        },
        day,
      );
      await until(() => page.$('.day-problem:not([hidden])'), 'words about the day');
      expect(await countOf(page)).toBe(before);
    }
    await enter(page, 'input[name="day"]', '2023-06-01');
    await until(async () => (await countOf(page)) !== before, 'the list of that day');
    expect(errors).toEqual([]);
    await page.close();
  });
});

onRegisterPage('a researcher', (rig) => {
  it('takes all US states with legal force and dates as CSV, and everything as JSON', async () => {
    const page = await rig().open('?status=any');
    await page.select('select[name="place"]', 'US');
    await choose(page, 'kinds', 'subnational-government');
    await until(async () => (await countOf(page)) < 100, 'the states');
    const count = await countOf(page);
    expect(count).toBeGreaterThan(40);

    const { name, text } = await rig().save(page, 'csv');
    expect(name).toMatch(/^tiktok-restrictions-\d{4}-\d{2}-\d{2}\.csv$/);
    const [names = [], ...rows] = parseCsv(text, { bom: true }) as string[][];
    expect(names.slice(0, 3)).toEqual(['id', 'clause', 'clauses']);
    const column = (wanted: string) => rows.map((row) => row[names.indexOf(wanted)] ?? '');
    // A row is a clause.
    const ids = new Set(column('id'));
    expect(ids.size).toBe(count);
    expect(rows.length).toBe(
      rows
        .filter((row) => row[names.indexOf('clause')] === '1')
        .reduce((sum, row) => sum + Number(row[names.indexOf('clauses')]), 0),
    );
    expect(new Set(column('place_code').map((code) => code.slice(0, 3)))).toEqual(new Set(['US-']));
    expect(column('legal_force')).not.toContain('');
    // Of some rules only a day is known on which they were already in force.
    for (const [index, announced] of column('announced').entries())
      expect(announced + column('effective')[index] + column('knowledge_date')[index]).toMatch(/^\d{4}/);

    const json = JSON.parse((await rig().save(page, 'json')).text);
    expect(json.filters).toEqual(['Place: United States', 'Kind of body: Regional or state government']);
    expect(json.restrictions.map((each: { record: { id: string } }) => each.record.id).sort()).toEqual(
      [...ids].sort(),
    );
    await page.close();
  });

  it('searches by native names and ids, sorts, and walks back step by step', async () => {
    const page = await rig().open('?status=any');
    const all = await countOf(page);
    await page.type('input[name="text"]', 'folketing');
    await until(async () => (await countOf(page)) < all, 'fewer');
    expect(await idsInTable(page)).toContain('dk-folketing-devices-advice');
    await until(async () => (await addressOf(page)) === '?q=folketing', 'the text in the address');
    await page.click('.column-from button');
    expect(await addressOf(page)).toBe('?q=folketing&sort=-from');
    expect(await page.$eval('th.column-from', (head) => head.getAttribute('aria-sort'))).toBe('descending');

    await page.evaluate(() => history.back());
    await until(async () => (await addressOf(page)) === '?q=folketing', 'one step back');
    await page.evaluate(() => history.back());
    await countToBe(page, all);
    expect(await page.$eval('input[name="text"]', (field) => (field as HTMLInputElement).value)).toBe('');
    await page.evaluate(() => history.forward());
    await until(async () => (await countOf(page)) < all, 'forward again');
    await page.close();
  });

  it('is told what of an address makes no sense, and gets the rest', async () => {
    const page = await rig().open(
      '?kind=king&kind=parliament&day=2023-02-30&compare=2031-01-01#record=no-such-record',
    );
    const notice = await page.$eval('.page-notice', (box) => box.textContent);
    expect(notice).toContain('kind=king');
    expect(notice).toContain('day=2023-02-30');
    expect(notice).toContain('no-such-record');
    expect(notice).toMatch(/cannot be used and were left out: .*compare=2031-01-01/);
    expect(await countOf(page)).toBeGreaterThan(10);
    await page.close();
  });

  it('moves the day by the slider, and every number follows', async () => {
    const page = await rig().open('?view=table&status=in-force');
    const now = await countOf(page);
    await page.focus('input[name="day-slider"]');
    await page.keyboard.press('Home');
    await until(async () => (await countOf(page)) < now, 'fewer rules in 2018');
    await until(async () => (await addressOf(page)).includes('day=2018-'), 'the day in the address');
    await page.$$eval('.day-bar button', ([button]) => (button as HTMLButtonElement).click());
    await countToBe(page, now);
    await page.close();
  });
});
