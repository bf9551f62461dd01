import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { components } from '../../api/schema.js';
import { useFormat } from '../../parts/format/use-format.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { WideTable } from '../../parts/table/wide-table.js';

type Source = components['schemas']['SourceResponse'];

/** How old the data of each source are, and why they are not newer. */
export function SourceTable({ sources }: { readonly sources: readonly Source[] }) {
  const { t } = useTranslation('operations');
  if (sources.length === 0) return <EmptyState title={t('sources.none')} why={t('sources.noneWhy')} />;
  return (
    <WideTable caption={t('sources.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('sources.name')}</Table.Th>
          <Table.Th>{t('sources.lastGood')}</Table.Th>
          <Table.Th>{t('sources.dataOf')}</Table.Th>
          <Table.Th>{t('sources.state')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sources.map((source) => (
          <SourceRow key={source.name} source={source} />
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

type State = 'running' | 'failing' | 'old' | 'well';

function stateOf({ running, failing, old }: Source): State {
  if (running) return 'running';
  if (failing) return 'failing';
  return old ? 'old' : 'well';
}

const colours: Readonly<Record<State, string>> = {
  running: 'var(--tessera-record)',
  failing: 'var(--tessera-bad)',
  old: 'var(--tessera-warn)',
  well: 'var(--tessera-good)',
};

function SourceRow({ source }: { readonly source: Source }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const state = stateOf(source);
  return (
    <Table.Tr>
      <Table.Th scope="row">{t(`sources.names.${source.name}`, { defaultValue: source.name })}</Table.Th>
      <Table.Td>{format.dateTime(source.lastGoodAt)}</Table.Td>
      <Table.Td>{format.date(source.dataAt)}</Table.Td>
      <Table.Td>
        <Text c={colours[state]} fw={600}>
          {t(`sources.states.${state}`, { count: source.failures })}
        </Text>
        {source.problem !== null && (
          <Text size="sm" lang="en">
            {source.problem}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
