/** The badge's element. Not a custom element: browsers give extensions no registry, and none is needed. */
export const BADGE_TAG = 'tiktok-policy-mark';
