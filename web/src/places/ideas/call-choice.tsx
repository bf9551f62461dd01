import { Autocomplete, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';

interface CallChoiceProps {
  readonly chosen: string | null;
  readonly onChoose: (identifier: string) => void;
}

/** Which call one wants to join: found by words, chosen from what fits them. */
export function CallChoice({ chosen, onChoose }: CallChoiceProps) {
  const { t } = useTranslation('ideas');
  const [words, setWords] = useState(chosen ?? '');
  const [asked] = useDebouncedValue(words.trim(), 200);
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
        label={t('join.label')}
        description={t('join.hint')}
        value={words}
        onChange={setWords}
        onOptionSubmit={onChoose}
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
      {calls.data?.items.length === 0 && asked !== '' && <Text size="sm">{t('join.nothing')}</Text>}
    </>
  );
}
