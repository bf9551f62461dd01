import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { problemsByField } from '../../api/problem.js';
import { useSignIn, type SignedIn } from '../../app/session/sign-in.js';
import { FormProblem } from '../../parts/states/form-problem.js';

const fields = ['email', 'password'];

interface PasswordFormProps {
  readonly onSignedIn: (signedIn: SignedIn) => void;
}

/** Mail address and password. */
export function PasswordForm({ onSignedIn }: PasswordFormProps) {
  const { t } = useTranslation('welcome');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const problems = problemsByField(signIn.error, fields);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signIn.mutate({ email, password }, { onSuccess: onSignedIn });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t('password.email')}
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={problems['email']}
        />
        <PasswordInput
          label={t('password.password')}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={problems['password']}
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        />
        <FormProblem
          error={signIn.error}
          fields={fields}
          words={{ 'accounts.wrong-sign-in': t('password.wrong') }}
        />
        <Button type="submit" loading={signIn.isPending}>
          {t('signIn')}
        </Button>
      </Stack>
    </form>
  );
}
