import { describe, expect, it } from 'vitest';
import {
  instrumentText,
  listOf,
  lookedAgainText,
  measureLine,
  registerLine,
  responseLine,
  restrictionTitle,
  shortList,
  sourceMarks,
  unclearSentence,
} from '../../../lib/register/labels.ts';
import { statusOn } from '../../../lib/register/status.ts';
import { statusLine } from '../../../lib/register/status-line.ts';
import { english } from '../../support/english.ts';
import { type Changes, clause, event, restriction, WITH_STATUS } from '../../support/example-record.ts';

const DAY = '2026-11-22';
const line = (changes: Changes, day = DAY) => {
  const record = restriction({ knowledge: { date: '2023-03', basis: 'last-known' }, ...changes });
  return statusLine(record, statusOn(record, day), day, english);
};

describe('the status in words', () => {
  it.each<[string, Changes]>([
    ['last seen in force March 2023', {}],
    [
      'last seen in force March 2023, looked again November 2026',
      { lookedAgain: { date: '2026-11-20', searched: ['live-pages'] } },
    ],
    [
      'last seen in force March 2023, counted from its announcement (9 March 2023)',
      { events: [event('2023-03-09', 'announced')] },
    ],
    ['announced, takes effect 1 January 2027, last known March 2023', WITH_STATUS.announced],
    ['last seen in force March 2023, for a limited time', { temporary: { until: null, why: 'a review' } }],
    [
      'last seen in force March 2023, set to end June 2027',
      { temporary: { until: '2027-06', why: 'a review' } },
    ],
    ['lifted (1 January 2025), last known March 2023', WITH_STATUS.lifted],
    [
      'lifted (1 January 2025), last known March 2023, looked again November 2026',
      { ...WITH_STATUS.lifted, lookedAgain: { date: '2026-11-20', searched: ['live-pages'] } },
    ],
    ['struck down by a court (1 January 2025), last known March 2023', WITH_STATUS['struck-down']],
    ['not known whether in force, last known March 2023', WITH_STATUS.unknown],
  ])('"%s"', (text, changes) => {
    expect(line(changes)).toBe(text);
  });

  it('of a day that newer knowledge covers is told with that knowledge', () => {
    expect(line({ knowledge: { date: '2024-05', basis: 'last-known' } }, '2023-06-01')).toBe(
      'in force, still seen in force May 2024',
    );
  });

  it('has no knowledge to give before there was a rule', () => {
    expect(line({}, '2020-01-01')).toBe('not yet announced');
  });

  it('says why it is not known', () => {
    expect(unclearSentence(statusOn(restriction(WITH_STATUS.unknown), '2026-11-22'), english)).toBe(
      'No source says whether the rule is still in force.',
    );
    expect(unclearSentence(statusOn(restriction(), DAY), english)).toBeNull();
  });
});

describe('a restriction in words', () => {
  const lineOf = (changes: Changes, day = DAY) => {
    const record = restriction(changes);
    return measureLine(record, statusOn(record, day), english);
  };
  const advice = clause({ measure: 'advice-against', devices: ['personal'] });

  it('names issuer and part of it', () => {
    expect(restrictionTitle(restriction({ issuer: { unit: 'Office' } }))).toBe('Example Ministry – Office');
  });

  it('is told clause by clause, devices in one order, a block without any', () => {
    const block = clause({ measure: 'network-block', devices: ['network'] });
    expect(lineOf({ clauses: [clause({ devices: ['personal', 'work-issued'] }), block, advice] })).toBe(
      'Ban on devices: work devices and personal devices; Network block; Advice against use: personal devices',
    );
    expect(lineOf({ clauses: [clause(), clause({ covers: ['member'], devices: ['personal'] })] })).toBe(
      'Ban on devices: work devices and personal devices',
    );
  });

  it('says of a clause what became of it where that is not what became of the rule', () => {
    const events = [event('2023-03-16', 'effective'), event('2024-01-01', 'lifted', [0])];
    expect(lineOf({ clauses: [clause(), advice], events })).toBe(
      'Ban on devices (lifted): work devices; Advice against use: personal devices',
    );
  });

  it('is cited by its instrument and says when it was looked at again', () => {
    const instrument = { name: 'Decree on service devices', number: '12/2023' };
    expect(instrumentText(restriction({ instrument }), english)).toBe('Decree on service devices, 12/2023');
    expect(instrumentText(restriction({ instrument: { ...instrument, number: null } }), english)).toBe(
      'Decree on service devices',
    );
    expect(instrumentText(restriction(), english)).toBeNull();
    expect(lookedAgainText({ date: '2026-11-29', searched: ['stored-copies'] }, english)).toBe(
      '29 November 2026, in stored copies of pages',
    );
    expect(
      lookedAgainText(
        { date: '2026-11-29', searched: ['stored-copies'], for: 'the text of the order' },
        english,
      ),
    ).toBe('29 November 2026, in stored copies of pages; looked for: the text of the order');
    expect(lookedAgainText(null, english)).toBeNull();
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
    lookedAgain: null,
    notes: null,
  };

  it('names programmes of data storage and outside monitors, as TikTok’s words', () => {
    const responses = [response, { ...response, topic: 'external-monitoring' as const }];
    expect(responseLine({ responses }, english)).toBe(
      'TikTok says it stores data in the region (Project Clover) and lets others watch the data flows (NCC Group).',
    );
  });

  it('never stands without the newest finding where there is one', () => {
    const finding = (date: string, by: string) => ({
      date,
      by,
      finding: 'It breached Article 46(1). More followed.',
      sources: [0],
    });
    const responses = [
      { ...response, findings: [finding('2026-06', 'A court'), finding('2023', 'A newspaper')] },
      {
        ...response,
        topic: 'external-monitoring' as const,
        findings: [finding('2025-07-10', 'A regulator')],
      },
      { ...response, topic: 'transparency' as const, findings: [finding('2026-10', 'Somebody')] },
    ];
    expect(responseLine({ responses }, english)).toMatch(
      / \(NCC Group\)\. A court \(June 2026\): It breached Article 46\(1\)\.$/,
    );
  });

  it('says so where the register holds none', () => {
    expect(responseLine({ responses: [response] }, english)).toBe(
      'The register holds no response by TikTok.',
    );
    expect(registerLine({ version: '2026.11.22.1', date: '2026-11-22' }, english)).toBe(
      'Register version 2026.11.22.1, researched up to 22 November 2026',
    );
  });
});
