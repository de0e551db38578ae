/** How the names of the custom properties on a badge begin, which its style sheets read. */
export const SPOT_PROPERTY = '--tiktok-mark-';
