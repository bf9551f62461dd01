import { Button, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { useRecoveryCode } from '../../app/session/sign-in.js';
import { FormProblem } from '../../parts/states/form-problem.js';

/** One of the ten codes that were kept for this day. */
export function RecoveryCodeForm({ onShown }: { readonly onShown: () => void }) {
  const { t } = useTranslation('welcome');
  const [code, setCode] = useState('');
  const use = useRecoveryCode();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    use.mutate(code, { onSuccess: onShown });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t('factor.recoveryCode')}
          autoComplete="off"
          autoFocus
          required
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <FormProblem
          error={use.error}
          fields={[]}
          words={{ 'accounts.wrong-code': t('factor.recoveryWrong') }}
        />
        <Button type="submit" loading={use.isPending}>
          {t('code.send')}
        </Button>
      </Stack>
    </form>
  );
}
