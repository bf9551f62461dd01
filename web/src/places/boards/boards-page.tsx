import { Badge, Button, Group, Stack, Switch, Table, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { hasRole, useMe } from '../../app/session/use-me.js';
import { useFormat } from '../../parts/format/use-format.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { LoadingState } from '../../parts/states/loading-state.js';
import { ProblemState } from '../../parts/states/problem-state.js';
import { WideTable } from '../../parts/table/wide-table.js';
import { useBoards, type BoardLine } from './use-board.js';

const OutcomesAsked = lazy(async () => ({ default: (await import('./outcomes-asked.js')).OutcomesAsked }));
const StartBoard = lazy(async () => ({ default: (await import('./start-board.js')).StartBoard }));

/** Consortia being put together, and where a new one starts. */
export function BoardsPage() {
  const { t } = useTranslation('boards');
  const { from, dropped = false } = useSearch({ from: '/consortia' });
  const mayStart = hasRole(useMe(), ['officer']);
  const [starting, setStarting] = useState(from !== undefined);
  const start = mayStart ? <Button onClick={() => setStarting(true)}>{t('start.open')}</Button> : undefined;
  return (
    <Page title={t('title')} lead={t('lead')} actions={starting ? undefined : start}>
      {starting && mayStart && (
        <Suspense fallback={<LoadingState lines={1} />}>
          <StartBoard from={from ?? null} onCancel={() => setStarting(false)} />
        </Suspense>
      )}
      <Suspense>
        <OutcomesAsked />
      </Suspense>
      <BoardsFound dropped={dropped} action={starting ? undefined : start} />
    </Page>
  );
}

interface BoardsFoundProps {
  readonly dropped: boolean;
  /** starts one; undefined for who may not, or does so already */
  readonly action: ReactNode;
}

function BoardsFound({ dropped, action }: BoardsFoundProps) {
  const { t } = useTranslation('boards');
  const navigate = useNavigate();
  const boards = useBoards(dropped);
  const first = boards.data?.pages[0];
  if (first === undefined)
    return boards.isError ? (
      <ProblemState error={boards.error} onRetry={() => void boards.refetch()} />
    ) : (
      <LoadingState />
    );
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text role="status">{t('list.count', { count: first.total })}</Text>
        <Switch
          label={t('list.dropped')}
          checked={dropped}
          onChange={({ currentTarget: { checked } }) =>
            void navigate({
              to: '/consortia',
              search: (checked ? { dropped: true } : {}) as never,
              replace: true,
              resetScroll: false,
            })
          }
        />
      </Group>
      {first.items.length === 0 ? (
        <EmptyState
          title={t('list.none.title')}
          why={t(action === undefined ? 'list.none.whyReader' : 'list.none.why')}
          action={action}
        />
      ) : (
        <BoardTable lines={boards.data?.pages.flatMap(({ items }) => items) ?? []} />
      )}
      {boards.hasNextPage && (
        <Group justify="center">
          <Button
            variant="default"
            loading={boards.isFetchingNextPage}
            onClick={() => void boards.fetchNextPage()}
          >
            {t('list.more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function BoardTable({ lines }: { readonly lines: readonly BoardLine[] }) {
  const { t } = useTranslation('boards');
  const format = useFormat();
  return (
    <WideTable caption={t('list.caption')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('list.title')}</Table.Th>
          <Table.Th>{t('list.state')}</Table.Th>
          <Table.Th>{t('list.openNeeds')}</Table.Th>
          <Table.Th>{t('list.seats')}</Table.Th>
          <Table.Th>{t('list.changed')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(
          ({ id, title, opportunityIdentifier, state, needs, openNeeds, seats, seatsHeld, changedAt }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row" fw={400} miw="16rem" maw="32rem" style={{ overflowWrap: 'anywhere' }}>
                <AnchorLink to="/consortia/$id" params={{ id }} fw={600}>
                  {title}
                </AnchorLink>
                <Text size="sm" c="dimmed">
                  {opportunityIdentifier ?? t('list.idea')}
                </Text>
              </Table.Th>
              <Table.Td>
                <Badge variant="light" c="var(--mantine-color-text)">
                  {t(`states.${state}`)}
                </Badge>
              </Table.Td>
              <Table.Td>{t('list.of', { some: openNeeds, all: needs })}</Table.Td>
              <Table.Td>{t('list.of', { some: seatsHeld, all: seats })}</Table.Td>
              <Table.Td>{format.dateTime(changedAt)}</Table.Td>
            </Table.Tr>
          ),
        )}
      </Table.Tbody>
    </WideTable>
  );
}
