import { Anchor, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { components } from '../../api/schema.js';
import { FitBars, type FitBand } from '../fit/fit-bars.js';
import { useFormat } from '../format/use-format.js';
import { useRegions } from '../region/use-regions.js';
import { ReasonList } from './reason-list.js';
import classes from './partner-card.module.css';

interface PartnerCardProps {
  readonly partner: components['schemas']['PartnerSuggestionResponse'];
  /** what can be done with this one */
  readonly actions?: ReactNode;
}

/** A suggested partner: who, how well, why, and who could introduce. */
export function PartnerCard({ partner, actions }: PartnerCardProps) {
  const { t } = useTranslation('calls');
  const format = useFormat();
  const regions = useRegions();
  const { organisation, fit, trackRecord, reasons, introducers } = partner;
  const { id, type, sme, city, country, nuts, masked } = organisation;
  const isMasked = masked !== null && !masked.named;
  const facts = [
    type === null ? null : t(`types.${type}`),
    sme === true ? t('sme') : null,
    isMasked && nuts !== null ? regions.nameOf(nuts) : null,
    masked?.sizeBand ? t('masked.size', { band: masked.sizeBand }) : null,
    [city, country === null ? null : format.country(country)].filter((part) => part !== null).join(', '),
  ];
  return (
    <Paper component="article" withBorder p="md" aria-labelledby={`partner-${id}`}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Stack gap={2} flex="1 1 14rem">
            <Title order={3} id={`partner-${id}`}>
              {`${partner.rank}. `}
              {masked === null ? (
                <Anchor component={Link} to={`/organisations/${id}`} inherit>
                  {organisation.name}
                </Anchor>
              ) : masked.named ? (
                organisation.name
              ) : (
                t('masked.title')
              )}
            </Title>
            <Text size="sm">{facts.filter((fact) => fact !== null && fact !== '').join(' · ')}</Text>
            {isMasked && (
              <Text size="sm" c="dimmed">
                {t('masked.why')}
              </Text>
            )}
          </Stack>
          <Group gap="xs">
            {organisation.invented && (
              <Badge variant="outline" color="gray" c="var(--mantine-color-text)">
                {t('invented')}
              </Badge>
            )}
            {actions}
          </Group>
        </Group>
        <div className={classes['body']}>
          <FitBars band={fit.band as FitBand} competence={fit.score} trackRecord={trackRecord.score} />
          <ReasonList
            reasons={reasons}
            callHref={null}
            {...(masked === null ? { recordHref: `/organisations/${id}` } : {})}
          />
        </div>
        <Standing partner={partner} />
        {introducers.length > 0 && (
          <Text size="sm">
            {t('introducers', {
              who: format.list(introducers.map(({ name, acronym }) => `${name} (${acronym})`)),
            })}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

/** Why it stands where it stands, who could lead, and what keeps us from saying more. */
function Standing({ partner: { tooLittle, raisedFor, companion } }: Pick<PartnerCardProps, 'partner'>) {
  const { t } = useTranslation('calls');
  const format = useFormat();
  return (
    <>
      {tooLittle !== null && <Text size="sm">{t(`tooLittle.${tooLittle}`)}</Text>}
      {raisedFor.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('raised', { kinds: format.list(raisedFor.map((kind) => t(`raisedFor.${kind}`))) })}
        </Text>
      )}
      {companion !== null && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('companion', {
            name: companion.name,
            country: format.country(companion.country),
            count: companion.led,
          })}
          {companion.adds.length > 0 && ` ${t('companionAdds', { what: format.list(companion.adds) })}`}
        </Text>
      )}
    </>
  );
}
