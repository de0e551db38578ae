import {
  ampersands,
  base64,
  bing,
  disqus,
  newsArticle,
  parameter,
  proofpointV2,
  proofpointV3,
  schemed,
} from './decoders.ts';
import { fixed, translated, turbo } from './host-mappings.ts';

/** A target's text; `{ host }` where no more than the host can be read; null where it cannot be read. */
export type Target = string | { readonly host: string } | null;

/**
 * One wrapper, as `[id, hosts, read, decode, paths]`.
 *
 * - `id`: what stands in `Recognition.via`.
 * - `hosts`: separated by commas, without `www.` (allowed for all). A leading dot means the host and everything
 *   below it. `google.*` and `yandex.*` stand for all their country domains. A dot at the end stands for `.com`,
 *   which {@link wrappers} writes out.
 * - `read`: names of query parameters in order of preference; or a pattern on all that follows the host, whose
 *   last group is the target (of two groups, an empty first one means http); or a function of the whole address.
 * - `decode`: for what percent-decoding (parameters) or `written` (patterns) does not decode.
 * - `paths`: exact paths separated by commas, with or without a slash at the end; absent = any.
 */
export type Wrapper = readonly [
  id: string,
  hosts: string,
  read: string | RegExp | ((url: URL) => Target),
  decode?: ((text: string, url: URL) => Target) | undefined,
  paths?: string | undefined,
];

/** Wrappers whose target is a percent-encoded parameter: `id hosts parameters paths`, a line each. */
const PARAMETERS = `google .google.* url,q /url,/scholar_url
google-translate translate.google.*,translate.googleusercontent. u /translate,/translate_c,/website
google-news news.google.* url /news/url
duckduckgo .duckduckgo. uddg /l
yandex .yandex.*,ya.ru url /clck/jsredir
facebook .facebook.,l.messenger. u /l.php
instagram l.instagram.,lm.instagram. u
threads l.threads.,l.threads.net u
whatsapp l.wl.co u /l
linkedin .linkedin. url /redir/redirect,/safety/go
reddit out.reddit. url
youtube .youtube. q /redirect
tumblr t.umblr. z /redirect
vk .vk.,.vk.ru to /away.php
slack slack-redir.net url /link
steam steamcommunity. url,u /linkfilter
medium medium. url /r
pocket getpocket. url /redirect
bluesky go.bsky.app u /redirect
flipboard flipboard. url /redirect
soundcloud gate.sc url
telegram t.me url /iv
x-mail t.co url /redirect
zhihu link.zhihu. target
csdn link.csdn.net target
juejin link.juejin.cn target
gitee gitee. target /link
sspai sspai. target /link
jianshu links.jianshu. to /go
douban douban. url /link2
naver cc.loginfra. u
awin awin1. ued,p /cread.php
skimlinks .redirectingat.,.skimresources. url
viglink redirect.viglink. u
rakuten .linksynergy. murl
tradedoubler .tradedoubler. url
impact .pxf.io,.sjv.io u
cj anrdoezrs.net,dpbolvw.net,jdoqocy.,kqzyfj.,tkqlhce.,pntrac.,pjtra.,pntrs. url
mailchimp .mailchimp. url /mctx/clicks
microsoft-mail emails.azure.microsoft.,.safelink.emails.azure.net destination /redirect
safelinks .safelinks.protection.outlook. url
safelinks-teams statics.teams.cdn.office.net url
barracuda linkprotect.cudasvc. a
trendmicro .ctp.trendmicro. url
symantec clicktime.symantec. u
hornetsecurity atpscan.global.hornetsecurity. u
libraesva urlsand.esvalabs. u
topsec scanner.topsec. u
mimecast .mimecast.,.mimecastprotect. url
iframely .iframe.ly,.iframely.net url /api/iframe
12ft 12ft.io q /proxy`;

const URLDEFENSE = 'urldefense.,urldefense.us,urldefense.proofpoint.';
const BETWEEN_UNDERSCORES = /^\/v2\/(?:[^/_]+\/)?___(.+)___\./;
const ARCHIVE_TODAY = 'archive.today,archive.is,archive.ph,archive.md,archive.fo,archive.vn,archive.li';
const hostOnly = (host: string): Target => ({ host });
const sealed = (): Target => null;
const webAddress = (text: string): Target => schemed(text);

/** Everything else: other encodings, targets in the path, hosts that are mapped, and what is sealed. */
const OTHERS: readonly Wrapper[] = [
  ['google-amp', 'google.*', /^\/amp\/(s\/)?(.+)/],
  ['amp-cache', '.cdn.ampproject.org', /^\/[cv]\/(s\/)?(.+)/],
  ['google-translate', '.translate.goog', translated],
  ['google-news', 'news.google.*', /^\/(?:rss\/)?(?:articles|read)\/([\w-]+)/, newsArticle],
  ['bing', '.bing.', 'u', bing, '/ck/a'],
  ['yahoo', '.search.yahoo.', /\/RU=([^/]+)/],
  ['yandex-turbo', '.turbopages.org', turbo],
  ['reddit-mail', 'click.redditmail.', /^\/CL\d+\/([^/]+)/],
  ['href.li', 'href.li', /^\/\?(.+)/],
  ['deviantart', '.deviantart.', /^[^?]*\/outgoing\?(.+)/],
  ['disqus', 'disq.us', 'url', disqus],
  ['shareasale', '.shareasale.,.shareasale-analytics.', 'urllink', webAddress, '/r.cfm'],
  ['aws-ses', '.awstrack.me', /^\/L\d\/([^/]+)/],
  ['postmark', 'click.pstmrk.it', /^\/\d[st]\/([^/]+)/],
  ['activecampaign', '.acemlna.,.acemlnb.,.acemlnc.,.acemlnd.,.activehosted.', 'redirectUrl', base64],
  ['proofpoint-v1', URLDEFENSE, 'u', ampersands, '/v1/url'],
  ['proofpoint-v2', URLDEFENSE, 'u', proofpointV2, '/v2/url'],
  ['proofpoint-v3', URLDEFENSE, /^\/v3\/(__.+)/, proofpointV3],
  ['cisco', 'secure-web.cisco.', /^\/1[^?#]*?\/(https?[:%].+)/i],
  ['fireeye', 'protect2.fireeye.', /^(?:\/v1)?\/url\?(?:.*?&)?u=(.+)/],
  ['sophos', '.protection.sophos.', 'u', base64],
  ['avanan', '.avanan.click', BETWEEN_UNDERSCORES],
  ['checkpoint', '.protect.checkpoint.', BETWEEN_UNDERSCORES],
  ['edgepilot', 'link.edgepilot.', /^\/s\/.*?[?&]u=(.+)/],
  ['mimecast', '.mimecast.,.mimecastprotect.', 'domain', hostOnly],
  ['inky', '.inky.', 'domain', hostOnly, '/link'],
  ['embedly', '.embedly.,embed.ly', framed],
  ['wayback', '.archive.org', /^\/web\/(?:(?:\d+(?:\*|[a-z]+_)?|\*)\/(?=[^/]*[.:%])|(?=https?[:%]))(.+)/i],
  ['wayback', 'wayback.archive-it.org', /^\/(?:\w+\/)?(?:\d+(?:\*|[a-z]+_)?|\*)\/(?=[^/]*[.:%])(.+)/],
  ['archive.today', ARCHIVE_TODAY, /^\/(?:\d{4,14}|[\d.]{10}-\d{6}|newest|oldest|o\/\w+)\/(.+)/],
  ['12ft', '12ft.io', /^\/(https?[:%].+)/i],
  ['embed-fixer', '.tnktok.,.tfxktok.,.tiktxk.,.fixtiktok.,.fixuptiktok.', fixed],
  // Only their own servers know the target.
  [
    'opaque',
    `${ARCHIVE_TODAY},t.co,lnkd.in,bit.ly,tinyurl.,buff.ly,goo.gl,ow.ly,is.gd,secure-web.cisco.,.mimecastprotect.,.sendgrid.net`,
    sealed,
  ],
  ['opaque', '.linkedin.', sealed, undefined, '/slink'],
];

/** Embedly: `src` is what the frame loads; `url`, the page it shows, also names the account. */
function framed(url: URL): Target {
  const page = parameter(url.search, 'url') ?? '';
  return /^(https?:)?\/\/(\w+\.)?tiktok\.com\/@/.test(page) ? page : parameter(url.search, 'src');
}

const full = (hosts: string): string => hosts.replace(/\.(?=[ ,]|$)/g, '.com');

/** Every wrapper that is known. A new one is a row above and a line in the tests. */
export const wrappers = (): readonly Wrapper[] =>
  [
    ...PARAMETERS.split('\n').map((line): Wrapper => {
      const [id = '', hosts = '', names = '', paths] = line.split(' ');
      return [id, hosts, names, undefined, paths];
    }),
    ...OTHERS,
  ].map(([id, hosts, ...rest]) => [id, full(hosts), ...rest]);

let hosts: string | undefined;
/** The hosts of all rows, separated by commas. Read from the lines as they stand: most pages need no more of the table. */
export const wrapperHosts = (): string =>
  (hosts ??= full([PARAMETERS.match(/(?<=^\S+ )\S+/gm), ...OTHERS.map(([, hosts]) => hosts)].join()));
