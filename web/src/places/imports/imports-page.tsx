import { Stack, Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { useFormat } from '../../parts/format/use-format.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { WideTable } from '../../parts/table/wide-table.js';
import { DropZone } from './drop-zone.js';
import type { Import } from './upload.js';
import { verdicts } from './verdicts.js';

/** Member lists: taken in by dropping a file. */
export function ImportsPage() {
  const { t } = useTranslation('imports');
  const imports = useQuery({
    queryKey: ['imports', 'list'],
    queryFn: () => answered(api.GET('/api/v1/imports')),
  });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <DropZone />
      <Stack gap="sm">
        <Title order={2}>{t('list.title')}</Title>
        <QueryState query={imports}>
          {({ items }) => <ImportTable imports={items.filter(({ source }) => source === 'members')} />}
        </QueryState>
      </Stack>
    </Page>
  );
}

function ImportTable({ imports }: { readonly imports: readonly Import[] }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  if (imports.length === 0) return <EmptyState title={t('list.none')} why={t('list.noneWhy')} />;
  return (
    <WideTable caption={t('list.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('list.file')}</Table.Th>
          <Table.Th>{t('list.state')}</Table.Th>
          <Table.Th>{t('list.rows')}</Table.Th>
          <Table.Th>{t('list.when')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {imports.map((run) => (
          <Table.Tr key={run.id}>
            <Table.Th scope="row" fw={400} miw="12rem" style={{ overflowWrap: 'anywhere' }}>
              <AnchorLink to="/imports/$id" params={{ id: run.id }} fw={600}>
                {run.fileName}
              </AnchorLink>
            </Table.Th>
            <Table.Td>{t(`states.${run.state}`)}</Table.Td>
            <Table.Td>
              {verdicts
                .filter((verdict) => (run.counts[verdict] ?? 0) > 0)
                .map((verdict) => `${t(`verdicts.${verdict}`)}: ${format.number(run.counts[verdict] ?? 0)}`)
                .join(' · ')}
            </Table.Td>
            <Table.Td>{format.dateTime(run.appliedAt ?? run.createdAt)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
