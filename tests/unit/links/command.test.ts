import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import data from './vectors.json' with { type: 'json' };
import wild from './vectors-wild.json' with { type: 'json' };

/** Runs `scripts/data/recognise.ts` as `npm run recognise` does. */
async function run(options: readonly string[], input: string) {
  const child = spawn(process.execPath, ['scripts/data/recognise.ts', ...options]);
  let out = '';
  let problem = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    problem += chunk;
  });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const status = await new Promise((resolve) => child.on('close', resolve));
  return {
    status,
    problem,
    lines: out
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line)),
  };
}

test('answers each line with the fields in their order', async () => {
  const { status, lines } = await run(
    ['--base', 'https://page.example/dir/'],
    '\ufeffhttps://l.facebook.com/l.php?u=https%3A%2F%2Fwww.tiktok.com%2F%40demo%2Fvideo%2F7301444405347536130\r\n' +
      '\n//www.tiktok.com/@demo\n  \nhttps://[\nhttps://example.org/\u2028x',
  );
  expect(status).toBe(0);
  expect(Object.entries(lines[0])).toEqual([
    [
      'url',
      'https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.tiktok.com%2F%40demo%2Fvideo%2F7301444405347536130',
    ],
    ['tiktok', true],
    ['kind', 'video'],
    ['via', ['facebook']],
    ['destination', 'https://www.tiktok.com/@demo/video/7301444405347536130'],
    ['handle', 'demo'],
    ['videoId', '7301444405347536130'],
    ['uploadTime', '2023-11-14T22:13:20Z'],
  ]);
  expect(lines.map(({ tiktok, why }) => [tiktok, why !== undefined])).toEqual([
    [true, false],
    [false, true],
    [true, false],
    [false, true],
    [false, true],
    [false, false],
  ]);
});

test('takes the text of a link after a tab', async () => {
  const gateway = 'https://gateway.example/?u=https%3A%2F%2Fwww.tiktok.com%2F%40demo';
  const { lines } = await run(
    [],
    [
      `${gateway}\twww.tiktok.com/@demo`,
      `${gateway}\tSee https://www.tiktok.com/@demo`,
      gateway,
      'https://www.tiktok.com/@demo\tTikTok\tof somebody',
      'https://www.tiktok.com\tTikTok',
      // Tabs within a scheme or host are left out by browsers.
      'https://www.tik\ttok.com/@demo',
      'ht\ttps://www.tiktok.com/@demo',
      'https://www.tiktok.com\t.evil.example/',
    ].join('\n'),
  );
  expect(lines.map(({ tiktok, handle, via }) => [tiktok, handle, via.join()])).toEqual([
    [true, 'demo', 'unknown redirect'],
    [false, null, ''],
    [false, null, ''],
    [true, 'demo', ''],
    [true, null, ''],
    [true, 'demo', ''],
    [true, 'demo', ''],
    [false, null, ''],
  ]);
  expect(lines[0]).toMatchObject({ url: gateway, redirector: 'gateway.example' });
});

test('says what is missing for a relative URL', async () => {
  const { lines } = await run([], '/@demo');
  expect(lines).toEqual([expect.objectContaining({ tiktok: false, why: expect.stringContaining('--base') })]);
});

test('takes any number of lines with little memory', async () => {
  const vectors = [...data.vectors, ...wild.vectors].map(({ url }) => url.replace(/[\t\n\r]/g, ''));
  const input = `${vectors.join('\n')}\n`;
  const child = spawn(process.execPath, ['--max-old-space-size=32', 'scripts/data/recognise.ts']);
  let count = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    count += chunk.reduce((sum, byte) => sum + Number(byte === 10), 0);
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const rounds = 200;
  for (let round = 0; round < rounds; round++)
    if (!child.stdin.write(input)) await once(child.stdin, 'drain');
  child.stdin.end();
  expect(await ended).toBe(0);
  expect(count).toBe(rounds * vectors.length);
});

test.each([
  [['--bases', 'https://page.example/'], '--bases'],
  [['https://www.tiktok.com/'], 'https://www.tiktok.com/'],
  [['--base'], '--base'],
  [['--base', 'page.example'], 'page.example'],
  [['--base='], '--base'],
])('names what is wrong in %j and ends with 2', async (options, named) => {
  const { status, problem, lines } = await run(options, 'https://www.tiktok.com/');
  expect(status).toBe(2);
  expect(problem).toContain(named);
  expect(problem).toContain('Usage:');
  expect(lines).toEqual([]);
});
