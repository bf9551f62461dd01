import { Button, Group, Paper, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { QueryState } from '../../parts/states/query-state.js';
import { WideTable } from '../../parts/table/wide-table.js';
import { DigestTabs } from './digest-tabs.js';
import { HoldControl } from './hold-control.js';
import { HoldList } from './hold-list.js';
import { holdOf, toFrequency, useDryRun, useHolds, useReaders, type Reader } from './use-digests.js';

/** For officers: who gets a digest, what would stand in it, and whether it stands still. */
export function ReadersPage() {
  const { t } = useTranslation('digest');
  const readers = useReaders();
  const [search, setSearch] = useState('');
  const dryRun = useDryRun();
  const words = search.trim().toLocaleLowerCase();
  const isWanted = ({ readerName, organisationName }: Reader): boolean =>
    `${readerName} ${organisationName}`.toLocaleLowerCase().includes(words);
  return (
    <Page title={t('readers.title')} lead={t('readers.lead')} actions={<HoldControl organisation={null} />}>
      <DigestTabs />
      <HoldList />
      <QueryState query={readers}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('readers.none')} why={t('readers.noneWhy')} />
          ) : (
            <Stack gap="md">
              <Group align="flex-end" gap="sm">
                <TextInput
                  type="search"
                  label={t('readers.search')}
                  value={search}
                  onChange={({ currentTarget: { value } }) => setSearch(value)}
                />
                <Button variant="default" loading={dryRun.isPending} onClick={() => dryRun.mutate()}>
                  {t('readers.dryRun')}
                </Button>
              </Group>
              <FormProblem error={dryRun.error} fields={[]} />
              {dryRun.data && (
                <Paper withBorder p="md" role="status">
                  <Text fw={600}>{t('readers.would', { count: dryRun.data.items.length })}</Text>
                  {dryRun.data.silent > 0 && (
                    <Text size="sm">{t('readers.silent', { count: dryRun.data.silent })}</Text>
                  )}
                </Paper>
              )}
              <ReaderTable
                readers={items.filter(isWanted)}
                counts={dryRun.data && new Map(dryRun.data.items.map((one) => [one.reader, one.items]))}
              />
            </Stack>
          )
        }
      </QueryState>
    </Page>
  );
}

interface ReaderTableProps {
  readonly readers: readonly Reader[];
  /** items per reader, as the dry run counted them */
  readonly counts: ReadonlyMap<string, number> | undefined;
}

function ReaderTable({ readers, counts }: ReaderTableProps) {
  const { t } = useTranslation('digest');
  return (
    <>
      <Text size="sm" c="dimmed" aria-live="polite">
        {t('readers.count', { count: readers.length })}
      </Text>
      <WideTable caption={t('readers.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('readers.member')}</Table.Th>
            <Table.Th>{t('readers.reader')}</Table.Th>
            <Table.Th>{t('readers.frequency')}</Table.Th>
            <Table.Th>{t('readers.due')}</Table.Th>
            {counts && <Table.Th>{t('readers.items')}</Table.Th>}
            <Table.Th>{t('readers.do')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {readers.map((reader) => (
            <ReaderRow key={reader.reader} reader={reader} counts={counts} />
          ))}
        </Table.Tbody>
      </WideTable>
    </>
  );
}

function ReaderRow({
  reader: { reader, readerName, organisation, organisationName, frequency, dueAt },
  counts,
}: { readonly reader: Reader } & Pick<ReaderTableProps, 'counts'>) {
  const { t } = useTranslation('digest');
  const format = useFormat();
  const hold = holdOf(useHolds().data?.items ?? [], organisation);
  return (
    <Table.Tr>
      <Table.Th scope="row" miw="12rem">
        {organisationName}
        {hold !== null && (
          <Text size="sm" c="var(--tessera-warn)">
            {t('hold.held')}
          </Text>
        )}
      </Table.Th>
      <Table.Td miw="9rem">{readerName}</Table.Td>
      <Table.Td>{t(`often.${toFrequency(frequency) ?? 'never'}`)}</Table.Td>
      <Table.Td miw="8rem">{dueAt === null ? t('readers.atOnce') : format.dateTime(dueAt)}</Table.Td>
      {counts && <Table.Td>{format.number(counts.get(reader) ?? 0)}</Table.Td>}
      <Table.Td>
        <Group gap="sm" wrap="nowrap">
          <AnchorLink
            to="/digest/preview/$reader"
            params={{ reader }}
            aria-label={t('readers.previewNamed', { reader: readerName })}
          >
            {t('readers.preview')}
          </AnchorLink>
          <HoldControl organisation={organisation} name={organisationName} />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
