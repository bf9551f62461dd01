import { Anchor, Badge, Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { hasRole, useMe } from '../../app/session/use-me.js';
import { StartBoardButton } from '../../parts/call/start-board-button.js';
import { Deadline } from '../../parts/deadline/deadline.js';
import { useFormat } from '../../parts/format/use-format.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { WideTable } from '../../parts/table/wide-table.js';

type Call = components['schemas']['RadarCallResponse'];

/** Who of ours was counted for one call. */
export function RadarCallPage() {
  const { t } = useTranslation('radar');
  const { reference } = useParams({ from: '/radar/calls/$reference' });
  const mayStart = hasRole(useMe(), ['officer']);
  const call = useQuery({
    queryKey: ['radar', 'call', reference],
    queryFn: () =>
      answered(
        api.GET('/api/v1/insights/radar/{reference}', {
          params: { path: { reference }, query: { lang: 'it' } },
        }),
      ),
  });
  return (
    <Page
      title={call.data?.title ?? t('call.title')}
      lead={call.data?.identifier}
      actions={
        <>
          {' '}
          {mayStart && <StartBoardButton from={{ opportunity: reference }} />}
          <Button component="a" href={`/opportunities/${encodeURIComponent(reference)}`} variant="default">
            {t('call.open')}
          </Button>
        </>
      }
    >
      <Anchor component={Link} to="/radar">
        {t('call.back')}
      </Anchor>
      <QueryState query={call}>{(data) => <CallContents call={data} />}</QueryState>
    </Page>
  );
}

function CallContents({ call }: { readonly call: Call }) {
  const { t } = useTranslation('radar');
  const format = useFormat();
  const sisters = call.sisters.count;
  return (
    <Stack gap="lg">
      <Group gap="xl">
        <Text>
          {call.status === 'standing' ? t('standing') : <Deadline date={call.deadlines[0]?.at ?? null} />}
        </Text>
        <Text>{t('call.budget', { amount: format.money(call.budgetEur) })}</Text>
        <Text>
          {sisters === null
            ? t('call.fewSisters')
            : t('call.sisters', { count: sisters, figure: format.number(sisters) })}
        </Text>
      </Group>
      <Title order={2}>{t('call.members', { count: call.members.length })}</Title>
      {call.members.length === 0 ? (
        <EmptyState title={t('call.none')} why={t('call.noneWhy')} />
      ) : (
        <WideTable caption={t('call.members', { count: call.members.length })}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('call.name')}</Table.Th>
              <Table.Th>{t('call.type')}</Table.Th>
              <Table.Th>{t('call.town')}</Table.Th>
              <Table.Th>{t('call.fit')}</Table.Th>
              <Table.Th>{t('call.trackRecord')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {call.members.map((member) => (
              <Table.Tr key={member.id}>
                <Table.Th scope="row" fw={400} maw="24rem" style={{ overflowWrap: 'anywhere' }}>
                  <Anchor component={Link} to={`/members/${member.id}` as never} fw={600}>
                    {member.name}
                  </Anchor>{' '}
                  {member.invented && <Badge variant="outline">{t('invented')}</Badge>}
                </Table.Th>
                <Table.Td>{member.type === null ? format.number(null) : t(`types.${member.type}`)}</Table.Td>
                <Table.Td>{member.city ?? format.number(null)}</Table.Td>
                <Table.Td>{t(`bands.${member.fit}`)}</Table.Td>
                <Table.Td>{t(`bands.${member.trackRecord}`)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
      )}
    </Stack>
  );
}
