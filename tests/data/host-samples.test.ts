import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HEADERS, headersFor } from '../../scripts/publish/headers.ts';
import { SITE_CSP_HEADER } from '../../scripts/publish/site/policy.ts';

const sample = (name: string) =>
  readFileSync(new URL(`../../docs/host-samples/${name}`, import.meta.url), 'utf8');

/** The part that is about one path, from where it is named. */
const from = (text: string, where: string) => text.slice(text.indexOf(where));

describe.each([
  ['_headers', HEADERS, '/updates/timestamp.json'],
  ['nginx.conf', sample('nginx.conf'), 'location = /updates/timestamp.json'],
  ['Caddyfile', sample('Caddyfile'), 'header /updates/timestamp.json'],
  ['s3-upload.sh', sample('s3-upload.sh'), '"$folder/updates/timestamp.json"'],
])('the sample %s', (name, text, timestamp) => {
  it('has the timestamp asked for again, and what has its hash in its name kept', () => {
    expect(text).toContain(timestamp);
    expect(from(text, timestamp)).toMatch(/no-cache/);
    expect(text).toMatch(/max-age=31536000, immutable/);
  });

  it.runIf(!name.startsWith('s3'))('opens the folder to any origin', () => {
    expect(text).toMatch(/Access-Control-Allow-Origin:? "?\*/);
  });
});

it.each([
  ['_headers', HEADERS],
  ['nginx.conf', sample('nginx.conf')],
  ['Caddyfile', sample('Caddyfile')],
  ['s3-headers.json', sample('s3-headers.json')],
])('the sample %s gives the pages their policy', (_name, text) => {
  expect(text).toContain(SITE_CSP_HEADER);
});

it.each([
  ['/', 'public, max-age=300'],
  ['/r/a/', 'public, max-age=300'],
  ['/assets/page-1.css', 'public, max-age=31536000, immutable'],
  ['/updates/1.root.json', 'public, max-age=31536000, immutable'],
  ['/updates/timestamp.json', 'public, no-cache'],
])('a host keeps %s as long as it may', (path, expected) => {
  expect(headersFor(path).get('Cache-Control')).toBe(expected);
});

it('the bucket of the S3 sample is open to any origin', () => {
  expect(JSON.parse(sample('s3-cors.json')).CORSRules[0]).toMatchObject({
    AllowedOrigins: ['*'],
    AllowedMethods: ['GET', 'HEAD'],
  });
});
