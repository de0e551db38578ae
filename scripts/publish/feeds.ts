import { recordUrl } from '../../lib/platform/public-address.ts';
import type { ChangeKind, FieldChange, RecordChange, VersionChanges } from './changes.ts';

/* The changes of the register as feeds: Atom (RFC 4287) and JSON Feed 1.1, with the same entries. */

/** An entry of a feed. */
interface Entry {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** Lines of plain text. */
  readonly lines: readonly string[];
  readonly date: string;
}

/** Entries beyond this are on the pages of changes. */
const MOST_ENTRIES = 200;

const WORDS: Readonly<Record<ChangeKind, string>> = {
  new: 'New',
  changed: 'Changed',
  ended: 'Ended',
  gone: 'Taken out',
};

const shown = (value: unknown): string =>
  value === undefined ? '(none)' : typeof value === 'string' ? value : JSON.stringify(value);
const fieldLine = ({ path, before, after }: FieldChange): string =>
  `${path}: ${shown(before)} → ${shown(after)}`;

function recordEntry(site: string, { version, published }: VersionChanges, change: RecordChange): Entry {
  return {
    // A page that says what changed in this version stays under this URL, so that it is an id that lasts.
    id: `${site}changes/${version}/#${change.id}`,
    url: change.change === 'gone' ? `${site}changes/${version}/` : recordUrl(site, change.id),
    title: `${WORDS[change.change]}: ${change.title}`,
    lines: [change.summary, ...change.fields.map(fieldLine)],
    date: published,
  };
}

function versionEntry(site: string, { version, date, published, counts }: VersionChanges): Entry {
  return {
    id: `${site}changes/${version}/`,
    url: `${site}changes/${version}/`,
    title: `First version: ${version}`,
    lines: [
      `${counts.restrictions} restrictions, ${counts.responses} responses and ${counts.context} context records, researched up to ${date}.`,
    ],
    date: published,
  };
}

const entriesOf = (site: string, versions: readonly VersionChanges[]): Entry[] =>
  versions
    .flatMap((version) =>
      version.from === null
        ? [versionEntry(site, version)]
        : version.changes.map((change) => recordEntry(site, version, change)),
    )
    .slice(0, MOST_ENTRIES);

/** What both feeds say of themselves. */
export interface FeedHead {
  /** URL of the website, with the slash. */
  readonly site: string;
  readonly test: boolean;
}

const titleOf = ({ test }: FeedHead): string =>
  `Changes of the register of rules about TikTok on devices${test ? ' (TEST, not for use)' : ''}`;

const escapeXml = (text: string): string =>
  text
    // XML 1.0 has no way to write these.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** `changes` newest first. */
export function atomFeed(head: FeedHead, changes: readonly VersionChanges[]): string {
  const { site } = head;
  const entries = entriesOf(site, changes).map(({ id, url, title, lines, date }) =>
    [
      '  <entry>',
      `    <id>${escapeXml(id)}</id>`,
      `    <title>${escapeXml(title)}</title>`,
      `    <link rel="alternate" href="${escapeXml(url)}"/>`,
      `    <updated>${date}</updated>`,
      `    <content type="text">${escapeXml(lines.join('\n'))}</content>`,
      '  </entry>',
    ].join('\n'),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `  <id>${escapeXml(site)}changes/</id>`,
    `  <title>${escapeXml(titleOf(head))}</title>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeXml(site)}feed.atom"/>`,
    `  <link rel="alternate" type="text/html" href="${escapeXml(site)}changes/"/>`,
    `  <updated>${changes[0]?.published ?? ''}</updated>`,
    '  <author><name>Policy Context for TikTok</name></author>',
    '  <rights>CC0 1.0</rights>',
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}

/** `changes` newest first. */
export const jsonFeed = (head: FeedHead, changes: readonly VersionChanges[]): string =>
  `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: titleOf(head),
      home_page_url: `${head.site}changes/`,
      feed_url: `${head.site}feed.json`,
      language: 'en',
      authors: [{ name: 'Policy Context for TikTok' }],
      items: entriesOf(head.site, changes).map(({ id, url, title, lines, date }) => ({
        id,
        url,
        title,
        content_text: lines.join('\n'),
        date_published: date,
      })),
    },
    null,
    1,
  )}\n`;
