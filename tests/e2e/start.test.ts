import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { PageReport } from '../../scripts/start/start-report.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const start = (...args: string[]) =>
  spawnSync('node', ['scripts/start/start.ts', ...args], { cwd: ROOT, encoding: 'utf8', timeout: 110_000 });

describe('npm start', () => {
  it.each(['chromium', 'firefox'])(
    'reports in %s as JSON what is on each page, names a page that cannot be opened, and goes on',
    (browser) => {
      const { stdout, status } = start(
        '--report',
        '--json',
        '--browser',
        browser,
        'no-such-page.html',
        'tests/pages/index.html',
      );
      const reports: PageReport[] = JSON.parse(stdout);
      expect(status).toBe(1);
      expect(reports.map(({ page }) => page)).toEqual(['no-such-page.html', 'tests/pages/index.html']);
      const [missing, article] = reports;
      expect(missing?.error).toMatch(/404/);
      expect(missing?.links).toEqual([]);
      expect(article?.error).toBeNull();
      expect(article?.links).toHaveLength(25);
      expect(article?.links).toContainEqual(
        expect.objectContaining({
          via: ['safelinks'],
          destination: 'https://www.tiktok.com/@demo.creator/video/7301444405347536130',
          kind: 'video',
          handle: 'demo.creator',
          videoId: '7301444405347536130',
          uploadTime: '2023-11-14T22:13:20Z',
          marked: true,
        }),
      );
      expect(article?.verdict?.level).toBe('no-profile');
      expect(Object.keys(article?.pictures ?? {}).sort()).toEqual(['card', 'options', 'page', 'popup']);
      for (const file of Object.values(article?.pictures ?? {}))
        expect(existsSync(`${ROOT}/${file}`)).toBe(true);
    },
    120_000,
  );

  it('says what is wrong with a command line', () => {
    const { stderr, status } = start('--browser', 'netscape');
    expect(status).toBe(2);
    expect(stderr).toContain('--browser is "netscape"; it takes chromium or firefox.');
  });
});
