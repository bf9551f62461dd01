import { Anchor, Badge, Button, Group, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { hasRole, useMe } from '../../app/session/use-me.js';
import { CsvButton } from '../../parts/export/csv-button.js';
import { useFormat } from '../../parts/format/use-format.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { WideTable } from '../../parts/table/wide-table.js';
import { ClosingDays } from './closing-days.js';
import { PartyName, useMaskedWords } from './party-name.js';
import { useRequests, type RequestLine } from './use-requests.js';

const columns = ['to-ask', 'asked', 'read', 'talking', 'accepted', 'declined', 'reserve'] as const;
type Column = (typeof columns)[number];

/** Requests in and out; for officers the pipeline of all their members, with the clock of each. */
export function RequestsPage() {
  const { t } = useTranslation('requests');
  const me = useMe();
  const requests = useRequests();
  const staff = hasRole(me, ['officer', 'manager']);
  return (
    <Page title={t('title')} lead={staff ? t('leadStaff') : t('lead')}>
      <QueryState query={requests}>
        {({ items, total }) =>
          items.length === 0 ? (
            <EmptyState
              title={t('none.title')}
              why={t('none.why')}
              action={
                <Anchor component={Link} to={staff ? '/radar' : '/ideas'}>
                  {t('none.action')}
                </Anchor>
              }
            />
          ) : (
            <Pipeline items={items} total={total} />
          )
        }
      </QueryState>
      {hasRole(me, ['member']) && <ClosingDays />}
    </Page>
  );
}

interface PipelineProps {
  readonly items: readonly RequestLine[];
  readonly total: number;
}

function Pipeline({ items, total }: PipelineProps) {
  const { t } = useTranslation('requests');
  const [column, setColumn] = useState<Column | 'all'>('all');
  const masked = useMaskedWords();
  const shown = items.filter((item) => column === 'all' || item.column === column);
  const count = (one: Column): number => items.filter((item) => item.column === one).length;
  return (
    <Stack gap="sm">
      <Group gap="xs" role="group" aria-label={t('columns.title')}>
        {(['all', ...columns] as const).map((one) => (
          <Button
            key={one}
            size="compact-sm"
            variant={column === one ? 'filled' : 'default'}
            aria-pressed={column === one}
            onClick={() => setColumn(one)}
          >
            {`${t(`columns.${one}`)} (${one === 'all' ? items.length : count(one)})`}
          </Button>
        ))}
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {t('count', { count: total, shown: shown.length })}
      </Text>
      <WideTable caption={t('title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('table.subject')}</Table.Th>
            <Table.Th>{t('table.with')}</Table.Th>
            <Table.Th>{t('table.state')}</Table.Th>
            <Table.Th>{t('table.next')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((item) => (
            <Row key={item.id} item={item} />
          ))}
        </Table.Tbody>
      </WideTable>
      <div>
        <CsvButton
          name="tessera-requests"
          header={['subject', 'role', 'sender', 'recipient', 'state', 'nextStep', 'nextAt']}
          rows={() =>
            shown.map(({ subject, role, sender, recipient, state, nextStep, nextAt }) => [
              subject,
              role,
              sender.name ?? masked(sender),
              recipient.name ?? masked(recipient),
              state,
              nextStep,
              nextAt,
            ])
          }
        />
      </div>
    </Stack>
  );
}

function Row({ item }: { readonly item: RequestLine }) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const other = item.side === 'sender' ? item.recipient : item.sender;
  return (
    <Table.Tr>
      <Table.Td miw="9rem">
        <Anchor component={Link} to={`/introductions/${item.id}`}>
          {item.subject === '' ? t('noSubject') : item.subject}
        </Anchor>
        <Text size="sm">{item.role}</Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed">
          {t(item.side === 'sender' ? 'to' : 'from')}
        </Text>
        <PartyName party={other} />
      </Table.Td>
      <Table.Td miw="7rem">
        <Group gap={4}>
          <Badge variant="outline" color="gray" tt="none" miw="max-content" c="var(--mantine-color-text)">
            {t(`states.${item.state}`)}
          </Badge>
          {item.called && <Text size="sm">{t('called')}</Text>}
        </Group>
      </Table.Td>
      <Table.Td miw="9rem">
        <Text size="sm">{t(`next.${item.nextStep}`)}</Text>
        <Text size="sm" c="dimmed">
          {format.date(item.nextAt)}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
