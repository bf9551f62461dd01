import { Button, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { components } from '../../api/schema.js';
import { useTell } from '../../parts/feedback/use-tell.js';
import { useFormat } from '../../parts/format/use-format.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { WideTable } from '../../parts/table/wide-table.js';
import { useRetry } from './use-operations.js';

type Letter = components['schemas']['DeadLetterResponse'];

/** Work that was given up, with the reason, to be tried again. */
export function DeadLetterTable({ letters }: { readonly letters: readonly Letter[] }) {
  const { t } = useTranslation('operations');
  if (letters.length === 0) return <EmptyState title={t('letters.none')} why={t('letters.noneWhy')} />;
  return (
    <WideTable caption={t('letters.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('letters.work')}</Table.Th>
          <Table.Th>{t('letters.since')}</Table.Th>
          <Table.Th>{t('letters.why')}</Table.Th>
          <Table.Th>{t('letters.do')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {letters.map((letter) => (
          <LetterRow key={letter.id} letter={letter} />
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function LetterRow({ letter }: { readonly letter: Letter }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const tell = useTell();
  const retry = useRetry();
  return (
    <Table.Tr>
      <Table.Th scope="row">{letter.topic}</Table.Th>
      <Table.Td>{format.dateTime(letter.parkedAt)}</Table.Td>
      <Table.Td>
        <Text size="sm" lang="en">
          {letter.error ?? t('letters.unknown')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('letters.failures', { count: letter.failures + letter.crashes })}
        </Text>
        <FormProblem error={retry.error} fields={[]} />
      </Table.Td>
      <Table.Td>
        <Button
          variant="default"
          size="compact-sm"
          loading={retry.isPending}
          onClick={() => retry.mutate(letter.id, { onSuccess: () => tell(t('letters.again')) })}
        >
          {t('letters.retry')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
