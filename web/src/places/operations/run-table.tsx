import { Progress, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { components } from '../../api/schema.js';
import { useFormat } from '../../parts/format/use-format.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { WideTable } from '../../parts/table/wide-table.js';

type Run = components['schemas']['ScoreRunResponse'];

/** The last score runs: how far, how long, and which lists are shown. */
export function RunTable({ runs }: { readonly runs: readonly Run[] }) {
  const { t } = useTranslation('operations');
  if (runs.length === 0) return <EmptyState title={t('runs.none')} why={t('runs.noneWhy')} />;
  return (
    <WideTable caption={t('runs.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('runs.begun')}</Table.Th>
          <Table.Th>{t('runs.state')}</Table.Th>
          <Table.Th>{t('runs.progress')}</Table.Th>
          <Table.Th>{t('runs.opportunities')}</Table.Th>
          <Table.Th>{t('runs.model')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {runs.map((run) => (
          <RunRow key={run.id} run={run} />
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function RunRow({ run }: { readonly run: Run }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const { total, done, parked, secondsLeft } = run.progress;
  const share = total === 0 ? 0 : (done + parked) / total;
  return (
    <Table.Tr>
      <Table.Th scope="row">{format.dateTime(run.createdAt)}</Table.Th>
      <Table.Td>
        {t(`runs.states.${run.state}`)}
        {run.current && ` · ${t('runs.current')}`}
        {run.problem !== null && (
          <Text size="sm" lang="en">
            {run.problem}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Progress value={share * 100} aria-label={t('runs.progress')} />
        <Text size="sm" c="dimmed">
          {t('runs.blocks', { done: format.number(done), total: format.number(total) })}
          {parked > 0 && ` · ${t('runs.parked', { count: parked })}`}
          {secondsLeft !== null &&
            secondsLeft > 0 &&
            ` · ${t('queue.seconds', { count: Math.round(secondsLeft) })}`}
        </Text>
      </Table.Td>
      <Table.Td>{format.number(run.opportunities)}</Table.Td>
      <Table.Td>{run.model}</Table.Td>
    </Table.Tr>
  );
}
