import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { saveFile } from '../../parts/export/save-file.js';
import { asServed } from '../../parts/format/as-served.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import type { Board } from './use-board.js';

const formats = ['docx', 'pdf', 'xlsx'] as const;

/** The sheet to take away, in the reader's language. */
export function HandoverSection({ board }: { readonly board: Board }) {
  const { t, i18n } = useTranslation('ready');
  // asked for here, not by a link: whoever signed in long ago is told so, and led to the sign-in and back
  const take = useMutation({
    mutationFn: async (format: (typeof formats)[number]) => {
      const path = { id: board.id, format };
      const query = { lang: asServed(i18n.language) };
      const asked = api.GET('/api/v1/consortia/{id}/handover/{format}', {
        params: { path, query },
        parseAs: 'blob',
      });
      return { format, sheet: await answered(asked) };
    },
    onSuccess: ({ format, sheet }) =>
      saveFile(`tessera-handover-${new Date().toISOString().slice(0, 10)}.${format}`, sheet),
  });
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
                variant="default"
                loading={take.isPending && take.variables === format}
                leftSection={<IconDownload size={16} aria-hidden />}
                onClick={() => take.mutate(format)}
              >
                {t(`sheet.${format}`)}
              </Button>
            ))}
          </Group>
          <FormProblem error={take.error} fields={[]} />
        </Stack>
      </Paper>
    </Stack>
  );
}
