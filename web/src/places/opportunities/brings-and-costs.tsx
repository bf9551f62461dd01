import { Anchor, List, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { components } from '../../api/schema.js';
import { useFormat } from '../../parts/format/use-format.js';
import type { Call, Decision } from './use-opportunity.js';

type Spread = components['schemas']['SpreadResponse'];

interface BringsAndCostsProps {
  readonly call: Call;
  readonly decision: Decision;
}

/** What is paid, what others like you received, with how many, and when the money comes. */
export function BringsAndCosts({ call, decision }: BringsAndCostsProps) {
  const { t } = useTranslation('opportunities');
  const format = useFormat();
  const { brings, asker, nearest } = decision;
  const { rate, received, partners, months, actionType } = brings;
  const who = asker === null || asker.type === null ? t('brings.anyType') : t(`brings.types.${asker.type}`);
  return (
    <Stack gap="sm" component="section" aria-labelledby="brings">
      <Title order={2} id="brings">
        {t('brings.title')}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing="sm">
        <Figure
          label={t('brings.rate')}
          note={
            rate && t(rate.ofTopic ? 'brings.rateOfTopic' : 'brings.rateOf', { source: rate.source.document })
          }
        >
          {rate === null
            ? format.number(null)
            : rate.nonProfitPercent === null
              ? t('brings.percent', { percent: rate.percent })
              : t('brings.percentOr', { percent: rate.percent, nonProfit: rate.nonProfitPercent })}
        </Figure>
        <Figure
          label={t('brings.received', { who, action: actionType ?? '' })}
          note={<SpreadNote spread={received} write={format.money} />}
        >
          {received.median === null ? t('brings.tooFew') : format.money(received.median)}
        </Figure>
        <Figure label={t('brings.partners')} note={<SpreadNote spread={partners} write={format.number} />}>
          {partners.median === null ? t('brings.tooFew') : format.number(partners.median)}
        </Figure>
        <Figure
          label={t('brings.months')}
          note={months && t('brings.monthsOf', { result: months.result, source: months.source.document })}
        >
          {months === null
            ? format.number(null)
            : t('brings.inMonths', { count: months.signature + (months.firstStage ?? 0) })}
        </Figure>
      </SimpleGrid>
      {typeof call.budget?.expectedGrants === 'number' && (
        <Text size="sm">{t('brings.grants', { count: call.budget.expectedGrants })}</Text>
      )}
      <Nearest nearest={nearest} />
    </Stack>
  );
}

interface SpreadNoteProps {
  readonly spread: Spread;
  readonly write: (value: number | null) => string;
}

/** How far the cases lie apart, and how many there are. */
function SpreadNote({ spread: { n, lowerQuartile, upperQuartile }, write }: SpreadNoteProps) {
  const { t } = useTranslation('opportunities');
  if (lowerQuartile === null) return <>{t('brings.cases', { count: n })}</>;
  return <>{t('brings.quartiles', { from: write(lowerQuartile), to: write(upperQuartile), count: n })}</>;
}

interface FigureProps {
  readonly label: string;
  readonly note: ReactNode;
  readonly children: ReactNode;
}

function Figure({ label, note, children }: FigureProps) {
  return (
    <Paper withBorder p="md">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fw={650} size="lg">
        {children}
      </Text>
      {note !== null && (
        <Text size="xs" c="dimmed">
          {note}
        </Text>
      )}
    </Paper>
  );
}

function Nearest({ nearest }: Pick<Decision, 'nearest'>) {
  const { t } = useTranslation('opportunities');
  const format = useFormat();
  if (nearest.length === 0) return <Text size="sm">{t('brings.noNearest')}</Text>;
  return (
    <Stack gap="xs">
      <Title order={3}>{t('brings.nearest')}</Title>
      <List spacing="xs">
        {nearest.map((project) => (
          <List.Item key={project.id}>
            <Text>
              {project.url === null ? project.acronym : <Anchor href={project.url}>{project.acronym}</Anchor>}
              {' – '}
              {project.title}
            </Text>
            <Text size="sm" c="dimmed">
              {[
                project.startDate === null ? null : project.startDate.slice(0, 4),
                project.maxContributionEur === null ? null : format.money(project.maxContributionEur),
                t('brings.withPartners', { count: project.partners }),
                project.coordinator &&
                  t('brings.ledBy', {
                    name: project.coordinator.name,
                    country: format.country(project.coordinator.country),
                  }),
                project.invented ? t('invented') : null,
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </Text>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
