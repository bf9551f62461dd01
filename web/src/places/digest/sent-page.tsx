import { Group, Table, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { CsvButton } from '../../parts/export/csv-button.js';
import { useFormat } from '../../parts/format/use-format.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { WideTable } from '../../parts/table/wide-table.js';
import { DigestTabs } from './digest-tabs.js';
import { useSentDigests, type SentDigest } from './use-digests.js';

/** For officers: what went to whom, and what became of it. */
export function SentPage() {
  const { t } = useTranslation('digest');
  const sent = useSentDigests();
  return (
    <Page title={t('sent.title')} lead={t('sent.lead')}>
      <DigestTabs />
      <QueryState query={sent}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('sent.none')} why={t('sent.noneWhy')} />
          ) : (
            <SentTable lines={items} />
          )
        }
      </QueryState>
    </Page>
  );
}

/** What became of a digest, in a word. */
function outcome({ state, mail }: SentDigest, t: TFunction<'digest'>): string {
  if (mail !== null) return t(`delivery.${mail}`);
  return state === 'chosen' ? t('delivery.due') : t(`state.${state}`);
}

function SentTable({ lines }: { readonly lines: readonly SentDigest[] }) {
  const { t } = useTranslation('digest');
  const format = useFormat();
  const header = [
    t('sent.due'),
    t('readers.member'),
    t('readers.reader'),
    t('readers.items'),
    t('sent.became'),
  ];
  return (
    <>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t('sent.count', { count: lines.length })}
        </Text>
        <CsvButton
          name="digests"
          header={header}
          rows={() =>
            lines.map((line) => [
              line.dueAt,
              line.organisationName,
              line.readerName,
              line.items,
              outcome(line, t),
            ])
          }
        />
      </Group>
      <WideTable caption={t('sent.title')}>
        <Table.Thead>
          <Table.Tr>
            {header.map((name) => (
              <Table.Th key={name}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.id}>
              <Table.Td miw="8rem">{format.dateTime(line.dueAt)}</Table.Td>
              <Table.Th scope="row" miw="12rem">
                {line.organisationName}
              </Table.Th>
              <Table.Td miw="9rem">{line.readerName}</Table.Td>
              <Table.Td>{format.number(line.items)}</Table.Td>
              <Table.Td>
                {line.state === 'chosen' || line.state === 'note' ? (
                  <AnchorLink
                    to="/digest/$id"
                    params={{ id: line.id }}
                    aria-label={t('sent.read', { reader: line.readerName, became: outcome(line, t) })}
                  >
                    {outcome(line, t)}
                  </AnchorLink>
                ) : (
                  outcome(line, t)
                )}
                {line.reason !== null && (
                  <Text size="sm" c="dimmed">
                    {t(`reason.${line.reason}`, { defaultValue: line.reason })}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </>
  );
}
