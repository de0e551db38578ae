import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A published folder, on this machine or on a host. */
export interface Place {
  /** As it was given. */
  readonly name: string;
  /** A file's bytes by its path in the folder; null where it is not there. */
  read(path: string): Promise<Buffer | null>;
}

/** Whether a place is named by URL. */
export const isUrl = (place: string): boolean => /^https?:\/\//.test(place);

const fromHost = (url: string): Place => {
  const base = url.endsWith('/') ? url : `${url}/`;
  return {
    name: url,
    async read(path) {
      const response = await fetch(new URL(path, base));
      if ([403, 404, 410].includes(response.status)) return null;
      if (!response.ok) throw new Error(`${new URL(path, base)}: status ${response.status}`);
      return Buffer.from(await response.arrayBuffer());
    },
  };
};

const fromFolder = (dir: string): Place => ({
  name: dir,
  read: async (path) => (existsSync(join(dir, path)) ? readFileSync(join(dir, path)) : null),
});

/** The place under a folder's path or a URL. */
export const placeAt = (place: string): Place => (isUrl(place) ? fromHost(place) : fromFolder(place));

/** A JSON file of a place; null where it is not there. */
export async function readJson<T>(place: Place, path: string): Promise<T | null> {
  const bytes = await place.read(path);
  return bytes && (JSON.parse(bytes.toString('utf8')) as T);
}
