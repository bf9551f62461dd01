import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconNews, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { hasRole, useMe } from '../../app/session/use-me.js';
import { useFormat } from '../../parts/format/use-format.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { LoadingState } from '../../parts/states/loading-state.js';
import { ProblemState } from '../../parts/states/problem-state.js';
import { PartMap } from './part-map.js';
import { RadarFilters } from './radar-filters.js';
import type { RadarSearch } from './radar-search.js';
import { RadarTable } from './radar-table.js';
import { RadarTabs } from './radar-tabs.js';
import { radarCsvAddress, useRadar } from './use-radar.js';

/** Calls, pilots and windows against the cluster's pool. */
export function RadarPage() {
  const { t, i18n } = useTranslation('radar');
  const format = useFormat();
  const me = useMe();
  const search = useSearch({ from: '/radar' });
  const navigate = useNavigate();
  const radar = useRadar(search);
  const first = radar.data?.pages[0];
  const change = (changed: Partial<Record<keyof RadarSearch, unknown>>): void =>
    void navigate({
      to: '/radar',
      search: (before: Record<string, unknown>) => ({ ...before, ...changed }) as never,
      replace: true,
      resetScroll: false,
    });
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          {hasRole(me, ['officer']) && (
            <Button
              component={Link}
              to="/radar/by-hand"
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
            >
              {t('hand.open')}
            </Button>
          )}
          <Button
            component={Link}
            to="/radar/newsletter"
            variant="default"
            leftSection={<IconNews size={16} aria-hidden />}
          >
            {t('newsletter.open')}
          </Button>
          <Button
            component="a"
            href={radarCsvAddress(search, i18n.language)}
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('csv')}
          </Button>
        </>
      }
    >
      <RadarTabs shown="members" />
      <RadarFilters search={search} radar={first} onChange={change} />
      {radar.isError && first === undefined && (
        <ProblemState error={radar.error} onRetry={() => void radar.refetch()} />
      )}
      {first === undefined && !radar.isError && <LoadingState lines={6} />}
      {first !== undefined && (
        <Stack gap="md" aria-busy={radar.isPlaceholderData}>
          <Text role="status">
            {t('count', { count: first.total, all: first.all, members: format.number(first.members) })}
            {first.countedAt === null
              ? ` ${t('notCounted')}`
              : ` ${t('countedAt', { at: format.dateTime(first.countedAt) })}`}
          </Text>
          {first.items.length === 0 ? (
            <NothingFound
              all={first.all}
              members={first.members}
              onClear={() => void navigate({ to: '/radar' })}
            />
          ) : (
            <RadarTable
              rows={radar.data?.pages.flatMap(({ items }) => items) ?? []}
              parts={first.parts}
              sort={search.sort ?? 'fit'}
              onSort={(sort) => change({ sort: sort === 'fit' ? undefined : sort })}
            />
          )}
          {radar.hasNextPage && (
            <Group justify="center">
              <Button
                variant="default"
                loading={radar.isFetchingNextPage}
                onClick={() => void radar.fetchNextPage()}
              >
                {t('more')}
              </Button>
            </Group>
          )}
          {first.all > 0 && (
            <PartMap
              parts={first.parts}
              chosen={search.part}
              onChoose={(part, cover) => change({ part, cover })}
            />
          )}
        </Stack>
      )}
    </Page>
  );
}

interface NothingFoundProps {
  readonly all: number;
  readonly members: number;
  readonly onClear: () => void;
}

function NothingFound({ all, members, onClear }: NothingFoundProps) {
  const { t } = useTranslation('radar');
  if (all === 0) return <EmptyState title={t('empty.noCalls')} why={t('empty.noCallsWhy')} />;
  if (members === 0)
    return (
      <EmptyState
        title={t('empty.noMembers')}
        why={t('empty.noMembersWhy')}
        action={
          <Button component={Link} to="/imports">
            {t('empty.toImports')}
          </Button>
        }
      />
    );
  return (
    <EmptyState
      title={t('empty.noneFound')}
      why={t('empty.noneFoundWhy')}
      action={<Button onClick={onClear}>{t('clear')}</Button>}
    />
  );
}
