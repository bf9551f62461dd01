import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { lacks, states, types, type MembersSearch } from './members-search.js';

interface MembersFiltersProps {
  readonly search: MembersSearch;
  /** how many there are in each state */
  readonly states: Readonly<Record<string, number>> | undefined;
  readonly onChange: (changed: Partial<Record<keyof MembersSearch, unknown>>) => void;
}

const width = { base: '100%', xs: '12rem' } as const;

/** Filters that combine; each change counts at once. */
export function MembersFilters({ search, states: counts, onChange }: MembersFiltersProps) {
  const { t } = useTranslation('members');
  const isFiltered = Object.keys(search).some((name) => name !== 'sort');
  return (
    <Group role="search" aria-label={t('filters.label')} align="flex-end" gap="sm">
      <SearchField text={search.search ?? ''} onText={(text) => onChange({ search: text || undefined })} />
      <NativeSelect
        label={t('filters.state')}
        w={width}
        value={search.state ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ state: value || undefined })}
        data={[
          { value: '', label: t('filters.present') },
          ...states.map((state) => ({
            value: state,
            label:
              counts === undefined ? t(`states.${state}`) : `${t(`states.${state}`)} (${counts[state] ?? 0})`,
          })),
        ]}
      />
      <NativeSelect
        label={t('filters.type')}
        w={width}
        value={search.type ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ type: value || undefined })}
        data={[
          { value: '', label: t('filters.any') },
          ...types.map((type) => ({ value: type, label: t(`types.${type}`) })),
        ]}
      />
      <NativeSelect
        label={t('filters.lacks')}
        w={width}
        value={search.lacks ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ lacks: value || undefined })}
        data={[
          { value: '', label: t('filters.any') },
          ...lacks.map((lack) => ({ value: lack, label: t(`lacks.${lack}`) })),
        ]}
      />
      {isFiltered && (
        <Button
          variant="subtle"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() => onChange({ search: undefined, state: undefined, type: undefined, lacks: undefined })}
        >
          {t('filters.clear')}
        </Button>
      )}
    </Group>
  );
}

/** Written at once, asked for a moment after the last letter. */
function SearchField({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const { t } = useTranslation('members');
  const [written, setWritten] = useState(text);
  const tell = useDebouncedCallback(onText, 250);
  useEffect(() => setWritten(text), [text]);
  return (
    <TextInput
      type="search"
      label={t('filters.search')}
      w={{ base: '100%', xs: '16rem' }}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={written}
      maxLength={200}
      onChange={({ currentTarget: { value } }) => {
        setWritten(value);
        tell(value.trim());
      }}
    />
  );
}
