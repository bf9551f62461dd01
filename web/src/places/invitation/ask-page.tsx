import { Button, Paper, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { FormProblem } from '../../parts/states/form-problem.js';

const nothing = { name: '', organisation: '', email: '' };

/** Asks for the profile of the organisation one works for, with an address at its own domain; nobody is told who is a member. */
export function AskPage() {
  const { t, i18n } = useTranslation('invitation');
  const [said, setSaid] = useState(nothing);
  const ask = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/profile-requests', {
          body: { ...said, language: i18n.language === 'it' ? 'it' : 'en' },
        }),
      ),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask.mutate();
  };
  if (ask.isSuccess)
    return (
      <Page title={t('ask.title')}>
        <EmptyState title={t('ask.sent')} why={t('ask.sentText')} />
      </Page>
    );
  const field = (name: keyof typeof nothing, complete: string, most: number) => (
    <TextInput
      label={t(`ask.${name}`)}
      description={name === 'email' ? t('ask.emailText') : undefined}
      type={name === 'email' ? 'email' : 'text'}
      autoComplete={complete}
      required
      maxLength={most}
      w="100%"
      maw="26rem"
      value={said[name]}
      onChange={(event) => setSaid({ ...said, [name]: event.currentTarget.value })}
    />
  );
  return (
    <Page title={t('ask.title')} lead={t('ask.lead')}>
      <Paper withBorder p="md">
        <form onSubmit={submit} noValidate>
          <Stack gap="sm" align="flex-start">
            {field('name', 'name', 200)}
            {field('organisation', 'organization', 200)}
            {field('email', 'email', 254)}
            <FormProblem
              error={ask.error}
              fields={[]}
              words={{ 'accounts.free-mail-address': t('ask.freeMail') }}
            />
            <Button
              type="submit"
              loading={ask.isPending}
              disabled={Object.values(said).some((text) => text.trim() === '')}
            >
              {t('ask.button')}
            </Button>
          </Stack>
        </form>
      </Paper>
    </Page>
  );
}
