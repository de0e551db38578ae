import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseChangelog } from '../../../lib/register-view/changelog.ts';
import { readRegister } from '../../../scripts/data/read-register.ts';

const text = readFileSync(new URL('../../../docs/register-changelog.md', import.meta.url), 'utf8');

it('the changelog begins with the version of the register', () => {
  const [newest] = parseChangelog(text);
  expect(newest?.version).toBe(readRegister().version);
  expect(newest?.summary).not.toBe('');
});

it('takes the first paragraph and the items of each version, without marks', () => {
  const changes = parseChangelog(
    '# Changes\n\nIntro.\n\n## 2\n\nSecond\nversion.\n\n### Ids\n\n| a | b |\n| - | - |\n\n- **Texas** (`us-tx`): one\n  line more.\n- Two.\n\nAfter.\n\n## 1\n\nFirst.\n',
  );
  expect(changes).toEqual([
    { version: '2', summary: 'Second version.', items: ['Texas (us-tx): one line more.', 'Two.'] },
    { version: '1', summary: 'First.', items: [] },
  ]);
});
