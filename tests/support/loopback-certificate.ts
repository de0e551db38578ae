/**
 * A certificate for 127.0.0.1 that signs itself, and its key, for tests alone: no browser trusts it unless told to. Made
 * by `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj /CN=127.0.0.1 -addext
 * subjectAltName=IP:127.0.0.1`.
 */
export const LOOPBACK_CERTIFICATE = {
  cert: `-----BEGIN CERTIFICATE-----
MIIBkTCCATagAwIBAgIUPsiZK8VjVydGRtVxdfBIHZ9mvCwwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyOTEwNDQ0MVoYDzIxMjYxMTA1
MTA0NDQxWjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARowi3dG0utfyu+dNQZozyKqcqJoS+IK7PMFjaHPf7r0tL+D24aSkVc
dk0L8Jirk6g7UIr5fqrzkS7YQDKNGIjzo2QwYjAdBgNVHQ4EFgQU3DdhM9Dd/j9y
MjVIIS3a8jOmPdYwHwYDVR0jBBgwFoAU3DdhM9Dd/j9yMjVIIS3a8jOmPdYwDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0kAMEYC
IQCk/aMAes0PTM80x/jJ70Dqe61ZYDynGQuezql1jgi/RQIhANqLgUUIhKltaEvO
0bgYUTdRyT5TqKtbPEG/xU5UcI5M
-----END CERTIFICATE-----
`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgVFLuNI+0wY/k2wz7
V9WmGNt8Dm1VZc69Tsr5FeYomd6hRANCAARowi3dG0utfyu+dNQZozyKqcqJoS+I
K7PMFjaHPf7r0tL+D24aSkVcdk0L8Jirk6g7UIr5fqrzkS7YQDKNGIjz
-----END PRIVATE KEY-----
`,
};
