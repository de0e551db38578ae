import { withItem, withoutItem } from '../../lib/settings/lists.ts';
import { Combobox } from '../combobox.tsx';
import { useLanguage } from '../language.tsx';
import { Picked } from '../picked.tsx';
import type { Directory } from './profile-lookup.ts';
import { SettingGroup } from './setting-group.tsx';
import type { SettingsForm } from './settings-form.ts';

interface PlacesProps {
  readonly form: SettingsForm;
  readonly directory: Directory;
}

/** The countries and parts of countries where the person is. */
export function Places({ form: { values, change, settingPolicy }, directory }: PlacesProps) {
  const { t } = useLanguage();
  return (
    <SettingGroup
      legend={t('options_places')}
      hint={t('options_places_hint')}
      policy={settingPolicy('places')}
    >
      <Picked
        items={values.places.map((code) => ({ id: code, name: directory.placeName(code) }))}
        onRemove={(code) => change(({ places }) => ({ places: withoutItem(places, code) }))}
      />
      <Combobox
        label={t('options_places_add')}
        hint={t('options_places_example')}
        none={t('options_places_none')}
        search={(text) => directory.searchPlaces(text).filter(({ id }) => !values.places.includes(id))}
        onChoose={({ id }) => change(({ places }) => ({ places: withItem(places, id) }))}
      />
    </SettingGroup>
  );
}
