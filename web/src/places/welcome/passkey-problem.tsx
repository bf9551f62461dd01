import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { ProblemError } from '../../api/problem.js';

/** Why a passkey did not open: the browser says nothing useful of it, and the service little. */
export function PasskeyProblem({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('welcome');
  if (!error) return null;
  const nameless = error instanceof ProblemError && error.code === 'accounts.passkeys-need-a-name';
  return (
    <Text c="var(--tessera-bad)" role="alert" size="sm">
      {nameless ? t('passkey.name') : t('passkey.failed')}
    </Text>
  );
}
