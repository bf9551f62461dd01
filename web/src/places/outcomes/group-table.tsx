import { Stack, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { WideTable } from '../../parts/table/wide-table.js';
import type { ExposedGroup } from './use-outcomes.js';

interface GroupTableProps {
  readonly by: 'experience' | 'kind' | 'province';
  readonly groups: readonly ExposedGroup[];
}

/** What each group is of the members, and what it gets of the suggestions: side by side. */
export function GroupTable({ by, groups }: GroupTableProps) {
  const { t } = useTranslation('outcomes');
  const format = useFormat();
  const sum = (of: (group: ExposedGroup) => number): number =>
    groups.reduce((total, group) => total + of(group), 0);
  const members = sum(({ members: count }) => count);
  const suggestions = sum(({ suggestions: count }) => count);
  const part = (count: number, whole: number): string =>
    `${format.number(count)} (${format.share(whole === 0 ? 0 : count / whole)})`;
  const heading = t(`groups.${by}`);
  return (
    <Stack gap="xs" component="section" aria-labelledby={`groups-${by}`}>
      <Title order={2} id={`groups-${by}`}>
        {heading}
      </Title>
      <WideTable caption={heading}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('group')}</Table.Th>
            <Table.Th ta="right">{t('groupMembers')}</Table.Th>
            <Table.Th ta="right">{t('groupSuggestions')}</Table.Th>
            <Table.Th ta="right">{t('groupAccepted')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map((group) => (
            <Table.Tr key={group.code}>
              <Table.Th scope="row" fw={400}>
                {group.code === '' ? t('notStated') : t(`codes.${group.code}`, { defaultValue: group.code })}
              </Table.Th>
              <Table.Td ta="right">{part(group.members, members)}</Table.Td>
              <Table.Td ta="right">{part(group.suggestions, suggestions)}</Table.Td>
              <Table.Td ta="right">{format.number(group.accepted)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Stack>
  );
}
