import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { useFormat } from '../../parts/format/use-format.js';
import { QueryState } from '../../parts/states/query-state.js';
import { Section } from './section.js';
import { useChange } from './use-change.js';

type Session = components['schemas']['SessionResponse'];

/** Where one is signed in, and ending it elsewhere. */
export function SessionSection() {
  const { t } = useTranslation('account');
  const format = useFormat();
  const sessions = useQuery({
    queryKey: ['account', 'sessions'],
    queryFn: () => answered(api.GET('/api/v1/sessions')),
  });
  const end = useChange((id: string) =>
    answered(api.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } })),
  );
  const endOthers = useChange((_: null) => answered(api.DELETE('/api/v1/sessions/others')));
  const device = ({ browser, system }: Session): string =>
    [browser, system].filter((word) => word !== null).join(', ') || t('sessions.unknown');
  return (
    <Section title={t('sessions.title')} lead={t('sessions.lead')} error={end.error ?? endOthers.error}>
      <QueryState query={sessions}>
        {({ items }) => (
          <Stack gap="xs">
            {items.map((session) => (
              <Group key={session.id} justify="space-between">
                <div>
                  <Group gap="xs">
                    <Text fw={500}>{device(session)}</Text>
                    {session.current && <Badge variant="light">{t('sessions.here')}</Badge>}
                  </Group>
                  <Text size="sm" c="dimmed">
                    {t('sessions.seen', { seen: format.dateTime(session.seenAt) })}
                  </Text>
                </div>
                {!session.current && (
                  <Button
                    variant="default"
                    loading={end.isPending && end.variables === session.id}
                    onClick={() => end.mutate(session.id)}
                    aria-label={t('sessions.endNamed', { device: device(session) })}
                  >
                    {t('sessions.end')}
                  </Button>
                )}
              </Group>
            ))}
            {items.length > 1 && (
              <Group>
                <Button
                  variant="default"
                  loading={endOthers.isPending}
                  onClick={() => endOthers.mutate(null)}
                >
                  {t('sessions.endOthers')}
                </Button>
              </Group>
            )}
          </Stack>
        )}
      </QueryState>
    </Section>
  );
}
