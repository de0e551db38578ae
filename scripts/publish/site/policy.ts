/**
 * The content security policy of every page of the website: its own files, and nothing from anywhere else. A page
 * carries it in a meta element; `frame-ancestors` counts in a header only, which hosts add (`docs/host-samples/`).
 */
export const SITE_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/** The same for a header. */
export const SITE_CSP_HEADER = `${SITE_CSP}; frame-ancestors 'none'`;
