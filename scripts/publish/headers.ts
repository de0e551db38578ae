/**
 * What a host must say of the folder, in the form that Cloudflare Pages and Netlify read; samples for other hosts are
 * in `docs/host-samples/`. Whatever changes under its name must be asked for again, or updates come late.
 */
export const HEADERS = `/*
  Access-Control-Allow-Origin: *
  X-Content-Type-Options: nosniff
  Cache-Control: public, max-age=300
/updates/*
  Cache-Control: public, max-age=31536000, immutable
/updates/timestamp.json
  ! Cache-Control
  Cache-Control: public, no-cache
`;
