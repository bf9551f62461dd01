import { Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { ProblemError } from '../../api/problem.js';
import { FormProblem } from '../../parts/states/form-problem.js';

interface SectionProps {
  readonly title: string;
  readonly lead: string;
  /** what the last change came to */
  readonly error: unknown;
  readonly children: ReactNode;
}

/** One matter of the account. Where a change asks for a fresh sign-in, it leads there. */
export function Section({ title, lead, error, children }: SectionProps) {
  const { t } = useTranslation('account');
  const code = error instanceof ProblemError ? error.code : null;
  const stale = code === 'accounts.sign-in-again' || code === 'accounts.second-factor-needed';
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={2}>{title}</Title>
        <Text maw="44rem">{lead}</Text>
        {children}
        {stale ? (
          <Text c="var(--tessera-bad)" role="alert" size="sm">
            {t('again.text')}{' '}
            <Link to="/sign-in" search={{ next: '/account' }}>
              {t('again.link')}
            </Link>
          </Text>
        ) : (
          <FormProblem
            error={error}
            fields={[]}
            words={{
              'accounts.last-second-factor': t('last'),
              'accounts.wrong-code': t('authenticator.wrong'),
              'accounts.bad-user': t('name.bad'),
              'accounts.bad-password': t('password.bad'),
              'accounts.wrong-sign-in': t('password.wrong'),
              'accounts.too-many-tries': t('tooMany'),
              'accounts.passkeys-need-a-name': t('passkeys.nameless'),
            }}
          />
        )}
      </Stack>
    </Paper>
  );
}
