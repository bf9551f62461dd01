import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { usePasskeyFactor } from '../../app/session/passkey.js';
import { CodeForm } from './code-form.js';
import { PasskeyProblem } from './passkey-problem.js';
import { RecoveryCodeForm } from './recovery-code-form.js';

interface SecondFactorFormProps {
  /** what may be shown, of `code`, `passkey` and `recovery-code` */
  readonly ways: readonly string[];
  readonly onShown: () => void;
}

/** The second factor, in whichever way one has. */
export function SecondFactorForm({ ways, onShown }: SecondFactorFormProps) {
  const { t } = useTranslation('welcome');
  const [lost, setLost] = useState(false);
  const passkey = usePasskeyFactor();
  return (
    <Stack>
      {lost && <RecoveryCodeForm onShown={onShown} />}
      {!lost && ways.includes('code') && <CodeForm onShown={onShown} />}
      {!lost && ways.includes('passkey') && (
        <Button
          variant={ways.includes('code') ? 'default' : 'filled'}
          loading={passkey.isPending}
          onClick={() => passkey.mutate(undefined, { onSuccess: onShown })}
        >
          {t('passkey.use')}
        </Button>
      )}
      <PasskeyProblem error={passkey.error} />
      {ways.includes('recovery-code') && (
        <Button variant="subtle" onClick={() => setLost(!lost)}>
          {lost ? t('factor.code') : t('factor.recovery')}
        </Button>
      )}
    </Stack>
  );
}
