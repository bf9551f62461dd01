import { Autocomplete, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';

interface CallFieldProps {
  readonly label: string;
  readonly description: string;
  /** words or an identifier, as written so far */
  readonly value: string;
  readonly onChange: (words: string) => void;
  /** a call of the list was chosen */
  readonly onChoose?: (identifier: string) => void;
  readonly error?: ReactNode;
}

/** Which call or pilot: found by words, chosen from what fits them. */
export function CallField({ label, description, value, onChange, onChoose, error }: CallFieldProps) {
  const { t } = useTranslation('calls');
  const [asked] = useDebouncedValue(value.trim(), 200);
  const calls = useQuery({
    queryKey: ['call-choice', asked],
    queryFn: () =>
      answered(
        api.GET('/api/v1/opportunities', {
          params: {
            query: {
              limit: 10,
              order: asked === '' ? 'deadline' : 'words',
              ...(asked === '' ? {} : { search: asked }),
              ...(asked === '' ? { fits: 'true' } : {}),
            },
          },
        }),
      ),
  });
  const items = (calls.data?.items ?? []).filter(({ kind }) => kind !== 'cascade');
  const titles = new Map(items.map(({ identifier, title }) => [identifier, title]));
  return (
    <>
      <Autocomplete
        label={label}
        description={description}
        value={value}
        onChange={onChange}
        {...(onChoose === undefined ? {} : { onOptionSubmit: onChoose })}
        error={error}
        data={items.map(({ identifier }) => identifier)}
        filter={({ options }) => options}
        renderOption={({ option }) => (
          <div>
            <Text size="sm">{titles.get(option.value)}</Text>
            <Text size="xs" c="dimmed">
              {option.value}
            </Text>
          </div>
        )}
      />
      {calls.data?.items.length === 0 && asked !== '' && <Text size="sm">{t('noneHasWords')}</Text>}
    </>
  );
}
