import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { LoadingState } from '../../parts/states/loading-state.js';
import { ProblemState } from '../../parts/states/problem-state.js';
import type { Sort } from './members-search.js';
import { MembersTable } from './members-table.js';
import type { useMembers } from './use-members.js';

interface MembersListProps {
  readonly members: ReturnType<typeof useMembers>;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly onClear: () => void;
}

/** The count and the table, page after page; what stands instead of them while there is none. */
export function MembersList({ members, sort, onSort, onClear }: MembersListProps) {
  const { t } = useTranslation('members');
  const format = useFormat();
  const first = members.data?.pages[0];
  if (first === undefined)
    return members.isError ? (
      <ProblemState error={members.error} onRetry={() => void members.refetch()} />
    ) : (
      <LoadingState lines={6} />
    );
  return (
    <Stack gap="md" aria-busy={members.isPlaceholderData}>
      <Text role="status">{t('count', { count: first.total, figure: format.number(first.total) })}</Text>
      {first.items.length === 0 ? (
        <EmptyState
          title={t('empty.noneFound')}
          why={t('empty.noneFoundWhy')}
          action={<Button onClick={onClear}>{t('filters.clear')}</Button>}
        />
      ) : (
        <MembersTable
          rows={members.data?.pages.flatMap(({ items }) => items) ?? []}
          sort={sort}
          onSort={onSort}
        />
      )}
      {members.hasNextPage && (
        <Group justify="center">
          <Button
            variant="default"
            loading={members.isFetchingNextPage}
            onClick={() => void members.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
