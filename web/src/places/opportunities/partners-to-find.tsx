import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useMe } from '../../app/session/use-me.js';
import { AskButton } from '../../parts/call/ask-button.js';
import { PartnerCard } from '../../parts/call/partner-card.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { usePartners } from './use-opportunity.js';

/** Ranked partners for the call. */
export function PartnersToFind({ reference }: { readonly reference: string }) {
  const { t } = useTranslation('opportunities');
  const own = useMe()?.organisation ?? null;
  const partners = usePartners(reference, true);
  return (
    <Stack gap="sm" component="section" id="partners" aria-labelledby="partners-title">
      <Title order={2} id="partners-title">
        {t('partners.title')}
      </Title>
      <Text size="sm">
        <Anchor component={Link} to="/ideas" search={{ call: reference } as never}>
          {t('partners.narrow')}
        </Anchor>
      </Text>
      <QueryState query={partners}>
        {({ suggestions, total }) =>
          suggestions.length === 0 ? (
            <EmptyState title={t('partners.none.title')} why={t('partners.none.why')} />
          ) : (
            <>
              <Text size="sm" c="dimmed">
                {t('partners.count', { count: total, shown: suggestions.length })}
              </Text>
              {suggestions.map((partner) => (
                <PartnerCard
                  key={partner.organisation.id}
                  partner={partner}
                  actions={<AskButton partner={partner.organisation} own={own} call={reference} />}
                />
              ))}
            </>
          )
        }
      </QueryState>
    </Stack>
  );
}
