import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { useGrowing } from '../../../components/register-page/growing.ts';
import { mount } from '../../support/mount.tsx';

const LIST = 'a list';

function Rows() {
  const { shown, end, showAll } = useGrowing(500, 40, LIST);
  return (
    <div>
      <output>{shown}</output>
      <button type="button" onClick={showAll} />
      <div ref={end} />
    </div>
  );
}

it('a list that was asked to show all does not shrink again when the scrolling before it is reported late', async () => {
  const report: ((entries: { isIntersecting: boolean }[]) => void)[] = [];
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(call: (typeof report)[number]) {
        report.push(call);
      }
      observe() {}
      disconnect() {}
    },
  );
  mount(<Rows />);
  const shown = () => document.querySelector('output')?.textContent;
  await act(async () => report[0]?.([{ isIntersecting: true }]));
  expect(shown()).toBe('120');
  await act(async () => document.querySelector('button')?.click());
  expect(shown()).toBe('500');
  await act(async () => report[1]?.([{ isIntersecting: true }]));
  expect(shown()).toBe('500');
  vi.unstubAllGlobals();
});
