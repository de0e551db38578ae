/**
 * Does some work while nobody else does work under the same name, over all pages of the extension and its background.
 * Resolves and rejects as the work does.
 */
export const withLock = async <T>(name: string, work: () => Promise<T>): Promise<T> =>
  await navigator.locks.request(name, work);
