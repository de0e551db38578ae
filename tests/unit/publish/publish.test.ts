import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Register } from '../../../lib/register/schema.ts';
import { REGISTER_FORMAT } from '../../../lib/register/version.ts';
import { differenceTarget } from '../../../lib/updates/register-file.ts';
import { publish } from '../../../scripts/publish/publish.ts';
import { verify } from '../../../scripts/publish/verify.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { registerOf } from '../../support/update-client.ts';
import { updateHost } from '../../support/update-host.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-11-29T12:00:00Z');
const onDay = (day: number): Date => new Date(START + day * DAY);

/** Many records, so that one changed record is a small part of the whole. */
const version = (number: number, changed = ''): Register =>
  registerOf(
    `2026.11.29.${number}`,
    ...Array.from({ length: 40 }, (_, i) => (i === 7 && changed ? changed : `Rule ${i}.`)),
  );

const targetsOf = (dir: string, versionOfTargets: number): Record<string, { length: number }> =>
  JSON.parse(readFileSync(join(dir, `updates/${versionOfTargets}.targets.json`), 'utf8')).signed.targets;

const wrongs = async (argv: string[], now: Date): Promise<string[]> =>
  (await verify(argv, now)).filter(({ right }) => !right).map(({ what }) => what);

describe('register:publish', () => {
  it('writes one version and no difference where nothing was published before', async () => {
    const out = temporaryFolder();
    await publish(['--out', out], onDay(0), version(1));
    expect(Object.keys(targetsOf(out, 1))).toEqual([`register.${REGISTER_FORMAT}.json`]);
    expect(JSON.parse(readFileSync(join(out, 'versions.json'), 'utf8'))).toHaveLength(1);
  });

  it('takes earlier versions from the folder before, and leads from each to the newest', async () => {
    const [first, second, third] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    await publish(['--out', first], onDay(0), version(9));
    await publish(['--out', second, '--previous', first], onDay(1), version(10, 'Eased.'));
    await publish(['--out', third, '--previous', second], onDay(2), version(11, 'Lifted.'));
    const targets = targetsOf(third, 3);
    expect(Object.keys(targets)).toEqual([
      `register.${REGISTER_FORMAT}.json`,
      differenceTarget(REGISTER_FORMAT, '2026.11.29.9'),
      differenceTarget(REGISTER_FORMAT, '2026.11.29.10'),
    ]);
    expect(targets[differenceTarget(REGISTER_FORMAT, '2026.11.29.10')]?.length).toBeLessThan(3000);
    expect(await wrongs([third], onDay(2))).toEqual(['TEST: signed by keys that were made for a trial']);
  });

  it('reads the folder before from a host', async () => {
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    const host = await updateHost();
    onTestFinished(() => host.close());
    for (const [path, bytes] of await publish(['--out', first], onDay(0), version(1)))
      host.files.set(path, bytes);
    await publish(['--out', second, '--previous', host.url], onDay(1), version(2, 'Changed.'));
    expect(Object.keys(targetsOf(second, 2))).toContain(differenceTarget(REGISTER_FORMAT, '2026.11.29.1'));
  });

  it('keeps what a client with the timestamp before may still ask for', async () => {
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    const before = await publish(['--out', first], onDay(0), version(1));
    const after = await publish(['--out', second, '--previous', first], onDay(1), version(2, 'Changed.'));
    const asked = [...before.keys()].filter((path) => /\.(snapshot|targets)\.json$|\/targets\//.test(path));
    expect(asked.length).toBeGreaterThan(2);
    expect([...after.keys()]).toEqual(expect.arrayContaining(asked));
  });

  it('writes the timestamp last', async () => {
    const files = await publish(['--out', temporaryFolder()], onDay(0), version(1));
    expect([...files.keys()].at(-1)).toBe('updates/timestamp.json');
  });

  it('publishes the same version again with new signatures only', async () => {
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    await publish(['--out', first], onDay(0), version(1));
    await publish(['--out', second, '--previous', first], onDay(5), version(1));
    expect(readFileSync(join(second, 'versions.json'), 'utf8')).toBe(
      readFileSync(join(first, 'versions.json'), 'utf8'),
    );
    expect(Object.keys(targetsOf(second, 2))).toHaveLength(1);
  });

  it.each([
    ['an older version', version(1), /older than 2026\.11\.29\.2/],
    ['other records under a published version', version(2, 'Something else.'), /raise "version"/],
  ])('refuses %s', async (_what, register, words) => {
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    await publish(['--out', first], onDay(0), version(2));
    await expect(publish(['--out', second, '--previous', first], onDay(1), register)).rejects.toThrow(words);
  });

  it('knows a folder whose version was changed after publishing', async () => {
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    await publish(['--out', first], onDay(0), version(1));
    const file = join(first, 'versions/2026.11.29.1.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Rule 3.', 'Rule X.'));
    await expect(publish(['--out', second, '--previous', first], onDay(1), version(2))).rejects.toThrow(
      /was changed/,
    );
    expect(await wrongs([first], onDay(0))).toContainEqual(
      expect.stringContaining('was changed after publishing'),
    );
  });

  it('marks a folder without keys as a test everywhere', async () => {
    const files = await publish(['--out', temporaryFolder()], onDay(0), version(1));
    const text = (path: string) => String(files.get(path));
    expect(JSON.parse(text('data/datapackage.json'))).toMatchObject({
      test: true,
      title: expect.stringContaining('TEST'),
    });
    expect(text('feed.atom')).toContain('TEST');
    expect(JSON.parse(text('feed.json')).title).toContain('TEST');
    expect(text('updates/1.root.json')).toContain('Made for a trial');
    expect(
      JSON.parse(text('updates/1.targets.json')).signed.targets[`register.${REGISTER_FORMAT}.json`].custom
        .test,
    ).toBe(true);
  });

  it.each([
    [['--out'], /--out needs a value/],
    [['--site'], /--site needs a value/],
    [['--out', 'x', '--speed', '9'], /no option --speed/],
    [['--out', 'x', '--site', 'nowhere'], /is no URL/],
    [['--out', 'lib'], /no public folder/],
    [['--out', 'x', '--previous', 'docs'], /nothing was published there/],
  ])('says what is wrong with %j', async (argv, words) => {
    await expect(publish(argv, onDay(0), version(1))).rejects.toThrow(words);
  });
});

describe('register:verify', () => {
  const served = async () => {
    const host = await updateHost();
    onTestFinished(() => host.close());
    const out = temporaryFolder();
    for (const [path, bytes] of await publish(['--out', out], onDay(0), version(1)))
      host.files.set(path, bytes);
    return host;
  };
  const known = [
    'TEST: signed by keys that were made for a trial',
    'not served by https: extensions will not ask',
  ];

  it('finds nothing more at a host that serves as it should', async () => {
    expect(await wrongs([(await served()).url], onDay(0))).toEqual(known);
  });

  it('names a host that does not let other origins read', async () => {
    const host = await served();
    host.answer('updates/timestamp.json', (_request, response) =>
      response.writeHead(200, { etag: '"1"' }).end(host.files.get('updates/timestamp.json')),
    );
    expect(await wrongs([host.url], onDay(0))).toContainEqual(
      expect.stringContaining('Access-Control-Allow-Origin'),
    );
  });

  it('names a host that lets caches keep the timestamp for long', async () => {
    const host = await served();
    host.answer('updates/timestamp.json', (_request, response) =>
      response
        .writeHead(200, { 'access-control-allow-origin': '*', 'cache-control': 'max-age=86400' })
        .end(host.files.get('updates/timestamp.json')),
    );
    const found = await wrongs([host.url], onDay(0));
    expect(found).toContainEqual(expect.stringContaining('86400 seconds'));
    expect(found).toContainEqual(expect.stringContaining('ETag'));
  });

  it('names a host that answers everything with a page', async () => {
    const host = await served();
    host.answer('updates/999999.root.json', (_request, response) => response.end('<!doctype html>'));
    expect(await wrongs([host.url], onDay(0))).toContainEqual(expect.stringContaining('answered by 200'));
  });

  it('names what will expire soon, and what has', async () => {
    const out = temporaryFolder();
    await publish(['--out', out], onDay(0), version(1));
    expect(await wrongs([out], onDay(6))).toContainEqual(
      expect.stringMatching(/timestamp version 1 expires in/),
    );
    expect(await wrongs([out], onDay(8))).toContainEqual(expect.stringContaining('expired: timestamp.json'));
  });

  it('names another root than the one that was asked for', async () => {
    const out = temporaryFolder();
    await publish(['--out', out], onDay(0), version(1));
    expect(await wrongs([out, '--root', 'a'.repeat(64)], onDay(0))).toContainEqual(
      expect.stringContaining('other-root'),
    );
  });

  it('names a target that is not what was signed', async () => {
    const out = temporaryFolder();
    const files = await publish(['--out', out], onDay(0), version(1));
    const path = [...files.keys()].find((each) => each.includes('/targets/')) ?? '';
    writeFileSync(join(out, path), String(files.get(path)).replace('Rule 3.', 'Rule X.'));
    expect(await wrongs([out], onDay(0))).toContainEqual(expect.stringContaining('wrong-hash'));
  });

  it('names a folder that is none', async () => {
    expect(await wrongs([temporaryFolder()], onDay(0))).toContainEqual(
      expect.stringContaining('1.root.json'),
    );
  });
});
