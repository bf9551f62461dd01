import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { useFormat } from '../../parts/format/use-format.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { WideTable } from '../../parts/table/wide-table.js';

/** Addresses that are not written to any more, as marks: which one it is, nobody can read from it. */
export function SuppressionList() {
  const { t } = useTranslation('digest');
  const format = useFormat();
  const suppressions = useQuery({
    queryKey: ['suppressions'],
    queryFn: () => answered(api.GET('/api/v1/mail/suppressions')),
  });
  return (
    <QueryState query={suppressions}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title={t('suppressions.none')} why={t('suppressions.noneWhy')} />
        ) : (
          <WideTable caption={t('suppressions.title')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('suppressions.mark')}</Table.Th>
                <Table.Th>{t('suppressions.reason')}</Table.Th>
                <Table.Th>{t('suppressions.mail')}</Table.Th>
                <Table.Th>{t('suppressions.since')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map(({ mark, reason, mail, since }) => (
                <Table.Tr key={mark}>
                  <Table.Th scope="row" ff="monospace">
                    {mark}
                  </Table.Th>
                  <Table.Td>{t(`reason.${reason}`, { defaultValue: reason })}</Table.Td>
                  <Table.Td>{mail === null ? '' : t(`kinds.${mail}`, { defaultValue: mail })}</Table.Td>
                  <Table.Td>{format.dateTime(since)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </WideTable>
        )
      }
    </QueryState>
  );
}
