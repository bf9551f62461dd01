import { Anchor, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { components } from '../../api/schema.js';

interface NoticeProps {
  readonly token: string;
  readonly draft: components['schemas']['ClaimedProfileResponse'];
}

/** Who holds what about the person, and the way out; the mail says the same at length. */
export function Notice({ token, draft: { cluster, name, email } }: NoticeProps) {
  const { t } = useTranslation('invitation');
  return (
    <Paper withBorder p="md">
      <Stack gap={4}>
        <Text size="sm">{t('notice.text', { cluster, name, email })}</Text>
        <Text size="sm">
          {t('notice.out')} <Anchor href={`/invitation/remove#${token}`}>{t('notice.remove')}</Anchor>
        </Text>
      </Stack>
    </Paper>
  );
}
