import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { CallMeta } from '../../parts/call/call-meta.js';
import { SaveButton } from '../../parts/call/save-button.js';
import { useFormat } from '../../parts/format/use-format.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { QueryState } from '../../parts/states/query-state.js';

type Saved = components['schemas']['SavedOpportunityResponse'];

/** What one keeps an eye on, the next deadline first, with what changed since. */
export function SavedPage() {
  const { t } = useTranslation('opportunities');
  const saved = useQuery({
    queryKey: ['saved', 'list'],
    queryFn: () => answered(api.GET('/api/v1/saved-opportunities')),
  });
  return (
    <Page title={t('saved.title')} lead={t('saved.lead')}>
      <QueryState query={saved}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title={t('saved.none.title')}
              why={t('saved.none.why')}
              action={
                <Button component={Link} to="/opportunities">
                  {t('saved.none.action')}
                </Button>
              }
            />
          ) : (
            <Stack gap="sm">
              {items.map((item) => (
                <SavedRow key={item.opportunity.id} item={item} />
              ))}
            </Stack>
          )
        }
      </QueryState>
    </Page>
  );
}

function SavedRow({ item: { opportunity, savedAt, changedSince } }: { readonly item: Saved }) {
  const { t } = useTranslation('opportunities');
  const format = useFormat();
  const before = changedSince?.deadlinesBefore ?? [];
  return (
    <Paper component="article" withBorder p="md" aria-labelledby={`saved-${opportunity.id}`}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4} flex="1 1 18rem">
          <Title order={2} size="h3" id={`saved-${opportunity.id}`}>
            <Anchor
              component={Link}
              to={`/opportunities/${encodeURIComponent(opportunity.identifier)}`}
              inherit
            >
              {opportunity.title}
            </Anchor>
          </Title>
          <CallMeta call={{ ...opportunity, changed: null }} />
          {changedSince !== null && (
            <Text size="sm" c="var(--tessera-warn)" fw={600}>
              {before.length > 0
                ? t('saved.moved', { before: format.list(before.map(({ at }) => format.date(at))) })
                : t('saved.changed', {
                    what: format.list(changedSince.fields.map((field) => t(`fields.${field}`))),
                    date: format.date(changedSince.at),
                  })}
            </Text>
          )}
          <Text size="sm" c="dimmed">
            {t('saved.since', { date: format.date(savedAt) })}
          </Text>
        </Stack>
        <SaveButton id={opportunity.id} title={opportunity.title} saved />
      </Group>
    </Paper>
  );
}
