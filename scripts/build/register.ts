import { defineWxtModule } from 'wxt/modules';
import { registerText } from '../../lib/updates/register-file.ts';
import { readRegister } from '../data/read-register.ts';
import { placeNames, shippedLocales, subdivisionsOf } from '../data/subdivision-names.ts';

/**
 * `register.json`, all records in one file (`Register`), and `subdivisions.json`, the names of the subdivisions they
 * lie in and of the parts of the world (`SubdivisionNames`).
 *
 * @throws RegisterError where a record has a mistake, which stops the build.
 */
export function registerFiles(): { relativeDest: string; contents: string }[] {
  const register = readRegister();
  const names = placeNames(subdivisionsOf(register), shippedLocales());
  return [
    { relativeDest: 'register.json', contents: registerText(register) },
    { relativeDest: 'subdivisions.json', contents: JSON.stringify(names) },
  ];
}

/** Adds the register to the package. */
export default defineWxtModule((wxt) => {
  wxt.hook('build:publicAssets', (_wxt, files) => {
    files.push(...registerFiles());
  });
});
