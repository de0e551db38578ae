/** Writers of the wrappers that carry their whole target, by the id the recogniser gives them. */
const e = encodeURIComponent;
const bytes = (text: string) => Buffer.from(text);
const host = (url: string) => new URL(url).host;
const afterHost = (url: string) => url.slice(url.indexOf('/', 8));
const withoutScheme = (url: string) => url.replace(/^https:\/\//, '');
const lowerHex = (text: string) => text.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase());

/** Percent-encodes all but letters, digits and dots, as Proofpoint v2 does before it swaps the signs. */
const strictly = (url: string) =>
  e(url).replace(/[-_!~*'()]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** Runs of replaced bytes become a star or two stars and a length; the bytes go into the base64 part. */
function proofpointV3(url: string): string {
  const lengths = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const replaced: string[] = [];
  const text = url.replace(/(?:[%#+*[\]]|[^ -~])+/g, (run) => {
    const length = bytes(run).length;
    if (length > 65) throw new Error('too long a run for this writer');
    replaced.push(run);
    return length === 1 ? '*' : `**${lengths[length - 2]}`;
  });
  return `https://urldefense.com/v3/__${text}__;${bytes(replaced.join('')).toString('base64url')}!!Ab-c!De_f-g$`;
}

export const ENCODERS: Readonly<Record<string, (url: string) => string>> = {
  google: (url) => `https://www.google.com/url?sa=t&url=${e(url)}&usg=x`,
  'google-translate': (url) =>
    `https://${host(url).replaceAll('-', '--').replaceAll('.', '-')}.translate.goog${afterHost(url)}`,
  'google-amp': (url) => `https://www.google.de/amp/s/${withoutScheme(url)}`,
  'amp-cache': (url) => `https://x-y.cdn.ampproject.org/c/s/${withoutScheme(url)}`,
  'google-news': (url) =>
    `https://news.google.com/rss/articles/${Buffer.concat([Buffer.from([8, 19, 34, (url.length & 127) | 128, url.length >> 7]), bytes(url), Buffer.from([0xd2, 1, 0])]).toString('base64url')}?oc=5`,
  bing: (url) => `https://www.bing.com/ck/a?!&&p=ab&u=a1${bytes(url).toString('base64url')}&ntb=1`,
  duckduckgo: (url) => `//duckduckgo.com/l/?uddg=${e(url)}`.replace(/^/, 'https:'),
  yahoo: (url) => `https://r.search.yahoo.com/_ylt=A;_ylu=B/RV=2/RU=${lowerHex(e(url))}/RK=2/RS=x-`,
  facebook: (url) => `https://l.facebook.com/l.php?h=x&u=${e(url)}`,
  linkedin: (url) => `https://www.linkedin.com/redir/redirect?url=${e(url).replaceAll('.', '%2E')}&urlhash=x`,
  'reddit-mail': (url) => `https://click.redditmail.com/CL0/${e(url)}/1/x/y=`,
  'href.li': (url) => `https://href.li/?${url}`,
  tumblr: (url) => `https://t.umblr.com/redirect?z=${e(url)}&t=x`,
  disqus: (url) => `https://disq.us/?url=${e(`${url}:Key_a-1`)}`,
  deviantart: (url) => `https://www.deviantart.com/users/outgoing?${url}`,
  shareasale: (url) => `https://www.shareasale.com/r.cfm?urllink=${e(url)}`,
  'aws-ses': (url) => `https://x.r.us-east-1.awstrack.me/L0/${e(url)}/1/x/y=1`,
  postmark: (url) => `https://click.pstmrk.it/3s/${e(withoutScheme(url))}/a/b`,
  activecampaign: (url) =>
    `https://x.acemlna.com/Prod/link-tracker?redirectUrl=${e(bytes(url).toString('base64'))}&sig=x`,
  safelinks: (url) => `https://eur03.safelinks.protection.outlook.com/?url=${e(url)}&amp;data=05`,
  'proofpoint-v1': (url) => `https://urldefense.proofpoint.com/v1/url?u=${e(url)}&k=x`,
  'proofpoint-v2': (url) =>
    `https://urldefense.com/v2/url?u=${strictly(url).replaceAll('%2F', '_').replaceAll('%', '-')}&d=x`,
  'proofpoint-v3': proofpointV3,
  barracuda: (url) => `https://linkprotect.cudasvc.com/url?a=${lowerHex(e(url))}&c=E,1`,
  cisco: (url) => `https://secure-web.cisco.com/1Ab-C_d/${e(url)}`,
  trendmicro: (url) =>
    `https://x-en-ctp.trendmicro.com:443/wis/clicktime/v1/query?url=${lowerHex(e(url))}&umid=1`,
  fireeye: (url) => `https://protect2.fireeye.com/url?k=a&u=${url}`,
  sophos: (url) =>
    `https://eu-central-1.protection.sophos.com/?d=x.example&u=${bytes(url).toString('base64')}&i=x`,
  avanan: (url) => `https://url.avanan.click/v2/r01/___${url}___.YXA-_zM`,
  checkpoint: (url) => `https://protect.checkpoint.com/v2/___${url}___.YXAz`,
  edgepilot: (url) => `https://link.edgepilot.com/s/ab/c-d_e?u=${url}`,
  wayback: (url) => `https://web.archive.org/web/20240102030405id_/${url}`,
  'archive.today': (url) => `https://archive.ph/newest/${url}`,
  embedly: (url) => `https://cdn.embedly.com/widgets/media.html?src=${e(url)}&schema=x`,
  '12ft': (url) => `https://12ft.io/${url}`,
};
