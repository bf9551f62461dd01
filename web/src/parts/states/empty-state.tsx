import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** what is not there: "No call fits yet" */
  readonly title: string;
  /** why, in a sentence */
  readonly why: string;
  /** the one action that would change it */
  readonly action?: ReactNode;
}

/** Nothing to show: says so, says why, and offers the one action that would change it. Never filled with something else. */
export function EmptyState({ title, why, action }: EmptyStateProps) {
  return (
    <Paper withBorder p="xl" role="status">
      <Stack gap="xs" align="flex-start">
        <Title order={2} size="h3">
          {title}
        </Title>
        <Text maw="40rem">{why}</Text>
        {action}
      </Stack>
    </Paper>
  );
}
