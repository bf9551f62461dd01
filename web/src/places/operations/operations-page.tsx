import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { Page } from '../../parts/page.js';
import { QueryState } from '../../parts/states/query-state.js';
import { SourceTable } from './source-table.js';

/** How the service is: sources and how old their data are. */
export function OperationsPage() {
  const { t } = useTranslation('operations');
  const sources = useQuery({
    queryKey: ['sources'],
    queryFn: () => answered(api.GET('/api/v1/sources')),
  });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Stack gap="sm">
        <Title order={2}>{t('sources.title')}</Title>
        <QueryState query={sources}>{({ items }) => <SourceTable sources={items} />}</QueryState>
      </Stack>
    </Page>
  );
}
