import { Anchor, Button, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { useFragment } from '../../parts/link/use-fragment.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { FormProblem } from '../../parts/states/form-problem.js';

/** "Remove me", for people without an account: by the link of a mail, or by a link that is sent to prove the address. */
export function RemoveMePage() {
  const { t } = useTranslation('invitation');
  const token = useFragment();
  return (
    <Page title={t('remove.me.title')} lead={t('removeMe.lead')}>
      {/^[A-Za-z0-9_-]{43}$/.test(token) ? <ByLink token={token} /> : <ByAddress />}
    </Page>
  );
}

/** Opening the page does nothing; mail scanners open it too. */
function ByLink({ token }: { readonly token: string }) {
  const { t } = useTranslation('invitation');
  const remove = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/invitations/remove', { body: { token } })),
  });
  if (remove.isSuccess) return <EmptyState title={t('remove.me.done')} why={t('remove.me.left')} />;
  return (
    <Paper withBorder p="md">
      <Stack gap="sm" align="flex-start">
        <Text maw="44rem">{t('removeMe.text')}</Text>
        <FormProblem
          error={remove.error}
          fields={[]}
          words={{ 'accounts.invitation-not-found': t('removeMe.useless') }}
        />
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
          {t('remove.me.button')}
        </Button>
        {remove.isError && (
          <Anchor component={Link} to="/remove-me">
            {t('removeMe.another')}
          </Anchor>
        )}
      </Stack>
    </Paper>
  );
}

function ByAddress() {
  const { t, i18n } = useTranslation('invitation');
  const [email, setEmail] = useState('');
  const ask = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/removals/ask', { body: { email, language: i18n.language === 'it' ? 'it' : 'en' } }),
      ),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask.mutate();
  };
  if (ask.isSuccess) return <EmptyState title={t('ended.sent')} why={t('removeMe.sent')} />;
  return (
    <Paper withBorder p="md">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm" align="flex-start">
          <Text maw="44rem">{t('removeMe.prove')}</Text>
          <TextInput
            label={t('colleague.email')}
            type="email"
            autoComplete="email"
            required
            w="100%"
            maw="26rem"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <FormProblem error={ask.error} fields={[]} />
          <Button type="submit" loading={ask.isPending} disabled={email.trim() === ''}>
            {t('removeMe.button')}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}
