import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IN_ONE_PAGE } from '../../../components/register-page/addresses.ts';
import { useAddress } from '../../../components/register-page/page-state.ts';
import { mount } from '../../support/mount.tsx';

let page: ReturnType<typeof useAddress>;
const View = () => {
  page = useAddress(IN_ONE_PAGE, '2026-11-29');
  return null;
};
const change = (...[patch, writing]: Parameters<typeof page.change>) =>
  void act(() => page.change(patch, writing));
const wait = (milliseconds: number) => void act(() => void vi.advanceTimersByTime(milliseconds));
/** What the page's part of the URL holds after its path. */
const url = () => decodeURIComponent(location.search + location.hash);
const dispatch = (event: Event) => void act(() => void window.dispatchEvent(event));

beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, '', '/register.html');
  mount(<View />);
});
afterEach(() => void vi.useRealTimers());

describe('the state of the register page', () => {
  it('is shown at once and written as a step that Back undoes', () => {
    const before = history.length;
    change({ text: 'parliament' });
    expect(page.state.text).toBe('parliament');
    expect(url()).toContain('parliament');
    expect(history.length).toBe(before + 1);
  });

  it('of all typing is one step, written once the keys rest', () => {
    const before = history.length;
    for (const text of ['p', 'pa', 'par']) {
      change({ text }, 'soon');
      wait(300);
      expect([page.state.text, url()]).toEqual([text, '']);
    }
    wait(400);
    expect(url()).toContain('par');
    change({ text: 'parliament' }, 'soon');
    wait(400);
    expect(url()).toContain('parliament');
    expect(history.length).toBe(before + 1);
  });

  it('typed before another change is a step of its own', () => {
    const before = history.length;
    change({ text: 'par' }, 'soon');
    change({ mine: true });
    expect(history.length).toBe(before + 2);
    change({ text: 'park' }, 'soon');
    wait(400);
    expect(history.length).toBe(before + 3);
  });

  it('is not written again where it is the same', () => {
    change({ text: 'par' });
    const before = history.length;
    change({ text: 'par' });
    expect(history.length).toBe(before);
  });

  it('that still waits is written when the page goes', () => {
    change({ text: 'par' }, 'soon');
    dispatch(new PageTransitionEvent('pagehide'));
    expect(url()).toContain('par');
  });

  it.each(['popstate', 'hashchange'])('follows the URL on %s, and what waited is dropped', (type) => {
    change({ text: 'typed' }, 'soon');
    history.replaceState(null, '', '/register.html?q=gone');
    dispatch(new Event(type));
    wait(400);
    expect([page.state.text, url()]).toEqual(['gone', '?q=gone']);
    // What is typed then is a new step.
    const before = history.length;
    change({ text: 'typed' }, 'soon');
    wait(400);
    expect(history.length).toBe(before + 1);
  });
});
