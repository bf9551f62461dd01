import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { useFormat } from '../../parts/format/use-format.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { LoadingState } from '../../parts/states/loading-state.js';
import { ProblemState } from '../../parts/states/problem-state.js';
import { WideTable } from '../../parts/table/wide-table.js';
import { ImportRow } from './import-row.js';
import type { Decisions } from './import-page.js';
import type { Import } from './upload.js';
import { verdicts, type Verdict } from './verdicts.js';

interface RowListProps {
  readonly run: Import;
  readonly decisions: Decisions;
  readonly onDecide: (line: number, organisation: string | null) => void;
}

const rowsPerPage = 50;

/** Row by row, all of them or those of one outcome. */
export function RowList({ run, decisions, onDecide }: RowListProps) {
  const { t } = useTranslation('imports');
  const { verdict } = useSearch({ from: '/imports/$id' });
  const rows = useInfiniteQuery({
    queryKey: ['imports', run.id, 'rows', run.state, verdict],
    initialPageParam: undefined as number | undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) => {
      const query = {
        limit: rowsPerPage,
        ...(verdict === undefined ? {} : { verdict }),
        ...(pageParam === undefined ? {} : { after: pageParam }),
      };
      return answered(api.GET('/api/v1/imports/{id}/rows', { params: { path: { id: run.id }, query } }));
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const items = rows.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack gap="sm">
      <Title order={2}>{t('rows.title')}</Title>
      <VerdictFilter run={run} chosen={verdict} />
      {rows.isPending && <LoadingState />}
      {rows.isError && items.length === 0 && (
        <ProblemState error={rows.error} onRetry={() => void rows.refetch()} />
      )}
      {rows.isSuccess && items.length === 0 && <EmptyState title={t('rows.none')} why={t('rows.noneWhy')} />}
      {items.length > 0 && (
        <WideTable caption={t('rows.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('rows.line')}</Table.Th>
              <Table.Th>{t('rows.outcome')}</Table.Th>
              <Table.Th>{t('rows.organisation')}</Table.Th>
              <Table.Th>{t('rows.what')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((row) => (
              <ImportRow
                key={row.line}
                row={row}
                decision={decisions.get(row.line) ?? null}
                onDecide={
                  run.state === 'previewed' ? (organisation) => onDecide(row.line, organisation) : null
                }
              />
            ))}
          </Table.Tbody>
        </WideTable>
      )}
      {rows.hasNextPage && (
        <Group justify="center">
          <Button
            variant="default"
            loading={rows.isFetchingNextPage}
            onClick={() => void rows.fetchNextPage()}
          >
            {t('rows.more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function VerdictFilter({ run, chosen }: { readonly run: Import; readonly chosen: Verdict | undefined }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const navigate = useNavigate();
  const show = (verdict: Verdict | undefined): void =>
    void navigate({
      to: '/imports/$id',
      params: { id: run.id },
      search: verdict === undefined ? {} : { verdict },
      replace: true,
      resetScroll: false,
    });
  const all = verdicts.reduce((sum, verdict) => sum + (run.counts[verdict] ?? 0), 0);
  return (
    <Group gap="xs" role="group" aria-label={t('rows.filter')}>
      <Button
        size="compact-md"
        variant={chosen === undefined ? 'filled' : 'default'}
        aria-pressed={chosen === undefined}
        onClick={() => show(undefined)}
      >
        {t('rows.all')} <Text span>&nbsp;{format.number(all)}</Text>
      </Button>
      {verdicts.map((verdict) => (
        <Button
          key={verdict}
          size="compact-md"
          variant={chosen === verdict ? 'filled' : 'default'}
          aria-pressed={chosen === verdict}
          disabled={(run.counts[verdict] ?? 0) === 0 && chosen !== verdict}
          onClick={() => show(verdict)}
        >
          {t(`verdicts.${verdict}`)} <Text span>&nbsp;{format.number(run.counts[verdict] ?? 0)}</Text>
        </Button>
      ))}
    </Group>
  );
}
