import { Stack, Table, Title, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { WideTable } from '../../parts/table/wide-table.js';
import classes from './part-map.module.css';
import { covers, type Cover } from './radar-search.js';
import type { Radar } from './use-radar.js';

interface PartMapProps {
  readonly parts: Radar['parts'];
  readonly chosen: string | undefined;
  readonly onChoose: (part: string | undefined, cover: Cover | undefined) => void;
}

/** Programme parts against how well the members cover their calls: darker is more, and the figure stands in it. */
export function PartMap({ parts, chosen, onChoose }: PartMapProps) {
  const { t } = useTranslation('radar');
  const most = Math.max(1, ...parts.flatMap((part) => covers.map((cover) => part[cover])));
  return (
    <Stack gap="sm">
      <Title order={2}>{t('map.title')}</Title>
      <WideTable caption={t('map.title')} matrix>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('map.part')}</Table.Th>
            {covers.map((cover) => (
              <Table.Th key={cover} ta="center">
                {t(`covers.${cover}`)}
              </Table.Th>
            ))}
            <Table.Th ta="center">{t('map.calls')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {parts.map((part) => (
            <Table.Tr key={part.code} {...(chosen === part.code ? { 'aria-current': 'true' as const } : {})}>
              <Table.Th scope="row" fw={chosen === part.code ? 700 : 400}>
                {part.name ?? t('noPart')}
              </Table.Th>
              {covers.map((cover) => (
                <Table.Td key={cover} p={4} ta="center">
                  <UnstyledButton
                    className={classes['cell'] ?? ''}
                    data-cover={cover}
                    data-step={Math.ceil((part[cover] / most) * 4)}
                    disabled={part[cover] === 0}
                    aria-label={t('map.cell', {
                      count: part[cover],
                      part: part.name ?? t('noPart'),
                      cover: t(`covers.${cover}`),
                    })}
                    onClick={() => onChoose(part.code, cover)}
                  >
                    {part[cover]}
                  </UnstyledButton>
                </Table.Td>
              ))}
              <Table.Td ta="center">{part.calls}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Stack>
  );
}
