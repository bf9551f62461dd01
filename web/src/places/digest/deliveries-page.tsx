import { Button, NativeSelect, Stack, Table, Text, Title } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { useTell } from '../../parts/feedback/use-tell.js';
import { useFormat } from '../../parts/format/use-format.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { QueryState } from '../../parts/states/query-state.js';
import { WideTable } from '../../parts/table/wide-table.js';
import { DigestTabs } from './digest-tabs.js';
import { HoldControl } from './hold-control.js';
import { HoldList } from './hold-list.js';
import { SuppressionList } from './suppression-list.js';

type Delivery = components['schemas']['DeliveryResponse'];

const states = ['unknown', 'failed', 'due', 'claimed', 'sending', 'sent'] as const;
type State = (typeof states)[number];

/** For who runs the service: what became of each mail; what nobody knows about comes first. */
export function DeliveriesPage() {
  const { t } = useTranslation('digest');
  const [state, setState] = useState<State | undefined>();
  const deliveries = useQuery({
    queryKey: ['deliveries', state],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answered(
        api.GET('/api/v1/mail/deliveries', {
          params: { query: state === undefined ? {} : { state } },
        }),
      ),
  });
  return (
    <Page
      title={t('deliveries.title')}
      lead={t('deliveries.lead')}
      actions={<HoldControl organisation={null} />}
    >
      <DigestTabs />
      <HoldList />
      <QueryState query={deliveries}>
        {({ counts, items }) => (
          <Stack gap="sm">
            <NativeSelect
              label={t('deliveries.state')}
              w="fit-content"
              value={state ?? ''}
              onChange={({ currentTarget: { value } }) => setState(states.find((one) => one === value))}
              data={[
                { value: '', label: t('deliveries.all') },
                ...states.map((one) => ({
                  value: one,
                  label: `${t(`delivery.${one}`)} (${counts[one] ?? 0})`,
                })),
              ]}
            />
            {items.length === 0 ? (
              <EmptyState title={t('deliveries.none')} why={t('deliveries.noneWhy')} />
            ) : (
              <DeliveryTable deliveries={items} />
            )}
          </Stack>
        )}
      </QueryState>
      <Stack gap="sm" component="section">
        <Title order={2}>{t('suppressions.title')}</Title>
        <SuppressionList />
      </Stack>
    </Page>
  );
}

function DeliveryTable({ deliveries }: { readonly deliveries: readonly Delivery[] }) {
  const { t } = useTranslation('digest');
  return (
    <WideTable caption={t('deliveries.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('deliveries.mail')}</Table.Th>
          <Table.Th>{t('deliveries.state')}</Table.Th>
          <Table.Th>{t('deliveries.when')}</Table.Th>
          <Table.Th>{t('deliveries.tries')}</Table.Th>
          <Table.Th>{t('deliveries.do')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {deliveries.map((delivery) => (
          <DeliveryRow key={delivery.id} delivery={delivery} />
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function DeliveryRow({ delivery }: { readonly delivery: Delivery }) {
  const { t } = useTranslation('digest');
  const format = useFormat();
  const { id, mail, state, reason, tries, createdAt, endedAt, held, retryable } = delivery;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {t(`kinds.${mail}`, { defaultValue: mail })}
        <Text size="sm" c="dimmed" ff="monospace">
          {id.slice(-12)}
        </Text>
      </Table.Th>
      <Table.Td miw="11rem">
        <Text {...(state === 'unknown' || state === 'failed' ? { c: 'var(--tessera-bad)', fw: 600 } : {})}>
          {held ? t('hold.held') : t(`delivery.${state}`)}
        </Text>
        {reason !== null && (
          <Text size="sm" c="dimmed">
            {t(`reason.${reason}`, { defaultValue: reason })}
          </Text>
        )}
      </Table.Td>
      <Table.Td miw="8rem">{format.dateTime(endedAt ?? createdAt)}</Table.Td>
      <Table.Td>{format.number(tries)}</Table.Td>
      <Table.Td miw="10rem">
        {retryable ? (
          <Retry id={id} />
        ) : (
          state === 'unknown' && <Text size="sm">{t('deliveries.tooLate')}</Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** Only what nobody knows about, and only by a person who found out that it did not arrive. */
function Retry({ id }: { readonly id: string }) {
  const { t } = useTranslation('digest');
  const tell = useTell();
  const client = useQueryClient();
  const retry = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/mail/deliveries/{id}/retry', { params: { path: { id } } })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['deliveries'] });
      tell(t('deliveries.again'));
    },
  });
  return (
    <Stack gap={4} align="flex-start">
      <Button variant="default" size="compact-sm" loading={retry.isPending} onClick={() => retry.mutate()}>
        {t('deliveries.retry')}
      </Button>
      <Text size="sm" c="dimmed">
        {t('deliveries.retryWhen')}
      </Text>
      <FormProblem error={retry.error} fields={[]} />
    </Stack>
  );
}
