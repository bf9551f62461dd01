import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { linkToken } from './link-token.js';

/** "Remove me": without signing in. Opening the page does nothing; mail scanners open it too. */
export function RemovePage() {
  const { t } = useTranslation('invitation');
  const token = linkToken();
  const remove = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/invitations/remove', { body: { token: token ?? '' } })),
  });
  if (token === null)
    return (
      <Page title={t('remove.title')}>
        <EmptyState title={t('useless.title')} why={t('useless.text')} />
      </Page>
    );
  if (remove.isSuccess)
    return (
      <Page title={t('remove.title')}>
        <EmptyState title={t('remove.done.title')} why={t('remove.done.text')} />
      </Page>
    );
  return (
    <Page title={t('remove.title')} lead={t('remove.lead')}>
      <Paper withBorder p="md">
        <Stack gap="sm" align="flex-start">
          <Title order={2}>{t('remove.me.title')}</Title>
          <Text maw="44rem">{t('remove.me.text')}</Text>
          <FormProblem
            error={remove.error}
            fields={[]}
            words={{ 'accounts.invitation-not-found': t('useless.text') }}
          />
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('remove.me.button')}
          </Button>
        </Stack>
      </Paper>
    </Page>
  );
}
