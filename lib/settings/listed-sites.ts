/** Whether a listed host stands for a host: for itself and for every host below it. */
export const covers = (listed: string, host: string): boolean => `.${host}`.endsWith(`.${listed}`);
