import { describe, expect, it } from 'vitest';
import {
  listOf,
  measureLine,
  registerLine,
  responseLine,
  restrictionLine,
  restrictionTitle,
  shortList,
  sourceMarks,
  statusLine,
  unclearSentence,
} from '../../../lib/register/labels.ts';
import { statusOn } from '../../../lib/register/status.ts';
import { english } from '../../support/english.ts';
import { type Changes, event, restriction, WITH_STATUS } from '../../support/example-record.ts';

const DAY = '2026-11-22';
const line = (changes: Changes, day = DAY) => {
  const record = restriction({ knowledge: { date: '2023-03', basis: 'last-known' }, ...changes });
  return statusLine(record, statusOn(record, day), english);
};

describe('the status in words', () => {
  it.each<[string, Changes]>([
    ['in force, last confirmed March 2023', {}],
    ['advice in force, last confirmed March 2023', { measure: 'warning' }],
    [
      'in force, announced 9 March 2023, last confirmed March 2023',
      { events: [event('2023-03-09', 'announced')] },
    ],
    ['announced, takes effect 1 January 2027, last confirmed March 2023', WITH_STATUS.announced],
    ['in force (temporary), last confirmed March 2023', { temporary: { until: null, why: 'a review' } }],
    [
      'in force (temporary, until June 2027), last confirmed March 2023',
      { temporary: { until: '2027-06', why: 'a review' } },
    ],
    ['lifted (1 January 2025), last confirmed March 2023', WITH_STATUS.lifted],
    ['struck down by a court (1 January 2025), last confirmed March 2023', WITH_STATUS['struck-down']],
    ['not known whether in force, last known March 2023', WITH_STATUS.unknown],
    ['in force, date of the last confirmation not known', { knowledge: { date: null, basis: 'not-known' } }],
  ])('"%s"', (text, changes) => {
    expect(line(changes)).toBe(text);
  });

  it('has no knowledge to give before there was a rule', () => {
    expect(line({}, '2020-01-01')).toBe('not yet announced');
  });

  it('says why it is not known', () => {
    expect(unclearSentence(statusOn(restriction(WITH_STATUS.unknown), '2026-11-22'), english)).toBe(
      'No source says whether it is still in force.',
    );
    expect(unclearSentence(statusOn(restriction(), DAY), english)).toBeNull();
  });
});

describe('a restriction in words', () => {
  it('names issuer and part of it, measures, devices in one order, and status', () => {
    const record = restriction({
      issuer: { unit: 'Office' },
      alsoMeasures: ['network-block'],
      devices: ['network', 'personal', 'work-issued'],
    });
    expect(restrictionTitle(record)).toBe('Example Ministry – Office');
    expect(measureLine(record, english)).toBe(
      'Ban on devices + Network block: work devices, personal devices and networks',
    );
    expect(measureLine(restriction({ advisedDevices: ['personal'] }), english)).toBe(
      'Ban on devices: work devices; advice also for personal devices',
    );
    expect(restrictionLine(restriction(), statusOn(restriction(), DAY), english)).toBe(
      'Ban on devices: work devices · in force, last confirmed 1 October 2026',
    );
  });

  it('says what a source is worth', () => {
    const [source] = restriction().sources;
    expect(source && sourceMarks({ ...source, read: false, mirror: true }, english)).toEqual([
      'primary source',
      'copy on another site',
      'address known, page not read',
    ]);
  });
});

describe('lists', () => {
  it('stop early rather than late, and never for one item alone', () => {
    expect(listOf(['A', 'B', 'C'], english)).toBe('A, B and C');
    expect(shortList(['A', 'B', 'C', 'D'], english)).toBe('A, B, C and D');
    expect(shortList(['A', 'B', 'C', 'D', 'E'], english)).toBe('A, B, C and 2 more');
  });
});

describe('TikTok’s answer in one line', () => {
  const response = {
    id: 'r',
    topic: 'local-data-storage' as const,
    programme: 'Project Clover',
    region: 'EEA',
    announced: '2023',
    claim: 'x',
    operators: [{ name: 'NCC Group', role: 'monitor' }],
    milestones: [],
    currentState: 'x',
    findings: [],
    sources: restriction().sources,
    confidence: 'high' as const,
    notes: null,
  };

  it('names programmes of data storage and outside monitors, as TikTok’s words', () => {
    const responses = [response, { ...response, topic: 'external-monitoring' as const }];
    expect(responseLine({ responses }, english)).toBe(
      'TikTok says: data is stored locally (Project Clover), and an outside company watches the data flows (NCC Group).',
    );
  });

  it('says so where the register holds none', () => {
    expect(responseLine({ responses: [response] }, english)).toBe('The register holds no answer of TikTok.');
    expect(registerLine({ date: '2026-11-22' }, english)).toBe('Register of 22 November 2026');
  });
});
