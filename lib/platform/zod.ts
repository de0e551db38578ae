import * as z from 'zod/mini';

// Extension pages forbid eval; without this zod probes for it and the browser logs a CSP violation.
z.config({ jitless: true });

export { z };
