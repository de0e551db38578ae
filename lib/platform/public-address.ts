/**
 * URL of the website on which this build's register can be read, with the slash at its end; null while there is none.
 * Citations name it. A build for a publisher sets it here; an administrator's policy (`publicUrl`) goes over it.
 */
export const PUBLIC_ADDRESS: string | null = null;

/** The page of a record on a website that `npm run register:publish` made; `site` with the slash at its end. */
export const recordUrl = (site: string, id: string): string => `${site}r/${id}/`;
