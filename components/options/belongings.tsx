import { RELATIONS, type Relation } from '../../lib/register/schema.ts';
import {
  withItem,
  withOrganisation,
  withoutItem,
  withoutOrganisation,
  withRelation,
} from '../../lib/settings/lists.ts';
import { Combobox } from '../combobox.tsx';
import { useLanguage } from '../language.tsx';
import { Picked, type PickedItem } from '../picked.tsx';
import type { Directory } from './profile-lookup.ts';
import { PolicyNote } from './setting-group.tsx';
import type { SettingsForm } from './settings-form.ts';

interface BelongingsProps {
  readonly form: SettingsForm;
  readonly directory: Directory;
}

/** Where the person works, studies or lives: places and organisations by one field. */
export function Belongings({ form: { values, change, settingPolicy }, directory }: BelongingsProps) {
  const { t } = useLanguage();
  const { organisationsToday } = directory;
  const picked = organisationsToday(values.organisations);
  /** A change writes the ids of today; until then what a person or a file said stays as it was. */
  const changeList = (edit: (list: typeof picked) => typeof picked) =>
    change(({ organisations }) => ({ organisations: edit(organisationsToday(organisations)) }));
  const locked = {
    place: settingPolicy('places').origin === 'locked',
    organisation: settingPolicy('organisations').origin === 'locked',
  };
  const organisations: PickedItem[] = picked.map(({ id, relation }) => ({
    id,
    name: directory.organisationName(id),
    notes: directory.organisationNotes(id),
    fixed: locked.organisation,
    extra: (
      <RelationChoice
        organisation={directory.organisationName(id)}
        relation={relation}
        disabled={locked.organisation}
        onChange={(chosen) => changeList((list) => withRelation(list, id, chosen))}
      />
    ),
  }));
  const places: PickedItem[] = values.places.map((code) => ({
    id: code,
    name: directory.placeName(code),
    fixed: locked.place,
  }));
  const isPicked = (id: string) =>
    values.places.includes(id) || picked.some((organisation) => organisation.id === id);
  return (
    <div class="setting">
      <PolicyNote {...settingPolicy('organisations')} about={t('options_organisations')} />
      <PolicyNote {...settingPolicy('places')} about={t('options_places')} />
      <Combobox
        id={SET_UP_FIELD}
        label={t('set_up_where')}
        hint={t('set_up_where_hint')}
        none={t('set_up_where_none')}
        disabled={locked.place && locked.organisation}
        search={(text) =>
          directory.searchBelongings(text).filter(({ id, type }) => !isPicked(id) && !locked[type])
        }
        onChoose={({ id, type }) =>
          type === 'place'
            ? change(({ places: list }) => ({ places: withItem(list, id) }))
            : changeList((list) => withOrganisation(list, id))
        }
      />
      <Picked
        items={[...organisations, ...places]}
        onRemove={(id) =>
          values.places.includes(id)
            ? change(({ places: list }) => ({ places: withoutItem(list, id) }))
            : changeList((list) => withoutOrganisation(list, id))
        }
      />
    </div>
  );
}

/** The id of the field; *Set up* on other surfaces leads to it. */
export const SET_UP_FIELD = 'set-up';

interface RelationChoiceProps {
  readonly organisation: string;
  readonly relation: Relation;
  readonly disabled: boolean;
  readonly onChange: (relation: Relation) => void;
}

/** How the person relates to one organisation. `public` is no relation one picks: it holds for everybody. */
function RelationChoice({ organisation, relation, disabled, onChange }: RelationChoiceProps) {
  const { t } = useLanguage();
  return (
    <select
      aria-label={t('options_relation_to', organisation)}
      value={relation}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.value as Relation)}
    >
      {RELATIONS.filter((value) => value !== 'public' || relation === 'public').map((value) => (
        <option key={value} value={value}>
          {t(`relation_${value}`)}
        </option>
      ))}
    </select>
  );
}
