/** A rule of a public list that finds a URL within the URLs of a host. */
export interface WrapperRule {
  /** What it is called in its list, or the rule as it is written. */
  readonly name: string;
  readonly host: string;
  /** Names of the parameters that hold the target; empty where it is in the path. */
  readonly parameters: readonly string[];
}

/** Names of parameters before the group of a regular expression: `q` and `url` of `[?&](?:url|q)=([^&]+)`. */
const parametersIn = (expression: string): string[] =>
  [...expression.matchAll(/(?:\(\?:)?([\w.|]+)\)?=(?:\w*)\(/g)].flatMap(([, names = '']) => names.split('|'));

interface ClearUrls {
  readonly providers: Readonly<
    Record<string, { readonly urlPattern: string; readonly redirections?: readonly string[] }>
  >;
}

/** The host in a regular expression on URLs, with `com` for any top-level domain. */
const hostIn = (expression: string): string =>
  expression
    .replace(/^\^?https\?:\\?\/\\?\//, '')
    .replaceAll('(?:[a-z0-9-]+\\.)*?', '')
    .replaceAll('(?:\\.[a-z]{2,}){1,}', '.com')
    .replace(/\(([^|()]+)\|[^()]*\)/, '$1')
    .replace(/\\([.-])/g, '$1')
    .replace(/[\\/(?].*/, '');

/** The rules of ClearURLs: each provider may have regular expressions whose first group is the target. */
const fromClearUrls = ({ providers }: ClearUrls): WrapperRule[] =>
  Object.entries(providers).flatMap(([name, { urlPattern, redirections = [] }]) =>
    redirections.map((redirection) => {
      const own = hostIn(redirection);
      const host = own.includes('.') && !own.includes('*') ? own : hostIn(urlPattern);
      return { name: `${name}: ${redirection}`, host, parameters: parametersIn(redirection) };
    }),
  );

interface BraveRule {
  readonly include: readonly string[];
  readonly action: string;
  readonly param: string;
}

/** The rules of Brave's debounce list: URL patterns, and a parameter or a regular expression on the path. */
const fromBrave = (rules: readonly BraveRule[]): WrapperRule[] =>
  rules.flatMap(({ include, action, param }) =>
    include.map((pattern) => ({
      name: `${pattern} ${param}`,
      host: pattern.replace(/^[^/]*\/\/(\*\.)?/, '').replace(/\/.*/, ''),
      parameters: action.startsWith('regex-path') ? [] : [param],
    })),
  );

/** The rules in a line of AdGuard or uBlock with `urlskip`; none in every other line. */
function fromFilter(line: string): WrapperRule[] {
  const [, filter = '', options = ''] = /^(?!!)(.*)\$((?:[^$]*,)?urlskip=.+)$/.exec(line) ?? [];
  const steps = /urlskip=([^,\s]+)/.exec(options)?.[1] ?? '';
  if (!steps) return [];
  const named = /^\|\|([\w.-]+)/.exec(filter)?.[1];
  const hosts = named ? [named] : (/(?:^|,)to=([^,]+)/.exec(options)?.[1]?.split('|') ?? ['*']);
  const parameters = steps.startsWith('?') ? [steps.slice(1)] : parametersIn(steps);
  return hosts.map((host) => ({ name: line, host, parameters }));
}

/**
 * Reads a public list of rules in the format of ClearURLs (JSON with `providers`), of Brave's debounce list (a JSON
 * array) or of AdGuard and uBlock (filters with `urlskip`).
 *
 * @throws Error where the text is in none of these formats
 */
export function readRules(text: string): WrapperRule[] {
  const json = /^\s*(?:\{|\[\s*[\]{])/.test(text) ? JSON.parse(text) : null;
  if (Array.isArray(json)) return fromBrave(json);
  if (json?.providers) return fromClearUrls(json);
  const rules = text.split(/\r?\n/).flatMap((line) => fromFilter(line.trim()));
  if (json || rules.length === 0)
    throw new Error('it is no list of ClearURLs, Brave (debounce), AdGuard or uBlock (urlskip).');
  return rules;
}
