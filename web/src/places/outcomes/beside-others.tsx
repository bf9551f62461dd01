import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { WideTable } from '../../parts/table/wide-table.js';
import type { BaselineMeasure, Report } from './use-outcomes.js';

/** In the order of the table; where a page publishes the figure of others, its address. */
const measures: readonly { readonly measure: BaselineMeasure; readonly source: string | null }[] = [
  {
    measure: 'requestsPerNeed',
    source:
      'https://ec.europa.eu/regional_policy/projects/projects-database/a-platform-for-innovative-collaboration-in-lombardy_en',
  },
  { measure: 'approvedNeeds', source: 'https://www.clustercollaboration.eu/' },
  { measure: 'digestAnswered', source: 'https://www.clustercollaboration.eu/' },
  {
    measure: 'accepted',
    source: 'https://www.converve.com/event-networking-blog/event-matchmaking-faq-2026/',
  },
  { measure: 'answeredInWeek', source: null },
  {
    measure: 'interviewed',
    source:
      'https://www.clustercollaboration.eu/profile-articles/cluster-competence-mapping-what-it-perspective-lower-austria',
  },
  { measure: 'newcomers', source: null },
];

/** What is measured elsewhere, without a figure of ours: said, so that nobody looks for it. */
const notCounted = [
  {
    measure: 'meetings',
    source:
      'https://www.euraxess.sk/en/main/career-development/rebeca-by-euraxess-researchers2-businisses-matchmaking-fairs/outcomes',
  },
  { measure: 'eligibility', source: 'https://www.s3vanguardinitiative.eu/multipurpose-page/how-apply' },
] as const;

const shares: ReadonlySet<BaselineMeasure> = new Set([
  'digestAnswered',
  'accepted',
  'answeredInWeek',
  'newcomers',
]);

/** Our figures beside what others publish, with where they say it and what we aim at (C-15). */
export function BesideOthers({ report }: { readonly report: Report }) {
  const { t } = useTranslation('baselines');
  const format = useFormat();
  const own = (measure: BaselineMeasure): string => {
    const value = report.baselines[measure];
    if (value === null) return t('tooFew', { fewest: report.fewest });
    return shares.has(measure) ? format.share(value) : format.number(Math.round(value * 10) / 10);
  };
  return (
    <Stack gap="xs" component="section" aria-labelledby="beside">
      <Title order={2} id="beside">
        {t('title')}
      </Title>
      <Text size="sm">{t('lead')}</Text>
      <WideTable caption={t('title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('measure')}</Table.Th>
            <Table.Th ta="right">{t('ours')}</Table.Th>
            <Table.Th>{t('others')}</Table.Th>
            <Table.Th>{t('aim')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {measures.map(({ measure, source }) => (
            <Line key={measure} measure={measure} ours={own(measure)} source={source} />
          ))}
          {notCounted.map(({ measure, source }) => (
            <Line key={measure} measure={measure} ours={t(`own.${measure}`)} source={source} />
          ))}
        </Table.Tbody>
      </WideTable>
      <Text size="sm" c="dimmed">
        {t('method')}
      </Text>
    </Stack>
  );
}

interface LineProps {
  readonly measure: BaselineMeasure | (typeof notCounted)[number]['measure'];
  readonly ours: string;
  readonly source: string | null;
}

function Line({ measure, ours, source }: LineProps) {
  const { t } = useTranslation('baselines');
  return (
    <Table.Tr>
      <Table.Th scope="row" miw="12rem">
        {t(`measures.${measure}`)}
      </Table.Th>
      <Table.Td ta="right">{ours}</Table.Td>
      <Table.Td miw="14rem">
        {t(`published.${measure}`)}{' '}
        {source !== null && (
          <Anchor href={source} target="_blank" rel="noreferrer" inherit>
            {t(`sources.${measure}`)}
          </Anchor>
        )}
      </Table.Td>
      <Table.Td miw="10rem">{t(`aims.${measure}`)}</Table.Td>
    </Table.Tr>
  );
}
