import { Register } from '../../lib/register/schema.ts';

const source = (title: string, extra: object = {}) => ({
  url: `https://source.example/${title.replaceAll(' ', '-')}`,
  title,
  publisher: 'The Example',
  published: '2023-03',
  kind: 'secondary',
  language: 'en',
  read: true,
  supports: 'the rule',
  ...extra,
});

const clause = (changes: object = {}) => ({
  measure: 'device-ban',
  covers: ['staff'],
  devices: ['work-issued'],
  legalForce: 'policy',
  exceptions: { kind: 'not-known' },
  reaches: 'not-stated',
  ...changes,
});

const common = {
  reasons: ['data-security'],
  lookedAgain: { date: '2026-11-29', searched: ['stored-copies'] },
  confidence: 'high',
  conflicts: null,
  notes: null,
};

/** A small register of real facts, shortened. Parsed, so that a change of the schema is noticed here. */
export const register: Register = Register.parse({
  format: 2,
  version: '2026.11.22.1',
  date: '2026-11-22',
  moved: { records: [], organisations: [] },
  restrictions: [
    {
      ...common,
      id: 'gb-government-work-devices',
      issuer: {
        organisation: 'gb-government',
        name: 'Government of the United Kingdom',
        kind: 'national-government',
        jurisdiction: 'GB',
      },
      clauses: [
        clause({ exceptions: { kind: 'listed', text: 'case by case where the app is needed for work' } }),
      ],
      appliesTo: 'ministers and officials: government devices',
      status: 'in-force',
      knowledge: { date: '2025-12-08', basis: 'confirmed-recently' },
      events: [
        { date: '2023-03-16', type: 'effective', what: 'The ban was told to the Commons.', sources: [1] },
        { date: '2025-12-08', type: 'confirmed', what: 'It was said to remain.', sources: [0, 2] },
      ],
      summary: 'The UK banned TikTok on government devices on 16 March 2023.',
      sources: [
        source('A newspaper'),
        source('Hansard', { kind: 'primary' }),
        source('A copy', { mirror: true, language: 'fr' }),
      ],
      conflicts: 'Two reports differ about the day.',
    },
    {
      ...common,
      id: 'dk-dr-work-phones',
      issuer: {
        organisation: 'dk-dr',
        name: 'Danish Broadcasting Corporation',
        nativeName: 'DR',
        kind: 'public-broadcaster',
        jurisdiction: 'DK',
      },
      clauses: [clause({ measure: 'advice-against', legalForce: 'guidance' })],
      appliesTo: 'employees: work phones',
      status: 'in-force',
      knowledge: { date: '2023-03-10', basis: 'last-known' },
      events: [{ date: '2023-03-09', type: 'announced', what: 'Staff were advised.', sources: [0] }],
      summary: 'DR advised staff against TikTok on work phones.',
      sources: [source('B.T.', { language: 'da' })],
    },
    {
      ...common,
      id: 'in-government-nationwide-ban',
      issuer: {
        organisation: 'in-government',
        name: 'Government of India',
        kind: 'national-government',
        jurisdiction: 'IN',
      },
      clauses: [
        clause({
          measure: 'nationwide-ban',
          covers: ['public'],
          devices: ['all'],
          legalForce: 'executive-order',
        }),
      ],
      appliesTo: 'everybody in India',
      status: 'in-force',
      knowledge: { date: '2025-09-09', basis: 'confirmed-recently' },
      events: [
        { date: '2020-06-29', type: 'effective', what: 'The ministry blocked 59 apps.', sources: [0] },
      ],
      summary: 'India blocked TikTok on 29 June 2020.',
      sources: [source('An order', { kind: 'primary' })],
    },
  ],
  responses: [
    {
      id: 'ie-dpc-transfers-decision',
      topic: 'legal-challenge',
      programme: null,
      region: 'EEA',
      announced: '2025-05-02',
      claim: 'TikTok disagrees and appeals.',
      operators: [],
      milestones: [],
      currentState: 'The appeal is pending.',
      lookedAgain: null,
      findings: [],
      sources: [source('A decision')],
      confidence: 'high',
      notes: null,
    },
    {
      id: 'eu-tiktok-project-clover',
      topic: 'local-data-storage',
      programme: 'Project Clover',
      region: 'EEA+UK+CH',
      announced: '2023-03-08',
      claim: 'European user data will be stored in a European enclave.',
      operators: [{ name: 'NCC Group', role: 'monitoring' }],
      milestones: [{ date: '2023-09-05', what: 'The first data centre was in use.', sources: [0] }],
      currentState: 'The programme goes on.',
      lookedAgain: null,
      findings: [
        {
          date: '2025-04-30',
          by: 'Irish Data Protection Commission',
          finding: 'Some European data had been held in China.',
          sources: [0],
        },
      ],
      sources: [source('A release', { kind: 'primary' })],
      confidence: 'high',
      notes: null,
    },
  ],
  context: [],
});
