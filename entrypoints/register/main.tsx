import { render } from 'preact';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/record/record.css';
import '../../components/register-page/register-page.css';
import '../../components/register-page/map.css';
import '../../components/register-page/print.css';
import { LanguageProvider } from '../../components/language.tsx';
import type { NamedText } from '../../components/register-page/export-menu.tsx';
import { RegisterPage } from '../../components/register-page/register-page.tsx';
import { direction, locale, t } from '../../lib/platform/i18n.ts';
import { today } from '../../lib/platform/today.ts';
import { readSettings } from '../../lib/policy/settings-in-force.ts';
import { languageOf } from '../../lib/register/labels.ts';
import { loadRegister, loadSubdivisionNames } from '../../lib/register/load.ts';
import type { Profile } from '../../lib/register/profile.ts';
import { loadChanges } from '../../lib/register-view/changelog.ts';
import { loadMap } from '../../lib/register-view/map-drawing.ts';
import { readAddress } from '../../lib/register-view/url-state.ts';
import { profileOf } from '../../lib/settings/profile-of.ts';
import { watchSettings } from '../../lib/settings/store.ts';

document.documentElement.lang = locale();
document.documentElement.dir = direction();
document.title = t('register_page_title');

/** Hands a text to the browser as a download. */
function save({ name, type, text }: NamedText): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // Firefox reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const copy = (text: string) => navigator.clipboard.writeText(text);

const reading = readSettings();
const [register, names] = await Promise.all([loadRegister(), loadSubdivisionNames()]);
const language = languageOf(t, locale(), names);
const root = document.getElementById('app');

/** Somebody who has said nothing of themselves, as long as the settings are on their way. */
let profile: Profile = { places: [], organisations: [], device: null, ownRule: null };

function show(): void {
  if (!root) return;
  render(
    <LanguageProvider value={language}>
      <RegisterPage
        register={register}
        profile={profile}
        today={today()}
        loadMap={loadMap}
        loadChanges={loadChanges}
        onSave={save}
        onCopy={copy}
      />
    </LanguageProvider>,
    root,
  );
}

async function follow(settings: typeof reading): Promise<void> {
  profile = profileOf((await settings).values);
  show();
}

// The list stands without the settings; only what concerns the person has to wait for them.
if (!readAddress(location.search, location.hash).state.mine) show();
await follow(reading);
watchSettings(() => void follow(readSettings()));
