import { Button } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { MembersList } from './members-list.js';
import { MembersFilters } from './members-filters.js';
import type { MembersSearch } from './members-search.js';

import { membersCsvAddress, useMembers } from './use-members.js';

/** The members of the cluster. */
export function MembersPage() {
  const { t, i18n } = useTranslation('members');
  const search = useSearch({ from: '/members' });
  const navigate = useNavigate();
  const members = useMembers(search);
  const first = members.data?.pages[0];
  const everyone = first && Object.values(first.states).reduce((sum, count) => sum + count, 0);
  const change = (changed: Partial<Record<keyof MembersSearch, unknown>>): void =>
    void navigate({
      to: '/members',
      search: (before: Record<string, unknown>) => ({ ...before, ...changed }) as never,
      replace: true,
      resetScroll: false,
    });
  const toImports = (
    <Button component={Link} to="/imports" leftSection={<IconUpload size={16} aria-hidden />}>
      {t('import')}
    </Button>
  );
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Button
            component="a"
            href={membersCsvAddress(search, i18n.language)}
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('csv')}
          </Button>
          <Button component={Link} to="/members/invitations" variant="default">
            {t('invitations')}
          </Button>
          <Button component={Link} to="/members/merges" variant="default">
            {t('merges')}
          </Button>
          {toImports}
        </>
      }
    >
      {everyone === 0 ? (
        <EmptyState title={t('empty.title')} why={t('empty.why')} action={toImports} />
      ) : (
        <>
          <MembersFilters search={search} states={first?.states} onChange={change} />
          <MembersList
            members={members}
            sort={search.sort ?? 'name'}
            onSort={(sort) => change({ sort: sort === 'name' ? undefined : sort })}
            onClear={() => void navigate({ to: '/members' })}
          />
        </>
      )}
    </Page>
  );
}
