import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Page } from '../../parts/page.js';
import { QueryState } from '../../parts/states/query-state.js';
import { DeadLetterTable } from './dead-letter-table.js';
import { QueueFigures } from './queue-figures.js';
import { RunTable } from './run-table.js';
import { SourceTable } from './source-table.js';
import { useDeadLetters, useOperations, useScoreRuns, useSources } from './use-operations.js';
import { WorkerTable } from './worker-table.js';

/** How the service is: what there is to do, who does it, what was given up, and how old the data are. */
export function OperationsPage() {
  const { t } = useTranslation('operations');
  const [operations, letters, runs, sources] = [
    useOperations(),
    useDeadLetters(),
    useScoreRuns(),
    useSources(),
  ];
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Part title={t('queue.title')}>
        <QueryState query={operations}>
          {(found) => (
            <Stack gap="md">
              <QueueFigures operations={found} />
              <WorkerTable workers={found.workers} />
            </Stack>
          )}
        </QueryState>
      </Part>
      <Part title={t('letters.title')}>
        <QueryState query={letters}>{({ items }) => <DeadLetterTable letters={items} />}</QueryState>
      </Part>
      <Part title={t('runs.title')}>
        <QueryState query={runs}>{({ items }) => <RunTable runs={items} />}</QueryState>
      </Part>
      <Part title={t('sources.title')}>
        <QueryState query={sources}>{({ items }) => <SourceTable sources={items} />}</QueryState>
      </Part>
    </Page>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>{title}</Title>
      {children}
    </Stack>
  );
}
