import { Badge, Group, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowNarrowDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { WideTable } from '../../parts/table/wide-table.js';
import type { Sort } from './members-search.js';
import type { MemberRow } from './use-members.js';

interface MembersTableProps {
  readonly rows: readonly MemberRow[];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

/** One line per member; the headings sort. */
export function MembersTable({ rows, sort, onSort }: MembersTableProps) {
  const { t } = useTranslation('members');
  return (
    <WideTable caption={t('title')}>
      <Table.Thead>
        <Table.Tr>
          <SortHeading by="name" sort={sort} onSort={onSort} />
          <Table.Th>{t('table.state')}</Table.Th>
          <SortHeading by="matches" sort={sort} onSort={onSort} />
          <SortHeading by="freshness" sort={sort} onSort={onSort} />
          <Table.Th>{t('table.contacts')}</Table.Th>
          <SortHeading by="next" sort={sort} onSort={onSort} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function SortHeading({
  by,
  sort,
  onSort,
}: { readonly by: Sort } & Pick<MembersTableProps, 'sort' | 'onSort'>) {
  const { t } = useTranslation('members');
  const isChosen = by === sort;
  return (
    <Table.Th aria-sort={isChosen ? (by === 'matches' ? 'descending' : 'ascending') : 'none'}>
      <UnstyledButton fz="inherit" fw="inherit" onClick={() => onSort(by)} title={t(`sorts.${by}`)}>
        <Group gap={4} wrap="nowrap">
          {t(`table.${by}`)}
          {isChosen && <IconArrowNarrowDown size={16} aria-hidden />}
        </Group>
      </UnstyledButton>
    </Table.Th>
  );
}

function Row({ row }: { readonly row: MemberRow }) {
  const { t } = useTranslation('members');
  const format = useFormat();
  return (
    <Table.Tr>
      <Table.Th scope="row" miw="14rem" maw="26rem" fw={400} style={{ overflowWrap: 'anywhere' }}>
        <AnchorLink to="/members/$reference" params={{ reference: row.id }} fw={600}>
          {row.name}
        </AnchorLink>
        <Text size="sm" c="dimmed">
          {[row.type === null ? null : t(`types.${row.type}`), row.sme === true ? t('sme') : null, row.city]
            .filter((item) => item !== null)
            .join(' · ')}
        </Text>
        {row.invented && <Badge variant="outline">{t('invented')}</Badge>}
      </Table.Th>
      <Table.Td>{t(`states.${row.state}`)}</Table.Td>
      <Table.Td>{t('matches', { strong: row.strong, good: row.good })}</Table.Td>
      <Table.Td>
        {format.date(row.saidOn)}
        <Text size="sm" c="dimmed">
          {t('texts', { count: row.texts })}
        </Text>
      </Table.Td>
      <Table.Td>{row.contacts === 0 ? t('noContact') : format.number(row.contacts)}</Table.Td>
      <Table.Td maw="16rem" style={{ overflowWrap: 'anywhere' }}>
        {row.nextStep === null ? (
          <Text c="dimmed">{t('noNextStep')}</Text>
        ) : (
          <>
            <Text>{t(`steps.${row.nextStep.step ?? 'other'}`)}</Text>
            <Text size="sm" c="dimmed">
              {row.nextStep.dueOn === null ? t('noDay') : t('by', { day: format.date(row.nextStep.dueOn) })}
            </Text>
          </>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
