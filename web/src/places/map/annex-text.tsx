import { Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useTell } from '../../parts/feedback/use-tell.js';
import { QueryState } from '../../parts/states/query-state.js';
import { useAnnex } from './use-coverage.js';

/** The matrix in words, to be pasted into the annex of a programme. */
export function AnnexText() {
  const { t } = useTranslation('map');
  const annex = useAnnex(true);
  const tell = useTell();
  const copy = async (text: string): Promise<void> => {
    await navigator.clipboard.writeText(text);
    tell(t('annex.copied'));
  };
  return (
    <Paper withBorder p="md">
      <QueryState query={annex}>
        {({ text }) => (
          <Stack gap="sm">
            <Textarea aria-label={t('annex.open')} value={text} readOnly rows={16} />
            <Group gap="sm">
              <Button onClick={() => void copy(text)}>{t('annex.copy')}</Button>
              <Text size="sm" c="dimmed">
                {t('annex.note')}
              </Text>
            </Group>
          </Stack>
        )}
      </QueryState>
    </Paper>
  );
}
