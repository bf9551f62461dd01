import { Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { FindOrganisation } from '../../parts/organisation/find-organisation.js';
import { QueryState } from '../../parts/states/query-state.js';
import { FormProblem } from '../../parts/states/form-problem.js';

type Kind = 'never-match' | 'hide-from';
const kinds: readonly Kind[] = ['never-match', 'hide-from'];
const key = ['own-profile', 'exclusions'];

/** With whom one never wants to be matched; nobody else is told. */
export function Exclusions() {
  const { t } = useTranslation('invitation');
  const [kind, setKind] = useState<Kind>('never-match');
  const client = useQueryClient();
  const excluded = useQuery({
    queryKey: key,
    queryFn: () => answered(api.GET('/api/v1/own-profile/exclusions')),
  });
  const keep = { onSuccess: (data: unknown) => client.setQueryData(key, data) };
  const add = useMutation({
    ...keep,
    mutationFn: (organisation: string) =>
      answered(
        api.PUT('/api/v1/own-profile/exclusions/{organisation}', {
          params: { path: { organisation } },
          body: { kind },
        }),
      ),
  });
  const remove = useMutation({
    ...keep,
    mutationFn: (organisation: string) =>
      answered(
        api.DELETE('/api/v1/own-profile/exclusions/{organisation}', { params: { path: { organisation } } }),
      ),
  });
  return (
    <Stack gap="xs" component="section" aria-labelledby="exclusions">
      <Title order={2} id="exclusions">
        {t('exclusions.title')}
      </Title>
      <Text c="dimmed" maw="44rem">
        {t('exclusions.text')}
      </Text>
      <QueryState query={excluded}>
        {({ items }) => (
          <Stack gap="xs" component="ul" p={0} m={0}>
            {items.map(({ organisation, name, kind: said }) => (
              <Paper key={organisation} withBorder p="sm" component="li" style={{ listStyle: 'none' }}>
                <Group justify="space-between">
                  <div>
                    <Text>{name}</Text>
                    <Text size="sm" c="dimmed">
                      {t(`exclusions.${said === 'hide-from' ? 'hide-from' : 'never-match'}`)}
                    </Text>
                  </div>
                  <Button variant="default" onClick={() => remove.mutate(organisation)}>
                    {t('exclusions.takeBack')}
                  </Button>
                </Group>
              </Paper>
            ))}
          </Stack>
        )}
      </QueryState>
      <NativeSelect
        label={t('exclusions.kind')}
        maw="24rem"
        data={kinds.map((value) => ({ value, label: t(`exclusions.${value}`) }))}
        value={kind}
        onChange={({ currentTarget }) =>
          setKind(currentTarget.value === 'hide-from' ? 'hide-from' : 'never-match')
        }
      />
      <FormProblem error={add.error ?? remove.error} fields={[]} />
      <FindOrganisation
        label={t('exclusions.search')}
        found={(count) => t('exclusions.found', { count })}
        add={t('exclusions.add')}
        addNamed={(name) => t('exclusions.addName', { name })}
        onAdd={(organisation) => add.mutate(organisation)}
      />
    </Stack>
  );
}
