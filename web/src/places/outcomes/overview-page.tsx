import { Alert, Button, Group, Paper, SimpleGrid, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { IconAlertTriangle, IconPrinter } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { AnchorLink } from '../../parts/link/anchor-link.js';
import { Page } from '../../parts/page.js';
import { LoadingState } from '../../parts/states/loading-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { WideTable } from '../../parts/table/wide-table.js';
import { StageBars } from './stage-bars.js';
import { isAlert, useFairness, useOutcomes, useReport, type Report } from './use-outcomes.js';

const BesideOthers = lazy(async () => ({ default: (await import('./beside-others.js')).BesideOthers }));

const tiles = ['members', 'confirmed', 'dormant', 'calls', 'strong', 'thin', 'boards', 'agreed'] as const;
const figures = [
  ...tiles.slice(0, 3),
  'readers',
  'digests',
  'useful',
  'notForUs',
  ...tiles.slice(3),
] as const;

/** The cluster in a dozen figures, what came of it, and what to look at. */
export function OverviewPage() {
  const { t } = useTranslation('outcomes');
  const { month } = useSearch({ from: '/overview' });
  const report = useReport(month);
  return (
    <Page
      title={t('overview.title')}
      lead={t('overview.lead')}
      actions={
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('overview.print')}
        </Button>
      }
    >
      <Stack gap="lg">
        <ConcentrationAlert />
        <QueryState query={report}>{(data) => <Figures report={data} />}</QueryState>
      </Stack>
    </Page>
  );
}

/** Nothing where suggestions are spread well. */
function ConcentrationAlert() {
  const { t } = useTranslation('outcomes');
  const format = useFormat();
  const fairness = useFairness().data;
  if (!fairness || fairness.concentration === null || !isAlert(fairness)) return null;
  return (
    <Alert
      color="orange"
      variant="outline"
      icon={<IconAlertTriangle aria-hidden />}
      c="var(--mantine-color-text)"
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      title={t('fair.alert', { share: format.share(fairness.concentration) })}
    >
      <AnchorLink to="/outcomes/fair-access">{t('overview.toFairness')}</AnchorLink>
    </Alert>
  );
}

function Figures({ report }: { readonly report: Report }) {
  const { t } = useTranslation('outcomes');
  const format = useFormat();
  const told = (figure: (typeof figures)[number]): string => {
    const value = report.figures[figure];
    return value === null ? t('overview.few', { fewest: report.fewest }) : format.number(value);
  };
  return (
    <>
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
        {tiles.map((tile) => (
          <Paper key={tile} withBorder p="sm">
            <Text fz="1.6rem" fw={650} lh={1.2}>
              {told(tile)}
            </Text>
            <Text size="sm">{t(`figures.${tile}`)}</Text>
          </Paper>
        ))}
      </SimpleGrid>
      <Group gap="lg">
        <AnchorLink to="/map">{t('overview.toMap')}</AnchorLink>
        <AnchorLink to="/consortia">{t('overview.toBoards')}</AnchorLink>
        <AnchorLink to="/outcomes">{t('overview.toOutcomes')}</AnchorLink>
      </Group>
      <Chain />
      <Month report={report} told={told} />
      <Suspense fallback={<LoadingState />}>
        <BesideOthers report={report} />
      </Suspense>
    </>
  );
}

function Chain() {
  const { t } = useTranslation('outcomes');
  const outcomes = useOutcomes('ever').data;
  return (
    <Stack gap="xs" component="section" aria-labelledby="chain">
      <Title order={2} id="chain">
        {t('title')}
      </Title>
      {outcomes && outcomes.whole.suggested > 0 ? (
        <StageBars counts={outcomes.whole} title={t('chain')} />
      ) : (
        <Text>{t('nothing')}</Text>
      )}
    </Stack>
  );
}

interface MonthProps {
  readonly report: Report;
  readonly told: (figure: (typeof figures)[number]) => string;
}

/** The monthly report, of any month: each figure with what it means. */
function Month({ report, told }: MonthProps) {
  const { t } = useTranslation('outcomes');
  const format = useFormat();
  const navigate = useNavigate();
  return (
    <Stack gap="xs" component="section" aria-labelledby="month">
      <Title order={2} id="month">
        {t('overview.month')}
      </Title>
      <TextInput
        type="month"
        label={t('overview.whichMonth')}
        value={report.month}
        maw="14rem"
        className="no-print"
        onChange={({ currentTarget: { value } }) =>
          void navigate({
            to: '/overview',
            search: value === '' ? {} : { month: value },
            replace: true,
            resetScroll: false,
          })
        }
      />
      <Text size="sm">{t('overview.until', { at: format.dateTime(report.until) })}</Text>
      <WideTable caption={t('overview.month')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('overview.figure')}</Table.Th>
            <Table.Th ta="right">{t('overview.value')}</Table.Th>
            <Table.Th>{t('overview.meaning')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figures.map((figure) => (
            <Table.Tr key={figure}>
              <Table.Th scope="row">{t(`figures.${figure}`)}</Table.Th>
              <Table.Td ta="right">{told(figure)}</Table.Td>
              <Table.Td>{t(`meanings.${figure}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      <Text size="sm" c="dimmed">
        {t('overview.suppressed', { fewest: report.fewest, most: report.fewest - 1 })}
      </Text>
    </Stack>
  );
}
