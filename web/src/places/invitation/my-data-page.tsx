import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { saveFile } from '../../parts/export/save-file.js';
import { Page } from '../../parts/page.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { QueryState } from '../../parts/states/query-state.js';

const known = [
  'account',
  'roles',
  'sessions',
  'consents',
  'contacts',
  'invitations',
  'seatContacts',
  'seatAnswers',
  'guestAnswers',
  'requests',
  'requestWords',
  'requestMessages',
  'guestRequests',
  'audit',
] as const;

/** What is held about whoever has signed in: to read, to take along, to have erased. */
export function MyDataPage() {
  const { t } = useTranslation('invitation');
  const data = useQuery({
    queryKey: ['me', 'data'],
    queryFn: () => answered(api.GET('/api/v1/me/data')),
  });
  return (
    <Page title={t('data.title')} lead={t('data.lead')}>
      <QueryState query={data}>
        {({ tables }) => (
          <Stack gap="xs">
            <Title order={2}>{t('data.tables')}</Title>
            {known.map((name) => (
              <Group key={name} justify="space-between" maw="30rem">
                <Text>{t(`data.table.${name}`)}</Text>
                <Text c="dimmed">{t('data.rows', { count: tables[name]?.length ?? 0 })}</Text>
              </Group>
            ))}
            <Button
              style={{ alignSelf: 'flex-start' }}
              onClick={() =>
                saveFile(
                  t('data.file'),
                  new Blob([JSON.stringify(tables, null, 2)], { type: 'application/json' }),
                )
              }
            >
              {t('data.load')}
            </Button>
          </Stack>
        )}
      </QueryState>
      <Erase />
    </Page>
  );
}

/** Ends everything; asked twice, since there is no undo on this page. */
function Erase() {
  const { t } = useTranslation('invitation');
  const [asked, setAsked] = useState(false);
  const client = useQueryClient();
  const navigate = useNavigate();
  const erase = useMutation({
    mutationFn: () => answered(api.DELETE('/api/v1/me')),
    onSuccess: async () => {
      client.clear();
      await navigate({ to: '/' });
    },
  });
  return (
    <Paper withBorder p="md">
      <Stack gap="sm" align="flex-start">
        <Title order={2}>{t('data.erase.title')}</Title>
        <Text maw="44rem">{t('data.erase.text')}</Text>
        <FormProblem error={erase.error} fields={[]} />
        {asked ? (
          <Group>
            <Button color="red" loading={erase.isPending} onClick={() => erase.mutate()}>
              {t('data.erase.sure')}
            </Button>
            <Button variant="default" onClick={() => setAsked(false)}>
              {t('data.erase.keep')}
            </Button>
          </Group>
        ) : (
          <Button variant="default" onClick={() => setAsked(true)}>
            {t('data.erase.button')}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}
