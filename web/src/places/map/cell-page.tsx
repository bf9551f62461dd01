import { Badge, Stack, Table, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { WideTable } from '../../parts/table/wide-table.js';
import { codeOf } from './cell-address.js';
import { useCell, type CoverageList } from './use-coverage.js';

/** Who and what stands behind one cell of the matrix, and what is missing. */
export function CellPage() {
  const { t } = useTranslation('map');
  const { ecosystem, part } = useParams({ from: '/map/$ecosystem/$part' });
  const cell = useCell(codeOf(ecosystem), codeOf(part));
  return (
    <Page
      title={cell.data ? `${cell.data.ecosystem.name} · ${cell.data.part.name}` : t('title')}
      lead={cell.data && t(`coverIs.${cell.data.cover}`)}
    >
      <AnchorLink to="/map">{t('back')}</AnchorLink>
      <QueryState query={cell}>{(data) => <Contents list={data} />}</QueryState>
    </Page>
  );
}

function Contents({ list }: { readonly list: CoverageList }) {
  const { t } = useTranslation('map');
  const format = useFormat();
  const reached = list.calls.filter(({ members }) => members > 0);
  const missing = list.calls.filter(({ members }) => members === 0);
  return (
    <Stack gap="lg">
      {list.missingTypes.length > 0 && (
        <Text>{t('lacks', { types: format.list(list.missingTypes.map((type) => t(`types.${type}`))) })}</Text>
      )}
      <Stack gap="sm">
        <Title order={2}>{t('members', { count: list.members.length })}</Title>
        {list.members.length === 0 ? (
          <EmptyState title={t('nobody')} why={t('nobodyWhy')} />
        ) : (
          <WideTable caption={t('members', { count: list.members.length })}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('organisation')}</Table.Th>
                <Table.Th>{t('type')}</Table.Th>
                <Table.Th>{t('callsFitted')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {list.members.map((member) => (
                <Table.Tr key={member.id}>
                  <Table.Th scope="row" fw={400} style={{ overflowWrap: 'anywhere' }}>
                    <AnchorLink to="/organisations/$reference" params={{ reference: member.id }} fw={600}>
                      {member.name}
                    </AnchorLink>{' '}
                    {member.invented && <Badge variant="outline">{t('invented')}</Badge>}
                  </Table.Th>
                  <Table.Td>
                    {member.type === null ? format.number(null) : t(`types.${member.type}`)}
                  </Table.Td>
                  <Table.Td>{format.number(member.calls)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </WideTable>
        )}
      </Stack>
      <Calls title={t('reached', { count: reached.length })} calls={reached} />
      <Calls title={t('missing', { count: missing.length })} calls={missing} />
    </Stack>
  );
}

function Calls({ title, calls }: { readonly title: string; readonly calls: CoverageList['calls'] }) {
  const { t } = useTranslation('map');
  if (calls.length === 0) return null;
  return (
    <Stack gap="sm">
      <Title order={2}>{title}</Title>
      <Stack gap="xs" component="ul" m={0} pl="lg">
        {calls.map(({ id, identifier, title: name, members }) => (
          <Text component="li" key={id} style={{ overflowWrap: 'anywhere' }}>
            <AnchorLink to="/opportunities/$reference" params={{ reference: id }} lang="en">
              {name}
            </AnchorLink>{' '}
            <Text span size="sm" c="dimmed">
              {[identifier, ...(members > 0 ? [t('fitting', { count: members })] : [])].join(' · ')}
            </Text>
          </Text>
        ))}
      </Stack>
    </Stack>
  );
}
