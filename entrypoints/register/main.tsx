import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/record/record.css';
import '../../components/register-page/register-page.css';
import '../../components/register-page/marks.css';
import '../../components/register-page/plain-table.css';
import '../../components/register-page/map.css';
import '../../components/register-page/print.css';
import { IN_ONE_PAGE } from '../../components/register-page/addresses.ts';
import { RegisterPage } from '../../components/register-page/register-page.tsx';
import { today } from '../../lib/platform/today.ts';
import type { SettingsInForce } from '../../lib/policy/policy.ts';
import { readSettings } from '../../lib/policy/settings-in-force.ts';
import { loadChanges } from '../../lib/register-view/changelog.ts';
import { loadMap } from '../../lib/register-view/map-drawing.ts';
import { profileOf } from '../../lib/settings/profile-of.ts';
import { watchSettings } from '../../lib/settings/store.ts';
import { loadRegisterAndLanguage } from '../shared/load-register.ts';
import { saveFile } from '../shared/save-file.ts';
import { startPage } from '../shared/start-page.tsx';

const draw = startPage('register_page_title');

const copy = (text: string) => navigator.clipboard.writeText(text);

const { register, language, urlOf, settings } = await loadRegisterAndLanguage();

function show({ values }: SettingsInForce): void {
  draw(
    language,
    <RegisterPage
      register={register}
      profile={profileOf(values)}
      today={today()}
      addresses={IN_ONE_PAGE}
      urlOf={urlOf}
      loadMap={loadMap}
      loadChanges={loadChanges}
      onSave={({ name, type, text }) => saveFile(name, type, text)}
      onCopy={copy}
    />,
  );
}

show(settings);
watchSettings(() => void readSettings().then(show));
