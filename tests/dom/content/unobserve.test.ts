import { expect, it, vi } from 'vitest';
import { unobserve } from '../../../lib/content/unobserve.ts';

const observer = () => ({ unobserve: vi.fn(), takeRecords: vi.fn(() => []) });
const element = document.createElement('p');

it('leaves with the browser what it has yet to tell of others', () => {
  const sights = observer();
  unobserve(sights, element, 1);
  expect(sights.unobserve).toHaveBeenCalledWith(element);
  expect(sights.takeRecords).not.toHaveBeenCalled();
});

it('leaves nothing with it once nothing is observed', () => {
  const sights = observer();
  unobserve(sights, element, 0);
  expect(sights.takeRecords).toHaveBeenCalledOnce();
});
