import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

import { FormProblem } from '../../parts/states/form-problem.js';

interface ClusterSectionProps {
  readonly title: string;
  readonly lead: string;
  /** what the last change came to */
  readonly error: unknown;
  readonly children: ReactNode;
}

/** One matter of the cluster. */
export function ClusterSection({ title, lead, error, children }: ClusterSectionProps) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Stack gap="sm">
        <Title order={2}>{title}</Title>
        <Text maw="44rem">{lead}</Text>
        {children}
        <FormProblem error={error} fields={[]} />
      </Stack>
    </Paper>
  );
}
