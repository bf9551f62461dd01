import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { problemsByField } from '../../api/problem.js';
import { useAskForLink } from '../../app/session/sign-in.js';
import { FormProblem } from '../../parts/states/form-problem.js';

const fields = ['email'];

/** Asks for a link by mail; says the same whether there is such an account or not. */
export function LinkForm() {
  const { t } = useTranslation('welcome');
  const [email, setEmail] = useState('');
  const ask = useAskForLink();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask.mutate(email);
  };
  if (ask.isSuccess) return <Text role="status">{t('link.sent')}</Text>;
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t('password.email')}
          type="email"
          autoComplete="username"
          autoFocus
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={problemsByField(ask.error, fields)['email']}
        />
        <FormProblem error={ask.error} fields={fields} />
        <Button type="submit" loading={ask.isPending}>
          {t('link.send')}
        </Button>
      </Stack>
    </form>
  );
}
