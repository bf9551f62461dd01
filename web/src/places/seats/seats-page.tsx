import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { Deadline } from '../../parts/deadline/deadline.js';
import { useFormat } from '../../parts/format/use-format.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { useOwnSeats } from './use-seats.js';

/** Seats in consortia that one's organisation was offered, the newest first. */
export function SeatsPage() {
  const { t } = useTranslation('seats');
  const format = useFormat();
  const seats = useOwnSeats();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <QueryState query={seats}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('none.title')} why={t('none.why')} />
          ) : (
            <Stack gap="sm">
              {items.map(({ id, title, state, participation, deadline, offeredAt, opportunity }) => (
                <Paper key={id} component="article" withBorder p="md" aria-labelledby={`seat-${id}`}>
                  <Stack gap={4}>
                    <Group justify="space-between">
                      <Title order={2} size="h3" id={`seat-${id}`} style={{ overflowWrap: 'anywhere' }}>
                        <AnchorLink to="/seats/$id" params={{ id }} inherit>
                          {title}
                        </AnchorLink>
                      </Title>
                      <Badge variant="light" tt="none" c="var(--mantine-color-text)">
                        {t(`offers.${state}`)}
                      </Badge>
                    </Group>
                    <Text size="sm">
                      {[t(`participations.${participation}`), opportunity?.identifier]
                        .filter((part) => part !== undefined)
                        .join(' · ')}
                    </Text>
                    <Text size="sm">
                      <Deadline date={deadline} />
                    </Text>
                    <Text size="sm" c="dimmed">
                      {t('offeredOn', { date: format.date(offeredAt) })}
                    </Text>
                  </Stack>
                </Paper>
              ))}
            </Stack>
          )
        }
      </QueryState>
    </Page>
  );
}
