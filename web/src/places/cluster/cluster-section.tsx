import { Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { ProblemError } from '../../api/problem.js';
import { FormProblem } from '../../parts/states/form-problem.js';

interface ClusterSectionProps {
  readonly title: string;
  readonly lead: string;
  /** what the last change came to */
  readonly error: unknown;
  /** what the codes of refusals mean here */
  readonly words?: Readonly<Record<string, string>>;
  /** where one comes back to after signing in again; left out: the cluster's page */
  readonly next?: string;
  readonly children: ReactNode;
}

const stale = ['accounts.sign-in-again', 'accounts.second-factor-needed', 'accounts.session-not-found'];

/** One matter of the cluster. Where a change asks for a fresh sign-in, it leads there. */
export function ClusterSection({
  title,
  lead,
  error,
  words = {},
  next = '/cluster',
  children,
}: ClusterSectionProps) {
  const { t } = useTranslation('cluster');
  const code = error instanceof ProblemError ? error.code : '';
  const said = {
    'accounts.last-of-staff': t('people.last'),
    'accounts.already-staff': t('people.already'),
    'federation.agreement-exists': t('agreements.exists'),
    ...words,
  };
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Stack gap="sm">
        <Title order={2}>{title}</Title>
        <Text maw="44rem">{lead}</Text>
        {children}
        {stale.includes(code) ? (
          <Text c="var(--tessera-bad)" role="alert" size="sm">
            {t('again.text')}{' '}
            <Link to="/sign-in" search={{ next }}>
              {t('again.link')}
            </Link>
          </Text>
        ) : (
          <FormProblem error={error} fields={[]} words={said} />
        )}
      </Stack>
    </Paper>
  );
}
