import { Anchor, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { components } from '../../api/schema.js';

interface ClusterListProps {
  readonly clusters: readonly components['schemas']['WelcomeClusterResponse'][];
}

/** Which clusters run this service, by name. */
export function ClusterList({ clusters }: ClusterListProps) {
  const { t, i18n } = useTranslation('welcome');
  const name = (one: ClusterListProps['clusters'][number]): string =>
    i18n.language === 'it' ? one.nameIt : one.nameEn;
  return (
    <Stack gap="xs">
      <Title order={2}>{t('clusters')}</Title>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="xs">
        {clusters.map((cluster) => (
          <div key={cluster.slug}>
            {cluster.url === null ? (
              <Text fw={500}>{name(cluster)}</Text>
            ) : (
              <Anchor href={cluster.url} rel="noreferrer" fw={500}>
                {name(cluster)}
              </Anchor>
            )}
            {cluster.city !== null && (
              <Text size="sm" c="dimmed">
                {cluster.city}
              </Text>
            )}
          </div>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
