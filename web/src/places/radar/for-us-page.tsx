import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { Deadline } from '../../parts/deadline/deadline.js';
import { FitBars, type FitBand } from '../../parts/fit/fit-bars.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { Page } from '../../parts/page.js';
import { QuotationPair } from '../../parts/quotation/quotation-pair.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { RadarTabs } from './radar-tabs.js';

type Suggestion = components['schemas']['CallSuggestionResponse'];

/** Calls for the cluster's own organisation, when it takes part itself. */
export function ForUsPage() {
  const { t } = useTranslation('radar');
  const calls = useQuery({
    queryKey: ['radar', 'for-us'],
    queryFn: async () => {
      const { association } = await answered(
        api.GET('/api/v1/insights/radar', { params: { query: { limit: 1, lang: 'it', sort: 'fit' } } }),
      );
      if (association === null) return null;
      const path = { reference: association.id };
      return answered(
        api.GET('/api/v1/organisations/{reference}/opportunities', {
          params: { path, query: { limit: 20 } },
        }),
      );
    },
  });
  return (
    <Page title={t('forUs.title')} lead={t('forUs.lead')}>
      <RadarTabs shown="us" />
      <QueryState query={calls}>
        {(data) =>
          data === null || data.suggestions.length === 0 ? (
            <EmptyState
              title={t('forUs.none')}
              why={t(data === null ? 'forUs.noneWhyNoOrganisation' : 'forUs.noneWhy')}
            />
          ) : (
            <Stack gap="sm" component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
              {data.suggestions.map((suggestion) => (
                <Card key={suggestion.opportunity.id} suggestion={suggestion} />
              ))}
            </Stack>
          )
        }
      </QueryState>
    </Page>
  );
}

function Card({
  suggestion: { opportunity, fit, trackRecord, reasons },
}: {
  readonly suggestion: Suggestion;
}) {
  const { t } = useTranslation('radar');
  const quoted = reasons.find(({ callQuote, evidenceQuote }) => callQuote !== null && evidenceQuote !== null);
  return (
    <Paper component="li" withBorder p="md">
      <Stack gap="sm">
        <Title order={2} size="h3" style={{ overflowWrap: 'anywhere' }}>
          <AnchorLink to="/radar/calls/$reference" params={{ reference: opportunity.id }} inherit lang="en">
            {opportunity.title}
          </AnchorLink>
        </Title>
        <Group gap="sm">
          <Text size="sm" c="dimmed">
            {opportunity.identifier}
          </Text>
          {opportunity.status === 'standing' ? (
            <Text size="sm">{t('standing')}</Text>
          ) : (
            <Deadline date={opportunity.deadlines[0]?.at ?? null} />
          )}
          {opportunity.invented && <Badge variant="outline">{t('invented')}</Badge>}
        </Group>
        <FitBars band={fit.band as FitBand} competence={fit.score} trackRecord={trackRecord.score} />
        {quoted && (
          <QuotationPair
            call={{ text: quoted.callQuote ?? '' }}
            record={{ text: quoted.evidenceQuote ?? '' }}
          />
        )}
      </Stack>
    </Paper>
  );
}
