import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { FormProblem } from '../states/form-problem.js';

interface FindOrganisationProps {
  readonly label: string;
  /** `3 found` */
  readonly found: (count: number) => string;
  readonly add: string;
  /** `Add Rigentra S.r.l.` */
  readonly addNamed: (name: string) => string;
  readonly onAdd: (id: string, name: string) => void;
}

/** A search for an organisation by name, and what to do with the one that is found. */
export function FindOrganisation({ label, found: foundWords, add, addNamed, onAdd }: FindOrganisationProps) {
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search.trim(), 300);
  const found = useQuery({
    queryKey: ['organisations', asked],
    enabled: asked.length >= 2,
    queryFn: () =>
      answered(api.GET('/api/v1/organisations', { params: { query: { search: asked, limit: 8 } } })),
  });
  return (
    <Stack gap="xs">
      <TextInput
        type="search"
        label={label}
        maw="24rem"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <FormProblem error={found.error} fields={[]} />
      {found.data && (
        <>
          <Text size="sm" role="status" c="dimmed">
            {foundWords(found.data.total)}
          </Text>
          {found.data.items.map(({ id, legalName, city }) => (
            <Group key={id} justify="space-between">
              <Text flex="1 1 12rem">{[legalName, city].filter(Boolean).join(', ')}</Text>
              <Button
                variant="light"
                aria-label={addNamed(legalName)}
                onClick={() => {
                  onAdd(id, legalName);
                  setSearch('');
                }}
              >
                {add}
              </Button>
            </Group>
          ))}
        </>
      )}
    </Stack>
  );
}
