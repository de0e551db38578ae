import { once } from 'node:events';
import { stdin, stdout } from 'node:process';
import { recognise } from '../../lib/links/recognise.ts';

const USAGE = 'npm run --silent recognise -- [--base URL] < URLs';

/** Ends with status 2, a sentence that says what is wrong, and one that says what to do. */
function refuse(problem: string, remedy: string): never {
  process.stderr.write(`${problem} ${remedy}\nUsage: ${USAGE}\n`);
  process.exit(2);
}

/** `--base URL` or `--base=URL`; a later one counts. */
function readBase(options: readonly string[]): string | undefined {
  let base: string | undefined;
  for (let i = 0; i < options.length; i++) {
    const option = options[i] ?? '';
    const [name, ...joined] = option.split('=');
    if (option === '--help' || option === '-h') {
      stdout.write(
        `Reads URLs from standard input, one a line, and says of each whether it is a link to TikTok.\n` +
          `The text of the link may follow after a tab. Writes one JSON object a line. --base resolves relative URLs.\n` +
          `Usage: ${USAGE}\n`,
      );
      process.exit(0);
    }
    if (name !== '--base') {
      refuse(
        `There is no option "${option}".`,
        'Give URLs on standard input, one a line; the only option is --base.',
      );
    }
    const value = option === name ? options[++i] : joined.join('=');
    if (!value) refuse('--base needs a URL after it.', 'Example: --base https://example.org/page');
    if (!URL.canParse(value)) {
      refuse(`"${value}" after --base is no absolute URL.`, 'Begin it with https:// or http://.');
    }
    base = value;
  }
  return base;
}

/** Nothing of a URL but its scheme and host. */
const HEAD = /^\s*(?:[a-z][a-z\d+.-]*:?)?[\\/]*[^\\/?#]*$/i;

/**
 * Parts a line at its first tab into a URL and the text of its link. Browsers leave tabs out of URLs, so one within the
 * scheme or the host ends none: where the host goes on after it, or the whole is a link to TikTok.
 */
function partsOf(line: string, base: string | undefined): { url: string; label?: string } {
  const tab = line.indexOf('\t');
  const url = line.slice(0, tab);
  const label = line.slice(tab + 1);
  const isWhole = tab < 0 || (HEAD.test(url) && (/^[.:@]/.test(label) || recognise(line, base).tiktok));
  return isWhole ? { url: line } : { url, label };
}

/** The answer for one line, as it is printed: fields in a fixed order, the last two only where there is something to say. */
function answer(line: string, base: string | undefined): string {
  const { url, label } = partsOf(line, base);
  const { why: unreadable, ...found } = url.trim()
    ? recognise(url, base, label)
    : { ...recognise('about:blank'), why: 'The line is empty.' };
  const { tiktok, kind, via, destination, handle, videoId, uploadTime, redirector } = found;
  const relative = base === undefined && URL.canParse(url, 'https://example.org/');
  const why =
    unreadable && url.trim() && relative
      ? 'The URL is relative; give that of its page with --base.'
      : unreadable;
  return JSON.stringify({
    url,
    tiktok,
    kind,
    via,
    destination,
    handle,
    videoId,
    uploadTime,
    redirector,
    why,
  });
}

const base = readBase(process.argv.slice(2));
// A reader that stops early (`| head`) is no error.
stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

/** Lines of standard input as they come. Only a line feed ends a line; a carriage return before it goes. */
async function* lines(): AsyncGenerator<string> {
  let open = '';
  let first = true;
  for await (const chunk of stdin.setEncoding('utf8')) {
    const parts = (first ? String(chunk).replace(/^\ufeff/, '') : String(chunk)).split('\n');
    first = false;
    const last = parts.pop() ?? '';
    for (const part of parts) {
      yield (open + part).replace(/\r$/, '');
      open = '';
    }
    open += last;
  }
  if (open) yield open.replace(/\r$/, '');
}

let pending = '';
for await (const line of lines()) {
  pending += `${answer(line, base)}\n`;
  if (pending.length > 65_536) {
    const room = stdout.write(pending);
    pending = '';
    if (!room) await once(stdout, 'drain');
  }
}
stdout.write(pending);
