import { Button, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { problemsByField } from '../../api/problem.js';
import { useShowCode } from '../../app/session/sign-in.js';
import { FormProblem } from '../../parts/states/form-problem.js';

const fields = ['code'];

/** The six digits of an authenticator app. */
export function CodeForm({ onShown }: { readonly onShown: () => void }) {
  const { t } = useTranslation('welcome');
  const [code, setCode] = useState('');
  const show = useShowCode();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    show.mutate(code.replaceAll(' ', ''), { onSuccess: onShown });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t('code.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          required
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={problemsByField(show.error, fields)['code']}
        />
        <FormProblem error={show.error} fields={fields} words={{ 'accounts.wrong-code': t('code.wrong') }} />
        <Button type="submit" loading={show.isPending}>
          {t('code.send')}
        </Button>
      </Stack>
    </form>
  );
}
