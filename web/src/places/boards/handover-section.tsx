import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { sheetAddress } from './agreeing-deeds.js';
import { asServed, type Board } from './use-board.js';

const formats = ['docx', 'pdf', 'xlsx'] as const;

/** The sheet to take away, in the reader's language. */
export function HandoverSection({ board }: { readonly board: Board }) {
  const { t, i18n } = useTranslation('ready');
  return (
    <Stack gap="sm" component="section" aria-labelledby="handover">
      <Title order={2} id="handover">
        {t('sheet.title')}
      </Title>
      <Paper withBorder p="md">
        <Stack gap="sm">
          <Text maw="44rem">{t('sheet.what')}</Text>
          <Text size="sm" c="dimmed" maw="44rem">
            {t('sheet.contacts')}
          </Text>
          <Group gap="xs">
            {formats.map((format) => (
              <Button
                key={format}
                component="a"
                href={sheetAddress(board.id, format, asServed(i18n.language))}
                download
                variant="default"
                leftSection={<IconDownload size={16} aria-hidden />}
              >
                {t(`sheet.${format}`)}
              </Button>
            ))}
          </Group>
        </Stack>
      </Paper>
    </Stack>
  );
}
