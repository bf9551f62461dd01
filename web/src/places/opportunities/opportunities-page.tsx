import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconBookmark, IconDownload, IconSearch } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { LoadingState } from '../../parts/states/loading-state.js';
import { ProblemState } from '../../parts/states/problem-state.js';
import { FoundCallRow } from './found-call-row.js';
import { OpportunityFilters } from './opportunity-filters.js';
import type { OpportunitiesSearch } from './opportunities-search.js';
import { tableAddress, useOpportunities, type FoundCall } from './use-opportunities.js';
import classes from './opportunities-page.module.css';

const DeadlineTimeline = lazy(async () => ({
  default: (await import('../../parts/pictures/deadline-timeline.js')).DeadlineTimeline,
}));

/** All calls: search, filters with exact counts, the list. */
export function OpportunitiesPage() {
  const { t } = useTranslation('opportunities');
  const search = useSearch({ from: '/opportunities' });
  const navigate = useNavigate({ from: '/opportunities' });
  const found = useOpportunities(search);
  const narrow = (next: OpportunitiesSearch): void => void navigate({ search: next, replace: true });
  const first = found.data?.pages[0];
  const calls = found.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Button
            component={Link}
            to="/saved"
            variant="default"
            leftSection={<IconBookmark size={16} aria-hidden />}
          >
            {t('toSaved')}
          </Button>
          <Button
            component="a"
            href={tableAddress(search)}
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('csv')}
          </Button>
        </>
      }
    >
      <SearchForm key={search.search ?? ''} search={search} onSearch={narrow} />
      <div className={classes['columns']}>
        <OpportunityFilters search={search} found={first ?? null} onChange={narrow} />
        <Stack gap="sm" aria-busy={found.isFetching}>
          {found.isError && <ProblemState error={found.error} onRetry={() => void found.refetch()} />}
          {found.isPending && <LoadingState lines={6} />}
          {first && (
            <Text size="sm" c="dimmed" role="status">
              {t('count', { count: first.total })}
            </Text>
          )}
          {first?.total === 0 && (
            <EmptyState
              title={t('nothing.title')}
              why={t('nothing.why')}
              action={<Button onClick={() => narrow({})}>{t('nothing.action')}</Button>}
            />
          )}
          {calls.length > 0 && <Timeline calls={calls} />}
          {calls.map((call) => (
            <FoundCallRow key={call.id} call={call} />
          ))}
          {found.hasNextPage && (
            <Group>
              <Button
                variant="default"
                loading={found.isFetchingNextPage}
                onClick={() => void found.fetchNextPage()}
              >
                {t('more')}
              </Button>
            </Group>
          )}
          <Text size="sm">
            <Anchor component={Link} to="/ideas">
              {t('toIdeas')}
            </Anchor>
          </Text>
        </Stack>
      </div>
    </Page>
  );
}

/** The calls shown, along the months; its script comes when it is wanted. */
function Timeline({ calls }: { readonly calls: readonly FoundCall[] }) {
  const { t } = useTranslation('opportunities');
  const [isShown, setShown] = useState(false);
  const items = calls.flatMap(({ id, title, deadlines }) =>
    deadlines.map(({ at }, place) => ({
      id: `${id} ${place}`,
      name: title,
      date: at,
      href: `/opportunities/${id}`,
    })),
  );
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        variant="default"
        size="compact-md"
        aria-expanded={isShown}
        onClick={() => setShown((shown) => !shown)}
      >
        {t(isShown ? 'timeline.hide' : 'timeline.show')}
      </Button>
      {isShown && (
        <Suspense fallback={<LoadingState lines={2} />}>
          <Stack w="100%">
            <DeadlineTimeline title={t('timeline.title')} items={items} fileName="deadlines" />
          </Stack>
        </Suspense>
      )}
    </Stack>
  );
}

interface SearchFormProps {
  readonly search: OpportunitiesSearch;
  readonly onSearch: (search: OpportunitiesSearch) => void;
}

function SearchForm({ search, onSearch }: SearchFormProps) {
  const { t } = useTranslation('opportunities');
  const [words, setWords] = useState(search.search ?? '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { search: _before, ...rest } = search;
    const asked = words.trim();
    onSearch(asked === '' ? rest : { ...rest, search: asked });
  };
  return (
    <form onSubmit={submit} role="search">
      <Group gap="xs" align="flex-end">
        <TextInput
          type="search"
          flex="1 1 16rem"
          maxLength={200}
          label={t('search.label')}
          placeholder={t('search.placeholder')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          leftSection={<IconSearch size={16} aria-hidden />}
        />
        <Button type="submit">{t('search.go')}</Button>
      </Group>
    </form>
  );
}
