import {
  Button,
  Chip,
  Group,
  MultiSelect,
  Select,
  SimpleGrid,
  Stack,
  TagsInput,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { useMe } from '../../app/session/use-me.js';
import { anyone, partnerTypes, regionForm, type Narrowing } from './partner-search.js';

/** Countries that take part: Member States and associated ones, by code. */
const countries =
  'AL AM AT BA BE BG CH CY CZ DE DK EE EG ES FI FO FR GB GE GR HR HU IE IL IS IT LT LU LV MD ME MK MT NL NO PL PT RO RS SE SI SK TN TR UA XK CA JP KR NZ'.split(
    ' ',
  );

const levels = Array.from({ length: 9 }, (_, at) => String(at + 1));

interface PartnerFiltersProps {
  readonly narrowing: Narrowing;
  readonly onChange: (narrowing: Narrowing) => void;
}

/** Filters of partners; each works alone, and they combine. */
export function PartnerFilters({ narrowing, onChange }: PartnerFiltersProps) {
  const { t, i18n } = useTranslation('ideas');
  const { t: calls } = useTranslation('calls');
  const format = useFormat();
  const clusters = useMe()?.clusters ?? [];
  const [role, setRole] = useState(narrowing.role);
  const named = countries
    .map((code) => ({ value: code, label: format.country(code) }))
    .sort((a, b) => a.label.localeCompare(b.label, i18n.language));
  const narrowed = JSON.stringify(narrowing) !== JSON.stringify(anyone);
  return (
    <Stack gap="sm" className="no-print">
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
        <MultiSelect
          label={t('filters.countries')}
          searchable
          clearable
          data={named}
          value={[...narrowing.countries]}
          onChange={(value) => onChange({ ...narrowing, countries: value })}
        />
        <TagsInput
          label={t('filters.regions')}
          placeholder="ITC4"
          value={[...narrowing.regions]}
          onChange={(value) =>
            onChange({ ...narrowing, regions: value.filter((code) => regionForm.test(code)) })
          }
        />
        <Select
          label={t('filters.sme')}
          clearable
          data={[
            { value: 'true', label: t('filters.smeOnly') },
            { value: 'false', label: t('filters.smeNone') },
          ]}
          value={narrowing.sme === null ? null : String(narrowing.sme)}
          onChange={(value) => onChange({ ...narrowing, sme: value === null ? null : value === 'true' })}
        />
        <Select
          label={t('filters.experience')}
          clearable
          data={[
            { value: 'experienced', label: t('filters.experienced') },
            { value: 'new', label: t('filters.new') },
          ]}
          value={narrowing.experience}
          onChange={(value) => onChange({ ...narrowing, experience: value })}
        />
        <Select
          label={t('filters.trl')}
          description={t('filters.trlHint')}
          clearable
          data={levels}
          value={narrowing.trl === null ? null : String(narrowing.trl)}
          onChange={(value) => onChange({ ...narrowing, trl: value === null ? null : Number(value) })}
        />
        {clusters.length > 0 && (
          <Select
            label={t('filters.cluster')}
            searchable
            clearable
            data={clusters.map(({ slug, nameEn, nameIt }) => ({
              value: slug,
              label: i18n.language === 'it' ? nameIt : nameEn,
            }))}
            value={narrowing.cluster}
            onChange={(value) => onChange({ ...narrowing, cluster: value })}
          />
        )}
        <TextInput
          label={t('filters.role')}
          placeholder={t('filters.roleExample')}
          maxLength={200}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value)}
          onBlur={() => onChange({ ...narrowing, role: role.trim() })}
        />
        <TagsInput
          label={t('filters.seeds')}
          description={t('filters.seedsHint')}
          value={[...narrowing.seeds]}
          onChange={(value) => onChange({ ...narrowing, seeds: value })}
        />
      </SimpleGrid>
      <Group gap="xs" role="group" aria-label={t('filters.types')}>
        <Chip.Group
          multiple
          value={[...narrowing.types]}
          onChange={(value) => onChange({ ...narrowing, types: value })}
        >
          {partnerTypes.map((type) => (
            <Chip key={type} value={type} variant="outline">
              {calls(`types.${type}`)}
            </Chip>
          ))}
        </Chip.Group>
        {narrowed && (
          <Button
            variant="subtle"
            size="compact-md"
            onClick={() => {
              setRole('');
              onChange(anyone);
            }}
          >
            {t('filters.clear')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
