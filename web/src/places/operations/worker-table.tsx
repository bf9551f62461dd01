import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { components } from '../../api/schema.js';
import { useFormat } from '../../parts/format/use-format.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { WideTable } from '../../parts/table/wide-table.js';

type Worker = components['schemas']['WorkerResponse'];

/** Processes that take part in the work. */
export function WorkerTable({ workers }: { readonly workers: readonly Worker[] }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  if (workers.length === 0) return <EmptyState title={t('workers.none')} why={t('workers.noneWhy')} />;
  return (
    <WideTable caption={t('workers.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('workers.title')}</Table.Th>
          <Table.Th>{t('workers.does')}</Table.Th>
          <Table.Th>{t('workers.heard')}</Table.Th>
          <Table.Th>{t('workers.state')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {workers.map(({ id, host, pid, roles, beatAt, taking, skewMs }) => (
          <Table.Tr key={id}>
            <Table.Th scope="row">{`${host} · ${pid}`}</Table.Th>
            <Table.Td>{roles.join(', ')}</Table.Td>
            <Table.Td>{format.dateTime(beatAt)}</Table.Td>
            <Table.Td>
              {t(taking ? 'workers.taking' : 'workers.resting')}
              {skewMs !== null && ` · ${t('workers.skew', { ms: format.number(skewMs) })}`}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
