import { Group, Stack, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { CsvButton } from '../../parts/export/csv-button.js';
import { useFormat } from '../../parts/format/use-format.js';
import { WideTable } from '../../parts/table/wide-table.js';
import { stages, type OutcomePart, type StageCounts } from './use-outcomes.js';

interface PartTableProps {
  readonly by: 'programme' | 'ecosystem' | 'kind';
  readonly parts: readonly OutcomePart[];
  /** what the parts add up to */
  readonly whole: StageCounts;
}

/** Parts and their sum: every chain stands in one row alone. */
export function PartTable({ by, parts, whole }: PartTableProps) {
  const { t } = useTranslation('outcomes');
  const format = useFormat();
  const nameOf = ({ code, name }: OutcomePart): string =>
    name ?? (code === '' ? t(`none.${by}`) : t(`codes.${code}`, { defaultValue: code }));
  const rows = parts.map((part) => ({ id: part.code, name: nameOf(part), counts: part.counts }));
  const heading = t(`by.${by}`);
  return (
    <Stack gap="xs" component="section" aria-labelledby={`by-${by}`}>
      <Group justify="space-between">
        <Title order={2} id={`by-${by}`}>
          {heading}
        </Title>
        <CsvButton
          name={`outcomes-${by}`}
          header={[t(`by.${by}`), ...stages.map((stage) => t(`stages.${stage}`))]}
          rows={() => rows.map(({ name, counts }) => [name, ...stages.map((stage) => String(counts[stage]))])}
        />
      </Group>
      <WideTable caption={heading}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t(`of.${by}`)}</Table.Th>
            {stages.map((stage) => (
              <Table.Th key={stage} ta="right">
                {t(`stages.${stage}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ id, name, counts }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row" fw={400}>
                {name}
              </Table.Th>
              <Cells counts={counts} write={format.number} />
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">{t('whole')}</Table.Th>
            <Cells counts={whole} write={format.number} />
          </Table.Tr>
        </Table.Tfoot>
      </WideTable>
    </Stack>
  );
}

interface CellsProps {
  readonly counts: StageCounts;
  readonly write: (value: number) => string;
}

function Cells({ counts, write }: CellsProps) {
  return stages.map((stage) => (
    <Table.Td key={stage} ta="right">
      {write(counts[stage])}
    </Table.Td>
  ));
}
