import { Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import type { Interview } from './use-interview.js';

/** What became of the last one. */
export function LastInterview({ interview: { last } }: { readonly interview: Interview }) {
  const { t } = useTranslation('interview');
  const format = useFormat();
  if (last === null) return null;
  return (
    <Paper withBorder p="md">
      <Text>{t('last.told', { day: format.date(last.toldAt) })}</Text>
      <Text size="sm" c="dimmed">
        {last.answeredAt === null && last.right === 0 && last.refused === 0
          ? t('last.waiting')
          : t('last.counts', { right: last.right, refused: last.refused, open: last.open })}
      </Text>
    </Paper>
  );
}
