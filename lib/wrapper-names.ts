import { wrappers } from './links/wrappers.ts';

/** Names of wrapping services that are written otherwise than their id with a capital letter. */
const NAMES: Readonly<Record<string, string>> = {
  'google-translate': 'Google Translate',
  'google-news': 'Google News',
  'google-amp': 'Google AMP',
  'amp-cache': 'AMP cache',
  duckduckgo: 'DuckDuckGo',
  whatsapp: 'WhatsApp',
  linkedin: 'LinkedIn',
  'reddit-mail': 'Reddit',
  youtube: 'YouTube',
  vk: 'VK',
  soundcloud: 'SoundCloud',
  'x-mail': 'X',
  csdn: 'CSDN',
  impact: 'impact.com',
  cj: 'CJ',
  'microsoft-mail': 'Microsoft',
  safelinks: 'Microsoft Safe Links',
  'safelinks-teams': 'Microsoft Teams',
  trendmicro: 'Trend Micro',
  libraesva: 'Libraesva',
  'yandex-turbo': 'Yandex Turbo',
  'href.li': 'href.li',
  deviantart: 'DeviantArt',
  shareasale: 'ShareASale',
  'aws-ses': 'Amazon SES',
  activecampaign: 'ActiveCampaign',
  'proofpoint-v1': 'Proofpoint',
  'proofpoint-v2': 'Proofpoint',
  'proofpoint-v3': 'Proofpoint',
  fireeye: 'FireEye',
  checkpoint: 'Check Point',
  edgepilot: 'EdgePilot',
  wayback: 'Wayback Machine',
  'archive.today': 'archive.today',
  '12ft': '12ft',
};

/** The name of a wrapper, by its id in `Recognition.via`, as people know it. */
export const wrapperName = (id: string): string => NAMES[id] ?? id.charAt(0).toUpperCase() + id.slice(1);

/** The name of every wrapper by its id. */
export const wrapperNames = (): Readonly<Record<string, string>> =>
  Object.fromEntries(wrappers().map(([id]) => [id, wrapperName(id)]));
