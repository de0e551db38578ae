import type { ContentScriptDefinition } from 'wxt';

/** How every reference script is registered: as ours is. */
export const AS_OURS = {
  matches: ['<all_urls>'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
} as const satisfies Partial<ContentScriptDefinition>;
