import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { linkToken } from './link-token.js';

type What = 'me' | 'organisation';

/** "Remove me" and "remove our company": without signing in. Opening the page does nothing; mail scanners open it too. */
export function RemovePage() {
  const { t } = useTranslation('invitation');
  const token = linkToken();
  const remove = useMutation({
    mutationFn: (what: What) => {
      const body = { token: token ?? '' };
      return answered(
        what === 'me'
          ? api.POST('/api/v1/invitations/remove', { body })
          : api.POST('/api/v1/invitations/remove-organisation', { body }),
      );
    },
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
        <EmptyState title={t(`remove.${remove.variables}.done`)} why={t(`remove.${remove.variables}.left`)} />
      </Page>
    );
  return (
    <Page title={t('remove.title')} lead={t('remove.lead')}>
      {(['me', 'organisation'] as const).map((what) => (
        <Paper key={what} withBorder p="md">
          <Stack gap="sm" align="flex-start">
            <Title order={2}>{t(`remove.${what}.title`)}</Title>
            <Text maw="44rem">{t(`remove.${what}.text`)}</Text>
            {remove.variables === what && (
              <FormProblem
                error={remove.error}
                fields={[]}
                words={{
                  'accounts.invitation-not-found': t('useless.text'),
                  'accounts.invitation-ended': t('useless.text'),
                  'accounts.not-yours-to-remove': t('remove.organisation.notYours'),
                }}
              />
            )}
            <Button
              color="red"
              variant={what === 'me' ? 'filled' : 'outline'}
              loading={remove.isPending && remove.variables === what}
              onClick={() => remove.mutate(what)}
            >
              {t(`remove.${what}.button`)}
            </Button>
          </Stack>
        </Paper>
      ))}
    </Page>
  );
}
