import { expect, it } from 'vitest';
import { changes, hiddenBadges, standingOf } from '../support/layout-figures.ts';
import { inBothBrowsers, marksToCome, markTexts, until } from '../support/rig.ts';

/* Pages of `tests/pages/gauntlet/` on which a badge could move, hide or restyle something, or not be seen itself. */

/** Name of the page, and how many badges it gets. */
const PAGES: readonly (readonly [name: string, badges: number])[] = [
  ['flow', 26],
  ['blocks', 23],
  ['siblings', 16],
  ['tables', 11],
  ['truncated', 9],
  ['embeds', 10],
];

inBothBrowsers('with a mark at each link', (rig) => {
  it.each(PAGES)(
    '%s: nothing moves, hides or looks different, and each badge is seen',
    async (name, badges) => {
      await rig().store({ 'setting:markStyle': 'icon', 'setting:paused': true });
      const page = await rig().visit(`gauntlet/${name}.html`);
      const before = await standingOf(page);
      await rig().store({ 'setting:paused': false });
      await marksToCome(page, badges);
      expect.soft(changes(before, await standingOf(page))).toEqual({ moved: [], restyled: [] });
      expect.soft(await hiddenBadges(page)).toEqual([]);
      // A word takes so much room that lines may break earlier.
      await rig().store({ 'setting:markStyle': 'word' });
      await until(async () => (await markTexts(page)).every(Boolean), 'words');
      expect.soft(changes(before, await standingOf(page)).restyled).toEqual([]);
      expect.soft(await hiddenBadges(page)).toEqual([]);
    },
  );
});
