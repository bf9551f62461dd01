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

import { useMe } from '../../app/session/use-me.js';
import { useFormat } from '../../parts/format/use-format.js';
import { useRegions } from '../../parts/region/use-regions.js';
import { anyone, partnerCountries, partnerTypes, type Narrowing } from './partner-search.js';

const levels = Array.from({ length: 9 }, (_, at) => String(at + 1));

/** Regions that are offered at once: two letters more narrow them down. */
const mostRegions = 60;

interface PartnerFiltersProps {
  readonly narrowing: Narrowing;
  /** what changed, and nothing else: two changes may follow each other faster than the page is drawn */
  readonly onChange: (change: Partial<Narrowing>) => void;
}

/** Filters of partners; each works alone, and they combine. */
export function PartnerFilters({ narrowing, onChange }: PartnerFiltersProps) {
  const { t, i18n } = useTranslation('ideas');
  const { t: calls } = useTranslation('calls');
  const format = useFormat();
  const regions = useRegions();
  const clusters = useClusterChoices(narrowing.cluster);
  const named = partnerCountries
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
          onChange={(value) => onChange({ countries: value })}
        />
        <MultiSelect
          label={t('filters.regions')}
          searchable
          clearable
          limit={mostRegions}
          data={[...regions.choices(narrowing.regions)]}
          value={[...narrowing.regions]}
          onChange={(value) => onChange({ regions: value })}
        />
        <Select
          label={t('filters.sme')}
          clearable
          data={[
            { value: 'true', label: t('filters.smeOnly') },
            { value: 'false', label: t('filters.smeNone') },
          ]}
          value={narrowing.sme === null ? null : String(narrowing.sme)}
          onChange={(value) => onChange({ sme: value === null ? null : value === 'true' })}
        />
        <Select
          label={t('filters.experience')}
          clearable
          data={[
            { value: 'experienced', label: t('filters.experienced') },
            { value: 'new', label: t('filters.new') },
          ]}
          value={narrowing.experience}
          onChange={(value) => onChange({ experience: value })}
        />
        <Select
          label={t('filters.trl')}
          description={t('filters.trlHint')}
          clearable
          data={levels}
          value={narrowing.trl === null ? null : String(narrowing.trl)}
          onChange={(value) => onChange({ trl: value === null ? null : Number(value) })}
        />
        {clusters.length > 0 && (
          <Select
            label={t('filters.cluster')}
            searchable
            clearable
            data={clusters}
            value={narrowing.cluster}
            onChange={(value) => onChange({ cluster: value })}
          />
        )}
        <RoleField key={narrowing.role} role={narrowing.role} onChange={(role) => onChange({ role })} />
        <TagsInput
          label={t('filters.seeds')}
          description={t('filters.seedsHint')}
          value={[...narrowing.seeds]}
          onChange={(value) => onChange({ seeds: value })}
        />
      </SimpleGrid>
      <Group gap="xs" role="group" aria-label={t('filters.types')}>
        <Chip.Group multiple value={[...narrowing.types]} onChange={(value) => onChange({ types: value })}>
          {partnerTypes.map((type) => (
            <Chip key={type} value={type} variant="outline">
              {calls(`types.${type}`)}
            </Chip>
          ))}
        </Chip.Group>
        {narrowed && (
          <Button variant="subtle" size="compact-md" onClick={() => onChange(anyone)}>
            {t('filters.clear')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

interface RoleFieldProps {
  readonly role: string;
  readonly onChange: (role: string) => void;
}

/** Taken over when it is left, or on Enter: each letter would be a list of its own. */
function RoleField({ role, onChange }: RoleFieldProps) {
  const { t } = useTranslation('ideas');
  const [typed, setTyped] = useState(role);
  const take = (): void => {
    if (typed.trim() !== role) onChange(typed.trim());
  };
  return (
    <TextInput
      label={t('filters.role')}
      placeholder={t('filters.roleExample')}
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  );
}

/** One's clusters by name, and the one that an address asks for by its short name where it is none of them. */
function useClusterChoices(asked: string | null): { value: string; label: string }[] {
  const { i18n } = useTranslation('ideas');
  const own = (useMe()?.clusters ?? []).map(({ slug, nameEn, nameIt }) => ({
    value: slug,
    label: i18n.language === 'it' ? nameIt : nameEn,
  }));
  const isOwn = asked === null || own.some(({ value }) => value === asked);
  return isOwn ? own : [...own, { value: asked, label: asked }];
}
