import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { saveFile } from '../../../entrypoints/shared/save-file.ts';

const revoked = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  revoked.mockReset();
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => `blob:${blob.type}:${blob.size}`,
    revokeObjectURL: revoked,
  });
});
afterEach(() => void vi.useRealTimers());

it('a file is saved like a download, and its contents live until the browser has read them', () => {
  const clicked: (string | null)[][] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    clicked.push([this.getAttribute('href'), this.getAttribute('download')]);
  });
  saveFile('list.csv', 'text/csv', 'a,b');
  expect(clicked).toEqual([['blob:text/csv:3', 'list.csv']]);
  vi.advanceTimersByTime(10_000);
  expect(revoked).not.toHaveBeenCalled();
  vi.advanceTimersByTime(600_000);
  expect(revoked).toHaveBeenCalledExactlyOnceWith('blob:text/csv:3');
});
