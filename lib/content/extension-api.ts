/**
 * The extension's interface in a world. Chromium before version 148 has it as `chrome` alone; there `browser` may be an
 * element that a page has called so, with fields called like its parts. Such names are never the world's own.
 */
export const extensionApi = <Api>(world: { readonly browser?: Api; readonly chrome?: Api }): Api =>
  (Object.hasOwn(world, 'browser') ? world.browser : world.chrome) as Api;
