import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { covers, kinds, periods, type RadarSearch } from './radar-search.js';
import type { Radar } from './use-radar.js';

interface RadarFiltersProps {
  readonly search: RadarSearch;
  /** what was answered last; its parts are those that can be chosen */
  readonly radar: Radar | undefined;
  readonly onChange: (changed: Partial<Record<keyof RadarSearch, unknown>>) => void;
}

const width = { base: '100%', xs: '12rem' } as const;

/** Filters that combine; each change counts at once. */
export function RadarFilters({ search, radar, onChange }: RadarFiltersProps) {
  const { t } = useTranslation('radar');
  const parts = (radar?.parts ?? []).map(({ code, name, calls }) => ({
    value: code,
    label: `${name ?? t('noPart')} (${calls})`,
  }));
  const isFiltered = Object.keys(search).some((name) => name !== 'sort');
  return (
    <Group role="search" aria-label={t('filters.label')} align="flex-end" gap="sm">
      <SearchField text={search.search ?? ''} onText={(text) => onChange({ search: text || undefined })} />
      <NativeSelect
        label={t('filters.cover')}
        w={width}
        value={search.cover ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ cover: value || undefined })}
        data={[
          { value: '', label: t('filters.any') },
          ...covers.map((cover) => ({ value: cover, label: t(`covers.${cover}`) })),
        ]}
      />
      <NativeSelect
        label={t('filters.kind')}
        w={width}
        value={search.kind ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ kind: value || undefined })}
        data={[
          { value: '', label: t('filters.any') },
          ...kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
        ]}
      />
      <NativeSelect
        label={t('filters.part')}
        w={width}
        value={search.part ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ part: value || undefined })}
        data={[{ value: '', label: t('filters.any') }, ...parts.filter(({ value }) => value !== '')]}
      />
      <NativeSelect
        label={t('filters.within')}
        w={width}
        value={search.within ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ within: value === '' ? undefined : Number(value) })
        }
        data={[
          { value: '', label: t('filters.any') },
          ...periods.map((days) => ({ value: String(days), label: t('filters.days', { count: days }) })),
        ]}
      />
      {isFiltered && (
        <Button
          variant="subtle"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() =>
            onChange({
              search: undefined,
              cover: undefined,
              kind: undefined,
              part: undefined,
              within: undefined,
            })
          }
        >
          {t('clear')}
        </Button>
      )}
    </Group>
  );
}

/** Written at once, asked for a moment after the last letter. */
function SearchField({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const { t } = useTranslation('radar');
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
