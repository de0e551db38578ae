import {
  ampersands,
  asterisks,
  asWritten,
  base64,
  bing,
  disqus,
  googleCache,
  jsonValue,
  newsArticle,
  percent,
  proofpointV2,
  proofpointV3,
  schemed,
  twice,
} from './decoders.ts';

/** How services write their target, by the name in the table; read from a parameter's decoded value or a part of a path. */
export const ENCODINGS: Readonly<Record<string, (text: string, detail: string) => string>> = {
  percent,
  twice,
  'no-scheme': (text) => schemed(text),
  // Some also write it as it is: base64 of `http` is told by its beginning.
  base64: (text) => asWritten(/^aHR0c/.test(text) ? base64(text) : text),
  json: jsonValue,
  ampersands,
  asterisks: (text) => asWritten(asterisks(text)),
  bing,
  disqus,
  'google-cache': googleCache,
  'google-news': newsArticle,
  'proofpoint-v2': proofpointV2,
  'proofpoint-v3': proofpointV3,
};
