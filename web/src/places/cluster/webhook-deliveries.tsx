import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { components } from '../../api/schema.js';
import { useFormat } from '../../parts/format/use-format.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { WideTable } from '../../parts/table/wide-table.js';
import { eventName, useDeliveries } from './use-webhooks.js';

type Delivery = components['schemas']['WebhookDeliveryResponse'];

/** What was sent to a webhook, and what became of each. */
export function WebhookDeliveries({ id }: { readonly id: string }) {
  const { t } = useTranslation('webhooks');
  const deliveries = useDeliveries(id);
  return (
    <QueryState query={deliveries}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title={t('deliveries.none')} why={t('deliveries.noneWhy')} />
        ) : (
          <WideTable caption={t('deliveries.title')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('deliveries.event')}</Table.Th>
                <Table.Th>{t('deliveries.became')}</Table.Th>
                <Table.Th>{t('deliveries.when')}</Table.Th>
                <Table.Th>{t('deliveries.tries')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((delivery) => (
                <DeliveryRow key={delivery.id} delivery={delivery} />
              ))}
            </Table.Tbody>
          </WideTable>
        )
      }
    </QueryState>
  );
}

/** Node names each way in which a certificate can be wrong; to its owner they are one. */
const problemName = (problem: string): string =>
  /cert|tls|ssl|self_signed|issuer/.test(problem) ? 'certificate' : problem;

function DeliveryRow({ delivery }: { readonly delivery: Delivery }) {
  const { t } = useTranslation('webhooks');
  const format = useFormat();
  const { event, state, status, problem, tookMs, tries, createdAt, nextTryAt } = delivery;
  const why = [
    problem === null
      ? null
      : t(`problem.${problemName(problem)}`, { defaultValue: t('problem.other', { code: problem }) }),
    problem === null || status === null ? null : t('deliveries.answered', { status }),
    tookMs === null ? null : t('deliveries.took', { ms: format.number(tookMs) }),
  ].filter((part) => part !== null);
  return (
    <Table.Tr>
      <Table.Th scope="row">{t(`events.${eventName(event)}`)}</Table.Th>
      <Table.Td miw="11rem">
        <Text {...(state === 'failed' ? { c: 'var(--tessera-bad)', fw: 600 } : {})}>
          {t(`deliveries.${state}`, { status, next: format.dateTime(nextTryAt) })}
        </Text>
        {why.length > 0 && (
          <Text size="sm" c="dimmed">
            {why.join(' · ')}
          </Text>
        )}
      </Table.Td>
      <Table.Td miw="8rem">{format.dateTime(createdAt)}</Table.Td>
      <Table.Td>{format.number(tries)}</Table.Td>
    </Table.Tr>
  );
}
