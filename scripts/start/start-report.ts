import type { VerdictBlock } from '../../lib/register/verdict-block.ts';

/** One link or embed as the report names it. */
export interface ReportedLink {
  readonly written: string;
  readonly destination: string | null;
  readonly kind: string | null;
  readonly via: readonly string[];
  readonly handle: string | null;
  readonly videoId: string | null;
  readonly uploadTime: string | null;
  readonly embed: boolean;
  readonly marked: boolean;
}

/** What was seen on one page. `error`: why it could not be opened; the rest is empty then. */
export interface PageReport {
  readonly page: string;
  readonly address: string;
  readonly error: string | null;
  readonly links: readonly ReportedLink[];
  /** As on card and popup. */
  readonly verdict: VerdictBlock | null;
  readonly pictures: Readonly<Record<string, string>>;
}

const line = (label: string, value: string | null | undefined) =>
  value ? `    ${label.padEnd(13)}${value}\n` : '';

const linkText = (link: ReportedLink): string =>
  `  ${link.embed ? 'embed' : 'link'}: ${link.kind}${link.marked ? '' : ' (listed, no mark)'}\n` +
  line('written', link.written) +
  line('wrapped in', link.via.join(' › ')) +
  line('destination', link.destination) +
  line('handle', link.handle && `@${link.handle}`) +
  line('id', link.videoId) +
  line('uploaded', link.uploadTime);

const pageText = (report: PageReport): string => {
  if (report.error) return `${report.page}\n  could not be opened: ${report.error}\n`;
  return [
    `${report.page}: ${report.links.length} found\n`,
    ...report.links.map(linkText),
    `  verdict: ${report.verdict?.word}: ${report.verdict?.sentence}\n`,
    line('age', report.verdict?.age),
    line('why', report.verdict?.why),
    line('also', report.verdict?.also),
    line('rule', report.verdict?.record),
    ...Object.entries(report.pictures).map(([what, file]) => `  picture of ${what}: ${file}\n`),
  ].join('');
};

/** Prints the reports for a person. */
export const printReport = (reports: readonly PageReport[]): void =>
  console.log(reports.map(pageText).join('\n'));
