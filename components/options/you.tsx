import { DEVICES } from '../../lib/register/profile.ts';
import { RELATIONS, type Relation } from '../../lib/register/schema.ts';
import { OneOf } from '../choices.tsx';
import { Combobox, type ComboboxOption } from '../combobox.tsx';
import { useLanguage } from '../language.tsx';
import { Picked } from '../picked.tsx';
import { OwnRuleForm } from './own-rule-form.tsx';
import { Section } from './section.tsx';
import { SettingGroup } from './setting-group.tsx';
import type { SettingsForm } from './settings-form.ts';

/** Names and search over what a person can pick; made from the register. */
export interface Directory {
  readonly searchPlaces: (text: string) => readonly ComboboxOption[];
  readonly searchOrganisations: (text: string) => readonly ComboboxOption[];
  /** The name of a place or organisation; of one that the register no longer knows, its code. */
  readonly placeName: (code: string) => string;
  readonly organisationName: (id: string) => string;
}

interface YouProps {
  readonly form: SettingsForm;
  readonly directory: Directory | null;
}

/** The profile: places, organisations, device and an own rule. All of it may stay empty. */
export function You({ form, directory }: YouProps) {
  const { t } = useLanguage();
  const { values, change, management } = form;
  return (
    <Section id="you" heading={t('options_you')}>
      <p>{t('options_you_about')}</p>
      <SettingGroup
        legend={t('options_device')}
        hint={t('options_device_hint')}
        management={management('device')}
      >
        <OneOf
          choices={DEVICES.map((value) => {
            const key = value.replaceAll('-', '_') as 'personal';
            return { value, label: t(`options_device_${key}`), hint: t(`options_device_${key}_hint`) };
          })}
          value={values.device}
          onChange={(device) => change({ device })}
        />
      </SettingGroup>
      {directory && <Organisations form={form} directory={directory} />}
      {directory && <Places form={form} directory={directory} />}
      <SettingGroup
        legend={t('options_own_rule')}
        hint={t('options_own_rule_hint')}
        management={management('ownRule')}
      >
        <OwnRuleForm rule={values.ownRule} onChange={(ownRule) => change({ ownRule })} />
      </SettingGroup>
    </Section>
  );
}

interface PickerProps {
  readonly form: SettingsForm;
  readonly directory: Directory;
}

function Places({ form: { values, change, management }, directory }: PickerProps) {
  const { t } = useLanguage();
  const { places } = values;
  return (
    <SettingGroup
      legend={t('options_places')}
      hint={t('options_places_hint')}
      management={management('places')}
    >
      <Picked
        items={places.map((code) => ({ id: code, name: directory.placeName(code) }))}
        onRemove={(code) => change({ places: places.filter((other) => other !== code) })}
      />
      <Combobox
        label={t('options_places_add')}
        hint={t('options_places_example')}
        search={(text) => directory.searchPlaces(text).filter(({ id }) => !places.includes(id))}
        onChoose={({ id }) => change({ places: [...places, id] })}
      />
    </SettingGroup>
  );
}

function Organisations({ form: { values, change, management }, directory }: PickerProps) {
  const { t } = useLanguage();
  const { organisations } = values;
  const isPicked = (id: string) => organisations.some((organisation) => organisation.id === id);
  const relate = (id: string, relation: Relation) =>
    change({
      organisations: organisations.map((other) => (other.id === id ? { id, relation } : other)),
    });
  return (
    <SettingGroup
      legend={t('options_organisations')}
      hint={t('options_organisations_hint')}
      management={management('organisations')}
    >
      <Picked
        items={organisations.map(({ id, relation }) => ({
          id,
          name: directory.organisationName(id),
          extra: (
            <RelationChoice
              organisation={directory.organisationName(id)}
              relation={relation}
              onChange={(chosen) => relate(id, chosen)}
            />
          ),
        }))}
        onRemove={(id) => change({ organisations: organisations.filter((other) => other.id !== id) })}
      />
      <Combobox
        label={t('options_organisations_add')}
        hint={t('options_organisations_example')}
        search={(text) => directory.searchOrganisations(text).filter(({ id }) => !isPicked(id))}
        onChoose={({ id }) => change({ organisations: [...organisations, { id, relation: 'staff' }] })}
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
