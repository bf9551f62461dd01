import { Radio, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { components } from '../../api/schema.js';
import { useFormat } from '../../parts/format/use-format.js';

type Row = components['schemas']['ImportRowResponse'];

interface ImportRowProps {
  readonly row: Row;
  /** which organisation a person said it is; null: a new one */
  readonly decision: string | null;
  /** null: nothing can be decided any more */
  readonly onDecide: ((organisation: string | null) => void) | null;
}

const colours: Readonly<Record<string, string>> = {
  new: 'var(--tessera-good)',
  changed: 'var(--tessera-record)',
  suspected: 'var(--tessera-warn)',
  refused: 'var(--tessera-bad)',
};

/** What one row would do, and what is wrong or odd about it. */
export function ImportRow({ row, decision, onDecide }: ImportRowProps) {
  const { t } = useTranslation('imports');
  return (
    <Table.Tr>
      <Table.Td>{row.line}</Table.Td>
      <Table.Td>
        <Text fw={600} c={colours[row.verdict] ?? 'dimmed'}>
          {t(`verdicts.${row.verdict}`)}
        </Text>
      </Table.Td>
      <Table.Td miw="10rem" maw="20rem" style={{ overflowWrap: 'anywhere' }}>
        {row.name ?? t('rows.noName')}
      </Table.Td>
      <Table.Td miw="16rem" style={{ overflowWrap: 'anywhere' }}>
        <Stack gap={4}>
          {row.problems.map((problem, at) => (
            <Text key={at} size="sm">
              {problem.column !== null && (
                <Text span fw={600}>
                  {problem.column}
                  {problem.value !== null && <Text span c="dimmed">{` “${problem.value}”`}</Text>}
                  {': '}
                </Text>
              )}
              <span lang="en">{problem.message}</span>
            </Text>
          ))}
          <Changes changes={row.changes} />
          {row.verdict === 'suspected' && onDecide !== null && (
            <Suspects row={row} decision={decision} onDecide={onDecide} />
          )}
        </Stack>
      </Table.Td>
    </Table.Tr>
  );
}

function Changes({ changes }: Pick<Row, 'changes'>) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const shown = (value: unknown): string =>
    value === null || value === undefined
      ? format.number(null)
      : typeof value === 'string'
        ? value
        : JSON.stringify(value);
  return Object.entries(changes).map(([field, [before, after]]) => (
    <Text key={field} size="sm">
      <Text span fw={600}>{`${t(`fields.${field}`, { defaultValue: field })}: `}</Text>
      <Text span c="dimmed" td="line-through">
        {shown(before)}
      </Text>
      {` → ${shown(after)}`}
    </Text>
  ));
}

function Suspects({
  row,
  decision,
  onDecide,
}: Pick<ImportRowProps, 'row' | 'decision'> & {
  readonly onDecide: (organisation: string | null) => void;
}) {
  const { t } = useTranslation('imports');
  return (
    <Radio.Group
      label={t('rows.sameAs')}
      name={`line-${row.line}`}
      value={decision ?? ''}
      onChange={(value) => onDecide(value === '' ? null : value)}
    >
      <Stack gap={4} mt={4}>
        <Radio value="" label={t('rows.isNew')} />
        {row.suspects.flatMap(({ organisationId, legalName, city }) =>
          organisationId === null ? (
            []
          ) : (
            <Radio
              key={organisationId}
              value={organisationId}
              label={[legalName, city].filter((part) => part !== null).join(', ')}
            />
          ),
        )}
      </Stack>
    </Radio.Group>
  );
}
