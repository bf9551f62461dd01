import { Badge, Group, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowNarrowDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { Deadline } from '../../parts/deadline/deadline.js';
import { useFormat } from '../../parts/format/use-format.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { WideTable } from '../../parts/table/wide-table.js';
import { CoverMark } from './cover-mark.js';
import type { Sort } from './radar-search.js';
import type { Radar, RadarRow } from './use-radar.js';

interface RadarTableProps {
  readonly rows: readonly RadarRow[];
  readonly parts: Radar['parts'];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

/** One line per call; the headings sort. */
export function RadarTable({ rows, parts, sort, onSort }: RadarTableProps) {
  const { t } = useTranslation('radar');
  const names = new Map(parts.map(({ code, name }) => [code, name]));
  const heading = (by: Sort) => <SortHeading by={by} sort={sort} onSort={onSort} />;
  return (
    <WideTable caption={t('table.caption')}>
      <Table.Thead>
        <Table.Tr>
          {heading('title')}
          {heading('fit')}
          {heading('sisters')}
          {heading('deadline')}
          {heading('budget')}
          {heading('searches')}
          <Table.Th>{t('table.gaps')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} part={names.get(row.part) ?? null} />
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function SortHeading({ by, sort, onSort }: { readonly by: Sort } & Pick<RadarTableProps, 'sort' | 'onSort'>) {
  const { t } = useTranslation('radar');
  const isChosen = by === sort;
  const direction = by === 'title' || by === 'deadline' ? 'ascending' : 'descending';
  return (
    <Table.Th aria-sort={isChosen ? direction : 'none'} miw="7rem">
      <UnstyledButton fz="inherit" fw="inherit" onClick={() => onSort(by)} title={t(`sorts.${by}`)}>
        <Group gap={4} wrap="nowrap">
          {t(`table.${by}`)}
          {isChosen && <IconArrowNarrowDown size={16} aria-hidden />}
        </Group>
      </UnstyledButton>
    </Table.Th>
  );
}

function Row({ row, part }: { readonly row: RadarRow; readonly part: string | null }) {
  const { t } = useTranslation('radar');
  const format = useFormat();
  return (
    <Table.Tr>
      <Table.Th scope="row" miw="16rem" maw="28rem" style={{ overflowWrap: 'anywhere' }} fw={400}>
        <AnchorLink to="/radar/calls/$reference" params={{ reference: row.id }} fw={600} lang="en">
          {row.title}
        </AnchorLink>
        <Text size="sm" c="dimmed">
          {[t(`kinds.${row.kind}`), row.identifier, part, row.actionTypes.join(', ')]
            .filter((item) => item !== null && item !== '')
            .join(' · ')}
        </Text>
        <Group gap="xs">
          {row.status === 'forthcoming' && <Badge variant="light">{t('forthcoming')}</Badge>}
          {row.source === 'by-hand' && <Badge variant="light">{t('byHand')}</Badge>}
          {row.invented && <Badge variant="outline">{t('invented')}</Badge>}
        </Group>
      </Table.Th>
      <Table.Td>
        <CoverMark cover={row.cover} />
        <Text size="sm">{t('members', { strong: row.strong, good: row.good })}</Text>
      </Table.Td>
      <Table.Td>{row.sisters.count === null ? t('fewSisters') : format.number(row.sisters.count)}</Table.Td>
      <Table.Td miw="10rem">
        {row.status === 'standing' ? t('standing') : <Deadline date={row.deadlines[0]?.at ?? null} />}
      </Table.Td>
      <Table.Td>
        {format.money(row.budgetEur)}
        {row.budgetEur !== null && row.budgetShared && (
          <Text size="sm" c="dimmed">
            {t('shared')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{format.number(row.partnerSearches)}</Table.Td>
      <Table.Td miw="8rem">
        {row.missingTypes.length > 0
          ? t('lacks', { types: format.list(row.missingTypes.map((type) => t(`types.${type}`))) })
          : t(row.cover === 'none' ? 'lacksAll' : 'lacksNothing')}
      </Table.Td>
    </Table.Tr>
  );
}
