import { RELATIONS, type Relation } from '../../lib/register/schema.ts';
import { withOrganisation, withoutOrganisation, withRelation } from '../../lib/settings/lists.ts';
import { Combobox } from '../combobox.tsx';
import { useLanguage } from '../language.tsx';
import { Picked } from '../picked.tsx';
import type { Directory } from './profile-lookup.ts';
import { SettingGroup } from './setting-group.tsx';
import type { SettingsForm } from './settings-form.ts';

interface OrganisationsProps {
  readonly form: SettingsForm;
  readonly directory: Directory;
}

/** The bodies to which the person belongs, and how. */
export function Organisations({ form: { values, change, settingPolicy }, directory }: OrganisationsProps) {
  const { t } = useLanguage();
  const { organisationsToday } = directory;
  const picked = organisationsToday(values.organisations);
  const isPicked = (id: string) => picked.some((organisation) => organisation.id === id);
  /** A change writes the ids of today; until then what a person or a file said stays as it was. */
  const changeList = (edit: (list: typeof picked) => typeof picked) =>
    change(({ organisations }) => ({ organisations: edit(organisationsToday(organisations)) }));
  return (
    <SettingGroup
      legend={t('options_organisations')}
      hint={t('options_organisations_hint')}
      policy={settingPolicy('organisations')}
    >
      <Picked
        items={picked.map(({ id, relation }) => ({
          id,
          name: directory.organisationName(id),
          notes: directory.organisationNotes(id),
          extra: (
            <RelationChoice
              organisation={directory.organisationName(id)}
              relation={relation}
              onChange={(chosen) => changeList((list) => withRelation(list, id, chosen))}
            />
          ),
        }))}
        onRemove={(id) => changeList((list) => withoutOrganisation(list, id))}
      />
      <Combobox
        label={t('options_organisations_add')}
        hint={t('options_organisations_example')}
        none={t('options_organisations_none')}
        search={(text) => directory.searchOrganisations(text).filter(({ id }) => !isPicked(id))}
        onChoose={({ id }) => changeList((list) => withOrganisation(list, id))}
      />
    </SettingGroup>
  );
}

interface RelationChoiceProps {
  readonly organisation: string;
  readonly relation: Relation;
  readonly onChange: (relation: Relation) => void;
}

/** How the person relates to one organisation. `public` is no relation one picks: it holds for everybody. */
function RelationChoice({ organisation, relation, onChange }: RelationChoiceProps) {
  const { t } = useLanguage();
  return (
    <select
      aria-label={t('options_relation_to', organisation)}
      value={relation}
      onChange={(event) => onChange(event.currentTarget.value as Relation)}
    >
      {RELATIONS.filter((value) => value !== 'public' || relation === 'public').map((value) => (
        <option key={value} value={value}>
          {t(`options_relation_${value}`)}
        </option>
      ))}
    </select>
  );
}
