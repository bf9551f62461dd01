import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { useFormat } from '../../parts/format/use-format.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { Page } from '../../parts/page.js';
import { QueryState } from '../../parts/states/query-state.js';
import { ColumnList } from './column-list.js';
import { ImportActions } from './import-actions.js';
import { RowList } from './row-list.js';
import type { Import } from './upload.js';

/** One import: what each row would do, before anything is changed. */
export function ImportPage() {
  const { t } = useTranslation('imports');
  const { id } = useParams({ from: '/imports/$id' });
  const run = useQuery({
    queryKey: ['imports', id],
    queryFn: () => answered(api.GET('/api/v1/imports/{id}', { params: { path: { id } } })),
  });
  return (
    <Page title={run.data?.fileName ?? t('one.title')} lead={run.data && <Lead run={run.data} />}>
      <AnchorLink to="/imports">{t('one.back')}</AnchorLink>
      <QueryState query={run}>{(data) => <Contents run={data} />}</QueryState>
    </Page>
  );
}

function Lead({ run }: { readonly run: Import }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  if (run.state === 'applied') return t('one.applied', { at: format.dateTime(run.appliedAt) });
  if (run.state === 'undone') return t('one.undone', { at: format.dateTime(run.undoneAt) });
  return run.state === 'failed' ? t('states.failed') : t('one.previewed');
}

/** A person's word on suspected rows: line → the organisation it is. */
export type Decisions = ReadonlyMap<number, string>;

function Contents({ run }: { readonly run: Import }) {
  const { t } = useTranslation('imports');
  const [decisions, setDecisions] = useState<Decisions>(new Map());
  const decide = (line: number, organisation: string | null): void =>
    setDecisions((before) => {
      const after = new Map(before);
      if (organisation === null) after.delete(line);
      else after.set(line, organisation);
      return after;
    });
  return (
    <Stack gap="lg">
      <ImportActions run={run} decisions={decisions} />
      {run.notes.length > 0 && (
        <Stack gap={4}>
          {run.notes.map((note) => (
            <Text key={note} size="sm" lang="en" style={{ overflowWrap: 'anywhere' }}>
              {note}
            </Text>
          ))}
        </Stack>
      )}
      <RowList run={run} decisions={decisions} onDecide={decide} />
      {run.columns !== null && <ColumnList run={run} />}
      {run.state === 'previewed' && <Text c="dimmed">{t('one.nothingYet')}</Text>}
    </Stack>
  );
}
