import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { Page } from '../../parts/page.js';
import type { MatrixCell } from '../../parts/pictures/matrix.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { LoadingState } from '../../parts/states/loading-state.js';
import { QueryState } from '../../parts/states/query-state.js';
import { AnnexText } from './annex-text.js';
import { cellAddress } from './cell-address.js';
import { useCoverage, useServedLanguage, type Coverage, type CoverageCell } from './use-coverage.js';

const Matrix = lazy(async () => ({ default: (await import('../../parts/pictures/matrix.js')).Matrix }));

const levels = { strong: 3, thin: 1, none: 0 } as const;

/** Ecosystem by programme part: strong, thin, none. */
export function MapPage() {
  const { t } = useTranslation('map');
  const { compare } = useSearch({ from: '/map' });
  const coverage = useCoverage(compare);
  const lang = useServedLanguage();
  const [isAnnex, setAnnex] = useState(false);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Button variant="default" aria-expanded={isAnnex} onClick={() => setAnnex((shown) => !shown)}>
            {t('annex.open')}
          </Button>
          <Button
            component="a"
            href={`/api/v1/insights/coverage.csv?lang=${lang}`}
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('table')}
          </Button>
        </>
      }
    >
      {isAnnex && <AnnexText />}
      <QueryState query={coverage}>{(data) => <Contents coverage={data} />}</QueryState>
    </Page>
  );
}

function Contents({ coverage }: { readonly coverage: Coverage }) {
  const { t } = useTranslation('map');
  const format = useFormat();
  if (coverage.members === 0) return <EmptyState title={t('noMembers')} why={t('noMembersWhy')} />;
  if (coverage.parts.length === 0) return <EmptyState title={t('noCalls')} why={t('noCallsWhy')} />;
  const cells = new Map(coverage.cells.map((cell) => [`${cell.ecosystem}\n${cell.part}`, cell]));
  return (
    <Stack gap="md">
      <Text role="status">
        {t('counted', { members: format.number(coverage.members), count: coverage.members })}{' '}
        {coverage.countedAt === null
          ? t('notCounted')
          : t('countedAt', { at: format.dateTime(coverage.countedAt) })}
      </Text>
      <Compare coverage={coverage} />
      <Suspense fallback={<LoadingState lines={6} />}>
        <Matrix
          title={t('matrix')}
          rowTitle={t('ecosystem')}
          rows={coverage.ecosystems.map(({ code, name, count }) => ({
            id: code,
            name: `${name} (${count})`,
          }))}
          columns={coverage.parts.map(({ code, name, count }) => ({ id: code, name: `${name} (${count})` }))}
          cell={(row, column) => shown(cells.get(`${row}\n${column}`))}
          fileName="coverage"
        />
      </Suspense>
      <Text size="sm" c="dimmed" maw="44rem">
        {t('method')}
      </Text>
    </Stack>
  );

  function shown(cell: CoverageCell | undefined): MatrixCell {
    if (!cell) return { level: 0, text: t('covers.none') };
    const was =
      cell.before && cell.before.members !== cell.members
        ? ` ${t('was', { count: cell.before.members })}`
        : '';
    return {
      level: levels[cell.cover as keyof typeof levels] ?? 0,
      text:
        cell.cover === 'none'
          ? `${t('covers.none')}${was}`
          : `${t('cell', { cover: t(`covers.${cell.cover}`), count: cell.members })}${was}`,
      href: cellAddress(cell.ecosystem, cell.part),
    };
  }
}

/** Another date to compare with, of those that lists were counted on. */
function Compare({ coverage }: { readonly coverage: Coverage }) {
  const { t } = useTranslation('map');
  const format = useFormat();
  const { compare } = useSearch({ from: '/map' });
  const navigate = useNavigate();
  if (coverage.runs.length === 0) return <Text size="sm">{t('compare.none')}</Text>;
  return (
    <Group>
      <NativeSelect
        label={t('compare.label')}
        value={compare ?? ''}
        onChange={({ currentTarget: { value } }) =>
          void navigate({
            to: '/map',
            search: value === '' ? {} : { compare: value },
            replace: true,
            resetScroll: false,
          })
        }
        data={[
          { value: '', label: t('compare.nothing') },
          ...coverage.runs.map(({ id, asOf }) => ({ value: id, label: format.date(asOf) })),
        ]}
      />
    </Group>
  );
}
