/** What a machine below one of TikTok's domains is for: measuring and advertising, pictures and video, or an interface. */
export type MachineRole = 'pixel' | 'cdn' | 'api';

/** Data centres and regions as TikTok writes them behind a dash (`webapp-va`); those with a digit are told by that. */
const REGION = 'va|sg|ie|no|my|ru|us|eu|gcp|ttp|alisg|maliva|useastred';

const word = (words: string): RegExp => new RegExp(`(^|[.-])(${words})\\d*(?=[.-]|$)`);

/** By what stands before the registrable domain, in lower case: words that machines are named for. */
const NAMED: readonly (readonly [MachineRole, RegExp])[] = [
  [
    'pixel',
    word(
      'analytics|mcs|mssdk|location|(?:rt|x|app|web|tob)?log|logs|logger|mon|tnc|slardar|abtest|telemetry|tracker|pixel',
    ),
  ],
  ['pixel', /(^|\.)ads?-/],
  ['cdn', word('image|images|img|pic|cdn|static|libraweb|webapp|tos|vod|starling|gecko')],
  [
    'api',
    word('\\w*api|frontier|gateway|im|rpc|rtc|wss?|sdk|tsdk|webcast|push|pull|verify|captcha|passport'),
  ],
];

/** Names with a number or a region: `v16-webapp-prime`, `p0-pu-image-no`. */
const NUMBERED: readonly (readonly [MachineRole, RegExp])[] = [
  ['cdn', /^(v|p|sf|lf|m)\d/],
  ['api', /\d/],
  ['api', new RegExp(`-(${REGION})(?=\\.|$)`)],
];

const roleIn = (rows: typeof NAMED, name: string): MachineRole | null =>
  rows.find(([, pattern]) => pattern.test(name))?.[0] ?? null;

/** The role of a machine that is named for what it does; null for other names. */
export const namedRole = (name: string): MachineRole | null => roleIn(NAMED, name);

/** The role of a machine that is told by a number or a region in its name; null for other names. */
export const numberedRole = (name: string): MachineRole | null => roleIn(NUMBERED, name);
