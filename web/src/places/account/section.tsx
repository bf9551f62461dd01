import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { FormProblem } from '../../parts/states/form-problem.js';

interface SectionProps {
  readonly title: string;
  readonly lead: string;
  /** what the last change came to */
  readonly error: unknown;
  readonly children: ReactNode;
}

/** One matter of the account. */
export function Section({ title, lead, error, children }: SectionProps) {
  const { t } = useTranslation('account');
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={2}>{title}</Title>
        <Text maw="44rem">{lead}</Text>
        {children}
        <FormProblem
          error={error}
          fields={[]}
          words={{
            'accounts.bad-user': t('name.bad'),
            'accounts.wrong-sign-in': t('password.wrong'),
            'accounts.bad-password': t('password.bad'),
            'accounts.passkeys-need-a-name': t('passkeys.nameless'),
          }}
        />
      </Stack>
    </Paper>
  );
}
