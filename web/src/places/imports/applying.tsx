import { Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import type { Progress as Rows } from './use-import-progress.js';

/** How far the rows are being written, with the time left. */
export function Applying({ progress }: { readonly progress: Rows | null }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const isKnown = progress !== null && progress.done > 0;
  const share = isKnown ? progress.done / Math.max(progress.total, 1) : 1;
  const left = progress?.secondsLeft ?? null;
  return (
    <Stack gap={4} maw="30rem" role="status">
      <Progress value={share * 100} striped={!isKnown} animated={!isKnown} aria-label={t('applying.title')} />
      <Text size="sm">
        {isKnown
          ? t('applying.rows', { done: format.number(progress.done), total: format.number(progress.total) })
          : t('applying.looking')}
        {left !== null && ` ${t('drop.left', { count: left })}`}
      </Text>
    </Stack>
  );
}
