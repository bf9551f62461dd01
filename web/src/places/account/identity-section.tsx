import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { useLinkProvider, useProviders } from '../../app/session/provider.js';
import { useFormat } from '../../parts/format/use-format.js';
import { QueryState } from '../../parts/states/query-state.js';
import { Section } from './section.js';
import { useChange } from './use-change.js';

/** Who one is elsewhere: linked and unlinked. Not shown where no provider is set up and nothing is linked. */
export function IdentitySection() {
  const { t } = useTranslation('account');
  const format = useFormat();
  const providers = useProviders();
  const link = useLinkProvider();
  const identities = useQuery({
    queryKey: ['account', 'identities'],
    queryFn: () => answered(api.GET('/api/v1/me/identities')),
  });
  const remove = useChange((id: string) =>
    answered(api.DELETE('/api/v1/me/identities/{id}', { params: { path: { id } } })),
  );
  const offered = providers.data?.items ?? [];
  if (offered.length === 0 && (identities.data?.items ?? []).length === 0) return null;
  return (
    <Section title={t('identities.title')} lead={t('identities.lead')} error={link.error ?? remove.error}>
      <QueryState query={identities}>
        {({ items }) => (
          <Stack gap="xs">
            {items.map((identity) => (
              <Group key={identity.id} justify="space-between">
                <div>
                  <Text fw={500}>{identity.title}</Text>
                  <Text size="sm" c="dimmed">
                    {identity.usedAt === null
                      ? t('identities.unused', { made: format.date(identity.createdAt) })
                      : t('identities.used', { used: format.dateTime(identity.usedAt) })}
                  </Text>
                </div>
                <Button
                  variant="default"
                  loading={remove.isPending && remove.variables === identity.id}
                  onClick={() => remove.mutate(identity.id)}
                  aria-label={t('identities.removeNamed', { title: identity.title })}
                >
                  {t('remove')}
                </Button>
              </Group>
            ))}
          </Stack>
        )}
      </QueryState>
      <Group>
        {offered.map(({ name, title }) => (
          <Button
            key={name}
            variant="default"
            loading={link.isPending && link.variables === name}
            onClick={() => link.mutate(name)}
          >
            {t('identities.link', { title })}
          </Button>
        ))}
      </Group>
    </Section>
  );
}
