import { createHash } from 'node:crypto';
import type { Register } from '../../lib/register/schema.ts';
import { REGISTER_FORMAT } from '../../lib/register/version.ts';
import { applyDifference, Difference } from '../../lib/updates/difference.ts';
import { getFrom } from '../../lib/updates/download.ts';
import type { RoleName } from '../../lib/updates/metadata.ts';
import {
  formatOfTarget,
  MOST_REGISTER,
  readRegisterFile,
  registerTarget,
  registerText,
} from '../../lib/updates/register-file.ts';
import {
  fetchTarget,
  findRoot,
  type Get,
  refresh,
  targetOf,
  type Vouched,
} from '../../lib/updates/workflow.ts';
import { option, readArguments, runCommand, UsageError } from './arguments.ts';
import { isUrl, type Place, placeAt } from './place.ts';
import { DAYS, REPOSITORY, TEST_NOTE } from './repository.ts';
import { readVersions, versionPath } from './versions.ts';

const USAGE = `npm run register:verify -- URL|DIR [--root SHA256]

Checks a public folder as the extension would, and what the host says of it. --root is the SHA-256 of the root
metadata to trust; without it the first root is taken as it comes. Exit status 1 if anything is wrong.`;

/** One thing that was checked. */
export interface Finding {
  readonly right: boolean;
  readonly what: string;
}

const right = (what: string): Finding => ({ right: true, what });
const wrong = (what: string): Finding => ({ right: false, what });
const judged = (is: boolean, what: string, otherwise: string): Finding =>
  is ? right(what) : wrong(otherwise);
const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const getFromPlace =
  (place: Place): Get =>
  async (file, most) => {
    const bytes = await place.read(`${REPOSITORY}/${file}`);
    if (bytes && bytes.length > most) throw new Error(`${file} has ${bytes.length} bytes, more than ${most}`);
    return bytes && Uint8Array.from(bytes);
  };

const DAY = 86_400_000;

/** The metadata of each role, followed as the extension follows it. */
async function checkRoles(root: string, get: Get, now: Date, findings: Finding[]): Promise<Vouched> {
  const bytes = new Map<RoleName, Uint8Array<ArrayBuffer>>();
  const first = await findRoot(root, get);
  const vouched = await refresh({
    kept: { root: first },
    keeper: { keep: async (role, file) => void bytes.set(role, file), forget: async () => {} },
    get,
    now,
  });
  bytes.set('root', bytes.get('root') ?? first);
  for (const [role, file] of bytes) {
    const { signed } = JSON.parse(new TextDecoder().decode(file));
    const days = Math.floor((new Date(signed.expires).getTime() - now.getTime()) / DAY);
    // Whoever sees this a fifth of its time before the end can still act.
    findings.push(
      judged(
        days >= DAYS[role] / 5,
        `${role} version ${signed.version}, good for ${days} days`,
        `${role} version ${signed.version} expires in ${days} days`,
      ),
    );
  }
  return vouched;
}

/** Every target: its length, its hashes, and that differences lead to the register. */
async function checkTargets(vouched: Vouched, get: Get, place: Place, findings: Finding[]): Promise<void> {
  const name = registerTarget(REGISTER_FORMAT);
  let whole: Register | null = null;
  let newest = '';
  for (const [each, target] of Object.entries(vouched.targets.targets)) {
    try {
      const bytes = await fetchTarget(vouched, each, target, MOST_REGISTER, get);
      if (each !== name) continue;
      whole = readRegisterFile(bytes, each);
      newest = new TextDecoder().decode(bytes);
    } catch (error) {
      findings.push(wrong(reason(error)));
    }
  }
  if (!whole) {
    findings.push(wrong(`no register in format ${REGISTER_FORMAT}`));
    return;
  }
  findings.push(right(`register ${whole.version}: ${whole.restrictions.length} restrictions, by its schema`));
  for (const [each, target] of Object.entries(vouched.targets.targets)) {
    if (each === name || formatOfTarget(each) !== null) continue;
    const bytes = await fetchTarget(vouched, each, target, MOST_REGISTER, get).catch(() => null);
    const difference = bytes && Difference.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    if (!difference?.success) {
      findings.push(wrong(`${each} is no difference`));
      continue;
    }
    const { version } = difference.data.from;
    const base = await place.read(versionPath(version));
    const result = base && registerText(applyDifference(JSON.parse(base.toString('utf8')), difference.data));
    findings.push(
      judged(
        result === newest,
        `difference from ${version}, ${target.length} bytes`,
        `the difference from ${version} does not lead to ${whole.version}`,
      ),
    );
  }
}

/** What the host says of files that extensions ask for from another origin. */
async function checkHost(url: string, vouched: Vouched): Promise<Finding[]> {
  const base = `${url.replace(/\/?$/, '/')}${REPOSITORY}/`;
  const name = registerTarget(REGISTER_FORMAT);
  const hash = targetOf(vouched, name)?.hashes.sha256;
  const paths = ['1.root.json', 'timestamp.json', ...(hash ? [`targets/${hash}.${name}`] : [])];
  const findings = [
    judged(url.startsWith('https:'), 'served by https', 'not served by https: extensions will not ask'),
  ];
  for (const path of paths) {
    const { headers, status } = await fetch(base + path, { method: 'GET', redirect: 'manual' });
    findings.push(
      judged(
        headers.get('access-control-allow-origin') === '*',
        `${path}: open to any origin`,
        `${path}: lacks "Access-Control-Allow-Origin: *", so no extension can read it`,
      ),
    );
    if (status !== 200) findings.push(wrong(`${path}: status ${status}`));
    if (path !== 'timestamp.json') continue;
    const age = Number(/max-age=(\d+)/.exec(headers.get('cache-control') ?? '')?.[1] ?? 0);
    findings.push(
      judged(age <= 3600, `${path}: caches ask again`, `${path}: caches keep it for ${age} seconds`),
      judged(
        headers.has('etag') || headers.has('last-modified'),
        `${path}: can be asked for with "only if changed"`,
        `${path}: has neither ETag nor Last-Modified, so it is sent whole each time`,
      ),
    );
  }
  const { status } = await fetch(`${base}999999.root.json`, { redirect: 'manual' });
  findings.push(
    judged(
      [403, 404, 410].includes(status),
      `what is not there is answered by ${status}`,
      `what is not there is answered by ${status}: extensions need 404, 403 or 410`,
    ),
  );
  return findings;
}

/** Checks a folder; never throws for what is wrong with it. */
export async function verify(argv: readonly string[], now = new Date()): Promise<Finding[]> {
  const { words, options } = readArguments(argv, ['root']);
  const [name] = words;
  if (!name) throw new UsageError('Which folder?');
  const place = placeAt(name);
  const findings: Finding[] = [];
  try {
    const first = await place.read(`${REPOSITORY}/1.root.json`);
    if (!first) return [wrong(`${name} holds no ${REPOSITORY}/1.root.json`)];
    if (first.includes(TEST_NOTE)) findings.push(wrong('TEST: signed by keys that were made for a trial'));
    const root = option(options, 'root') ?? createHash('sha256').update(first).digest('hex');
    const get = isUrl(name) ? getFrom(`${name.replace(/\/?$/, '/')}${REPOSITORY}/`) : getFromPlace(place);
    const vouched = await checkRoles(root, get, now, findings);
    await checkTargets(vouched, get, place, findings);
    const versions = await readVersions(place);
    findings.push(right(`${versions.length} version(s), unchanged since they were published`));
    for (const path of ['index.html', 'data/datapackage.json', 'feed.atom', 'feed.json'])
      findings.push(judged((await place.read(path)) !== null, `${path} is there`, `${path} is missing`));
    if (isUrl(name)) findings.push(...(await checkHost(name, vouched)));
  } catch (error) {
    findings.push(wrong(reason(error)));
  }
  return findings;
}

if (import.meta.main)
  await runCommand(USAGE, async () => {
    const findings = await verify(process.argv.slice(2));
    for (const { right, what } of findings) console.log(`${right ? 'ok   ' : 'WRONG'} ${what}`);
    if (findings.some(({ right }) => !right)) process.exitCode = 1;
  });
