import { Button, Stack, Text } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { CallCard } from './call-card.js';
import { useForYou, useRefuse, type ForYou } from './use-for-you.js';

/** At most twenty calls that fit, each with its reasons. */
export function ForYouPage() {
  const { t } = useTranslation('for-you');
  const { organisation } = useSearch({ from: '/for-you' });
  const forYou = useForYou(organisation);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <QueryState query={forYou}>{(found) => <Cards found={found} organisation={organisation} />}</QueryState>
    </Page>
  );
}

function Cards({
  found,
  organisation,
}: {
  readonly found: ForYou;
  readonly organisation: string | undefined;
}) {
  const { t } = useTranslation('for-you');
  const format = useFormat();
  const refuse = useRefuse(organisation);
  if (found.organisationId === null) return <EmptyState title={t('nobody.title')} why={t('nobody.why')} />;
  if (found.evidence === 0)
    return (
      <EmptyState
        title={t('noProfile.title')}
        why={t('noProfile.why')}
        action={
          <Button component={Link} to="/profile">
            {t('noProfile.action')}
          </Button>
        }
      />
    );
  if (found.cards.length === 0)
    return (
      <EmptyState
        title={t('nothing.title')}
        why={t('nothing.why')}
        action={
          <Button component={Link} to="/profile">
            {t('nothing.action')}
          </Button>
        }
      />
    );
  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed">
        {t('count', {
          count: found.cards.length,
          name: found.organisationName,
          date: format.date(found.asOf),
        })}
      </Text>
      {found.cards.map((card) => (
        <CallCard key={card.opportunity.id} card={card} onRefuse={(reason) => refuse(card, reason)} />
      ))}
    </Stack>
  );
}
