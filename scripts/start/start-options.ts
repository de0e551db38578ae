import { parseArgs } from 'node:util';
import type { BrowserName } from './browser.ts';

export interface StartOptions {
  readonly browser: BrowserName;
  readonly report: boolean;
  readonly json: boolean;
  /** Addresses and HTML files; empty for the shipped pages. */
  readonly pages: readonly string[];
}

export const USAGE = `Usage: npm start -- [options] [address or HTML file …]
  --report              print what was found, without a window; pictures go to .output/report/
  --json                with --report: one JSON array on standard output (call as: npm start --silent -- …)
  --browser NAME        chromium (default) or firefox`;

/** Reads the command line; a problem is a sentence for the person who typed it. */
export function readOptions(args: readonly string[]): StartOptions | { readonly problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        report: { type: 'boolean' },
        json: { type: 'boolean' },
        browser: { type: 'string', default: 'chromium' },
      },
    });
    const { browser, report = false, json = false } = values;
    if (browser !== 'chromium' && browser !== 'firefox')
      return { problem: `--browser is "${browser}"; it takes chromium or firefox.` };
    return { browser, report: report || json, json, pages: positionals };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
