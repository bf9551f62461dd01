import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { CallMeta } from '../../parts/call/call-meta.js';
import { ReasonList } from '../../parts/call/reason-list.js';
import { RefuseMenu, type Refusal } from '../../parts/call/refuse-menu.js';
import { SaveButton } from '../../parts/call/save-button.js';
import { FitBars, type FitBand } from '../../parts/fit/fit-bars.js';
import type { ForYouCall } from './use-for-you.js';
import classes from './call-card.module.css';

interface CallCardProps {
  readonly card: ForYouCall;
  readonly onRefuse: (reason: Refusal) => void;
}

/** A call that fits: what it is, why, as what, what is missing, and what one can do about it. */
export function CallCard({ card, onRefuse }: CallCardProps) {
  const { t } = useTranslation('for-you');
  const { opportunity, fit, trackRecord, reasons } = card;
  const reference = opportunity.identifier;
  return (
    <Paper component="article" withBorder p="lg" aria-labelledby={`call-${opportunity.id}`}>
      <Stack gap="sm">
        <Stack gap={4}>
          <Title order={2} size="h3" id={`call-${opportunity.id}`}>
            <Anchor component={Link} to={`/opportunities/${encodeURIComponent(reference)}`} inherit>
              {opportunity.title}
            </Anchor>
          </Title>
          <CallMeta call={opportunity} budget={card.budget} />
        </Stack>
        <div className={classes['body']}>
          <FitBars band={fit.band as FitBand} competence={fit.score} trackRecord={trackRecord.score} />
          <ReasonList
            reasons={reasons}
            callHref={`/opportunities/${encodeURIComponent(reference)}#said`}
            recordHref="/profile"
          />
        </div>
        <Facts card={card} />
        <Group gap="xs" className="no-print">
          <SaveButton id={opportunity.id} title={opportunity.title} saved={card.saved} />
          <RefuseMenu title={opportunity.title} onRefuse={onRefuse} />
          {card.asksForPartners && (
            <Button
              component={Link}
              to={`/opportunities/${encodeURIComponent(reference)}#partners`}
              variant="subtle"
              size="compact-md"
            >
              {t('partners')}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}

function Facts({ card }: { readonly card: ForYouCall }) {
  const { t } = useTranslation('for-you');
  const { role, missing, looking } = card;
  return (
    <Stack gap={2}>
      {role !== null && <Text size="sm">{t('role', { role: t(`roles.${role}`) })}</Text>}
      {missing.length > 0 && (
        <Text size="sm">{t('missing', { what: missing.map(({ label }) => label).join(', ') })}</Text>
      )}
      {card.asksForPartners && looking !== null && (
        <Text size="sm">{t('looking', { count: looking.organisations })}</Text>
      )}
      {!card.asksForPartners && <Text size="sm">{t('alone')}</Text>}
    </Stack>
  );
}
