import { Button, Code, Group, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { Section } from './section.js';
import { useChange } from './use-change.js';

/** Ten codes for the day on which the second factor is lost; they are shown once. */
export function RecoverySection({ left }: { readonly left: number }) {
  const { t } = useTranslation('account');
  const make = useChange((_: null) => answered(api.POST('/api/v1/me/recovery-codes')));
  return (
    <Section title={t('recovery.title')} lead={t('recovery.lead')} error={make.error}>
      <Text fw={500}>{t('recovery.left', { count: left })}</Text>
      {make.data && (
        <>
          <Text role="status">{t('recovery.keep')}</Text>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" maw={420}>
            {make.data.codes.map((code) => (
              <Code key={code}>{code}</Code>
            ))}
          </SimpleGrid>
        </>
      )}
      <Group>
        <Button variant="default" loading={make.isPending} onClick={() => make.mutate(null)}>
          {left === 0 ? t('recovery.make') : t('recovery.renew')}
        </Button>
      </Group>
    </Section>
  );
}
