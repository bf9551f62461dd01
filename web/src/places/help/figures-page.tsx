import { Paper, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { FitBars } from '../../parts/fit/fit-bars.js';
import type { Explained } from '../../parts/help/what-is-this.js';
import { Page } from '../../parts/page.js';
import { EuropeMap } from '../../parts/pictures/europe-map.js';
import { Matrix, type MatrixLevel } from '../../parts/pictures/matrix.js';
import { QuotationPair } from '../../parts/quotation/quotation-pair.js';
import { LoadingState } from '../../parts/states/loading-state.js';

const DeadlineTimeline = lazy(async () => ({
  default: (await import('../../parts/pictures/deadline-timeline.js')).DeadlineTimeline,
}));

/** What the figures and pictures mean, each with an example that is invented. */
export function FiguresPage() {
  const { t } = useTranslation('help');
  return (
    <Page title={t('figures.title')} lead={t('figures.lead')}>
      <Figure about="fit">
        <FitBars band="good" competence={0.72} trackRecord={0.31} />
      </Figure>
      <Figure about="reasons">
        <QuotationPair
          call={{ text: t('figures.example.call') }}
          record={{ text: t('figures.example.record') }}
        />
      </Figure>
      <Figure about="success" />
      <Figure about="deadlines">
        <TimelineExample />
      </Figure>
      <Figure about="map">
        <MapExample />
      </Figure>
      <Figure about="matrix">
        <MatrixExample />
      </Figure>
    </Page>
  );
}

function Figure({ about, children }: { readonly about: Explained; readonly children?: ReactNode }) {
  const { t } = useTranslation('help');
  return (
    <Stack gap="xs" component="section" id={about}>
      <Title order={2}>{t(`figures.${about}.title`)}</Title>
      <Text maw="44rem">{t(`figures.${about}.text`)}</Text>
      {children !== undefined && (
        <Paper withBorder p="md">
          {children}
        </Paper>
      )}
    </Stack>
  );
}

/** Days from today on which the example's calls end. */
const ends = [12, 45, 46, 120, 260] as const;

function TimelineExample() {
  const { t } = useTranslation('help');
  const now = new Date();
  const items = ends.map((days, index) => ({
    id: String(days),
    name: t('figures.example.name', { count: index + 1 }),
    date: new Date(now.getTime() + days * 86_400_000).toISOString(),
  }));
  return (
    <Suspense fallback={<LoadingState lines={2} />}>
      <DeadlineTimeline title={t('figures.deadlines.title')} items={items} fileName="example" now={now} />
    </Suspense>
  );
}

const places = [
  'ITC4',
  'ITC4',
  'ITC4',
  'ITH5',
  'FRK2',
  'DE11',
  'DE11',
  'ES21',
  'FI1B',
  'PT16',
  'NL41',
  'ES70',
];

function MapExample() {
  const { t } = useTranslation('help');
  const items = places.map((nuts, index) => ({
    id: String(index),
    name: t('figures.example.partner', { count: index + 1 }),
    country: nuts.slice(0, 2),
    nuts,
  }));
  return <EuropeMap title={t('figures.map.title')} items={items} fileName="example" />;
}

const sides = ['a', 'b', 'c'] as const;

function MatrixExample() {
  const { t } = useTranslation('help');
  const named = (what: 'row' | 'column') =>
    sides.map((id) => ({ id, name: t(`figures.example.${what}.${id}`) }));
  const cell = (row: string, column: string) => {
    const level = ((row.charCodeAt(0) * 2 + column.charCodeAt(0)) % 4) as MatrixLevel;
    return { level, text: t(`figures.example.level.${level}`) };
  };
  return (
    <Matrix
      title={t('figures.matrix.title')}
      rowTitle={t('figures.example.rows')}
      rows={named('row')}
      columns={named('column')}
      cell={cell}
      fileName="example"
    />
  );
}
