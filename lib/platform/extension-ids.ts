/** The ids by which policies address the extension; the builds of `wxt.config.ts` have them. */
export const CHROMIUM_ID = 'eddolmehdehdglklkhdkicobojldamnm';
export const GECKO_ID = 'policy-context-for-tiktok@policy-context.example';
