import { describe, expect, it } from 'vitest';
import { median, quantile, spread } from '../../bench/statistics.ts';
import { readSlices } from '../../bench/trace.ts';

describe('statistics', () => {
  it('lie between neighbours in proportion', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([1, 2, 3, 10])).toBe(2.5);
    expect(quantile([0, 10], 0.95)).toBeCloseTo(9.5);
    expect(spread([1, 2, 3, 4, 5])).toBe(1);
    expect(median([])).toBeNaN();
  });
});

describe('slices in a trace', () => {
  const event = (name: string, ts: number, dur: number, url = '', tid = 1) => ({
    ...{ name, ph: 'X', pid: 1, tid, ts, dur, tdur: dur / 2 },
    args: { data: { url } },
  });
  const OURS = 'chrome-extension://abc/page.js';

  it('are the outermost ones of an extension, in thread time', () => {
    const slices = readSlices([
      event('FunctionCall', 9000, 100, 'http://127.0.0.1/live.js'),
      event('FunctionCall', 1500, 200, OURS),
      event('EvaluateScript', 1000, 2000, OURS),
      event('FunctionCall', 5000, 400, OURS),
    ]);
    expect(slices).toEqual({ all: [1, 0.2], idle: [] });
  });

  it('are idle where the browser gave idle time on the same thread', () => {
    const slices = readSlices([
      event('FireIdleCallback', 1000, 1000),
      event('FunctionCall', 1100, 800, OURS),
      event('FunctionCall', 1200, 600, OURS, 2),
      event('FunctionCall', 3000, 500, OURS),
    ]);
    expect(slices).toEqual({ all: [0.4, 0.3, 0.25], idle: [0.4] });
  });
});
