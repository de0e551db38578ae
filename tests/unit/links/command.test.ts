import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';

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

test('says what is missing for a relative address', async () => {
  const { lines } = await run([], '/@demo');
  expect(lines).toEqual([expect.objectContaining({ tiktok: false, why: expect.stringContaining('--base') })]);
});

test('takes a hundred thousand lines in one go', async () => {
  const { lines } = await run([], 'https://vm.tiktok.com/ZMdemo123/\n'.repeat(100_000));
  expect(lines.length).toBe(100_000);
  expect(lines[99_999].kind).toBe('short-link');
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
