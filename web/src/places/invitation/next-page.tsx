import { Anchor, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { useTell } from '../../parts/feedback/use-tell.js';
import { Page } from '../../parts/page.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { Exclusions } from './exclusions.js';

/** Confirmed: what can be said next, none of it needed. */
export function NextPage() {
  const { t } = useTranslation('invitation');
  return (
    <Page
      title={t('next.title')}
      lead={t('next.lead')}
      actions={
        <Button component={Link} to="/">
          {t('next.go')}
        </Button>
      }
    >
      <Colleague />
      <Exclusions />
      <Text size="sm">
        <Anchor component={Link} to="/my-data">
          {t('next.data')}
        </Anchor>
      </Text>
    </Page>
  );
}

/** Makes a colleague an editor, in one step. */
function Colleague() {
  const { t, i18n } = useTranslation('invitation');
  const tell = useTell();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const invite = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/colleagues', {
          body: { name, email, language: i18n.language === 'it' ? 'it' : 'en' },
        }),
      ),
    onSuccess: () => {
      tell(t('colleague.done', { name }));
      setName('');
      setEmail('');
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    invite.mutate();
  };
  return (
    <Stack gap="xs" component="section" aria-labelledby="colleague">
      <Title order={2} id="colleague">
        {t('colleague.title')}
      </Title>
      <Text c="dimmed">{t('colleague.text')}</Text>
      <form onSubmit={submit} noValidate>
        <Group align="flex-end">
          <TextInput
            label={t('colleague.name')}
            autoComplete="off"
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t('colleague.email')}
            type="email"
            autoComplete="off"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Button
            type="submit"
            loading={invite.isPending}
            disabled={name.trim() === '' || email.trim() === ''}
          >
            {t('colleague.button')}
          </Button>
        </Group>
        <FormProblem error={invite.error} fields={[]} />
      </form>
    </Stack>
  );
}
