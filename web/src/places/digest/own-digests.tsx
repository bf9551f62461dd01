import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { useOwnDigests } from './use-digests.js';

/** What one was told so far, to read again. */
export function OwnDigests() {
  const { t } = useTranslation('digest');
  const format = useFormat();
  const digests = useOwnDigests();
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>{t('history.own')}</Title>
      <QueryState query={digests}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('history.none')} why={t('history.noneWhy')} />
          ) : (
            <Stack gap="xs">
              {items.map(({ id, dueAt, state, items: count, mail }) => (
                <Paper key={id} withBorder p="sm">
                  {state === 'chosen' || state === 'note' ? (
                    <AnchorLink to="/digest/$id" params={{ id }}>
                      {format.date(dueAt)}
                    </AnchorLink>
                  ) : (
                    <Text>{format.date(dueAt)}</Text>
                  )}
                  <Text size="sm" c="dimmed">
                    {state === 'chosen' ? t('history.items', { count }) : t(`state.${state}`)}
                    {mail !== null && ` · ${t(`delivery.${mail}`)}`}
                  </Text>
                </Paper>
              ))}
            </Stack>
          )
        }
      </QueryState>
    </Stack>
  );
}
