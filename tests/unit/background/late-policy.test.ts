import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { awaitLatePolicy } from '../../../lib/background/late-policy.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('a policy that comes late is looked for a few times after an install, within half a minute', () => {
  const read = vi.fn();
  awaitLatePolicy(read);
  expect(read).not.toHaveBeenCalled();
  const calls = [1000, 4000, 15_000, 600_000].map((milliseconds) => {
    vi.advanceTimersByTime(milliseconds);
    return read.mock.calls.length;
  });
  expect(calls).toEqual([1, 2, 3, 3]);
});
