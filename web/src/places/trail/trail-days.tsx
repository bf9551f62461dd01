import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { TrailSearch } from './trail-search.js';

interface TrailDaysProps {
  readonly search: TrailSearch;
  readonly onChange: (changed: Partial<Record<keyof TrailSearch, string | undefined>>) => void;
}

/** From which day to which. */
export function TrailDays({ search, onChange }: TrailDaysProps) {
  const { t } = useTranslation('trail');
  return (['from', 'to'] as const).map((end) => (
    <TextInput
      key={end}
      type="date"
      label={t(`filters.${end}`)}
      w={{ base: '100%', xs: '11rem' }}
      value={search[end] ?? ''}
      onChange={({ currentTarget: { value } }) => onChange({ [end]: value || undefined })}
    />
  ));
}
