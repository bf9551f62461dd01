import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { asksForSignIn, ProblemError } from '../../api/problem.js';
import { Said } from './said.js';
import { ToSignIn } from './to-sign-in.js';

interface ProblemStateProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

type Kind = 'away' | 'signIn' | 'notAllowed' | 'notFound' | 'refused' | 'broken';

function kindOf(error: unknown): Kind {
  if (!(error instanceof ProblemError)) return 'broken';
  if (error.status === 0 || error.status === 503) return 'away';
  if (error.status === 401 || asksForSignIn(error)) return 'signIn';
  if (error.status === 403) return 'notAllowed';
  if (error.status === 404) return 'notFound';
  return error.status < 500 ? 'refused' : 'broken';
}

/** What the service said instead of an answer, with what can be done about it. */
export function ProblemState({ error, onRetry }: ProblemStateProps) {
  const { t } = useTranslation();
  const kind = kindOf(error);
  const problem = error instanceof ProblemError ? error : null;
  const said =
    (kind === 'refused' || kind === 'notFound' || asksForSignIn(error)) && problem?.detail ? problem : null;
  const again = onRetry && (kind === 'away' || kind === 'broken');
  return (
    <Paper withBorder p="lg" role="alert">
      <Stack gap="xs" align="flex-start">
        <Title order={2} size="h3">
          {t(`problem.${kind}.title`)}
        </Title>
        <Text maw="40rem">{t(`problem.${kind}.text`)}</Text>
        {said && (
          <Text size="sm" c="dimmed">
            <Said problem={said} />
          </Text>
        )}
        <Group>
          {again && <Button onClick={onRetry}>{t('problem.retry')}</Button>}
          {kind === 'signIn' && <ToSignIn />}
        </Group>
        {kind === 'broken' && problem?.correlationId && (
          <Text size="sm" c="dimmed">
            {t('problem.reference', { id: problem.correlationId })}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
