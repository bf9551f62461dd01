import { Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Matrix, type MatrixCell, type MatrixLevel } from '../../parts/pictures/matrix.js';
import { QuotationPair } from '../../parts/quotation/quotation-pair.js';
import { LoadingState } from '../../parts/states/loading-state.js';
import { ProblemState } from '../../parts/states/problem-state.js';
import { isIn, useCoverage, type Board, type Coverage } from './use-board.js';
import { useCoverageChange } from './use-coverage-change.js';

type Shown = Coverage['coveredBy'][number];

const levels: Readonly<Record<string, MatrixLevel>> = { strong: 3, good: 2, possible: 1 };
export const levelOf = (band: string | undefined): MatrixLevel => levels[band ?? ''] ?? 0;
const words = ['none', 'possible', 'good', 'strong'] as const;

/** What is asked against who is in: each cell says how far the evidence covers it, and why when it is pressed. */
export function CoverageSection({ board }: { readonly board: Board }) {
  const { t } = useTranslation('boards');
  const coverage = useCoverage(board);
  const change = useCoverageChange(board, coverage.isPlaceholderData ? undefined : coverage.data);
  const open = board.needs.filter(({ state }) => state !== 'closed');
  const partners = board.seats.filter(isIn);
  return (
    <Stack gap="sm" component="section" aria-labelledby="coverage">
      <Title order={2} id="coverage">
        {t('coverage.title')}
      </Title>
      {coverage.isError && <ProblemState error={coverage.error} onRetry={() => void coverage.refetch()} />}
      {coverage.data === undefined && !coverage.isError && <LoadingState lines={2} />}
      {open.length === 0 && <Text>{t('coverage.noNeeds')}</Text>}
      {open.length > 0 && partners.length === 0 && <Text>{t('coverage.nobody')}</Text>}
      {coverage.data !== undefined && partners.length > 0 && open.length > 0 && (
        <CoverageMatrix board={board} coverage={coverage.data} reading={coverage.isPlaceholderData} />
      )}
      <Text role="status" size="sm">
        {change}
      </Text>
    </Stack>
  );
}

function CoverageMatrix({
  board,
  coverage,
  reading,
}: {
  readonly board: Board;
  readonly coverage: readonly Coverage[];
  /** the evidence of somebody new is still being read */
  readonly reading: boolean;
}) {
  const { t } = useTranslation('boards');
  const [pressed, setPressed] = useState<string | null>(null);
  const open = board.needs.filter(({ state }) => state !== 'closed');
  const columns = board.seats.filter(isIn).map(({ organisation }) => ({
    id: organisation?.id ?? '',
    name: organisation?.name ?? t('seat.unknown'),
  }));
  const found = (need: string, organisation: string): Shown | undefined =>
    coverage.find((one) => one.need === need)?.coveredBy.find((one) => one.organisation === organisation);
  const cell = (need: string, organisation: string): MatrixCell => {
    const level = levelOf(found(need, organisation)?.band);
    const isRead =
      !reading ||
      coverage.some(({ coveredBy }) => coveredBy.some((one) => one.organisation === organisation));
    if (!isRead) return { level: 0, text: '…' };
    const key = `${need} ${organisation}`;
    return {
      level,
      text: t(`coverage.levels.${words[level]}`),
      press: { pressed: pressed === key, onPress: () => setPressed(pressed === key ? null : key) },
    };
  };
  const [need = '', organisation = ''] = pressed?.split(' ') ?? [];
  const role = open.find(({ id }) => id === need)?.role;
  return (
    <>
      <Matrix
        title={t('coverage.caption')}
        rowTitle={t('coverage.need')}
        rows={open.map(({ id, role: name }) => ({ id, name: t(`roles.${name}`) }))}
        columns={columns}
        cell={cell}
        fileName="tessera-coverage"
      />
      {role === undefined ? (
        <Text size="sm" c="dimmed">
          {t('coverage.press')}
        </Text>
      ) : (
        <WhyCovered
          role={t(`roles.${role}`)}
          name={columns.find(({ id }) => id === organisation)?.name ?? ''}
          shown={found(need, organisation)}
        />
      )}
    </>
  );
}

interface WhyCoveredProps {
  readonly role: string;
  readonly name: string;
  readonly shown: Shown | undefined;
}

/** One cell in a sentence, with the two quotations it rests on. */
function WhyCovered({ role, name, shown }: WhyCoveredProps) {
  const { t } = useTranslation('boards');
  const level = words[levelOf(shown?.band)];
  return (
    <Paper withBorder p="sm" role="status">
      <Stack gap="xs">
        <Text>
          {t(`coverage.because.${level}`, {
            name,
            role,
            record: shown?.evidenceTitle ?? t('coverage.record'),
          })}
        </Text>
        {shown !== undefined && shown.callQuote !== null && shown.evidenceQuote !== null && (
          <QuotationPair
            call={{ text: shown.callQuote }}
            record={{ text: shown.evidenceQuote, source: shown.evidenceTitle }}
          />
        )}
      </Stack>
    </Paper>
  );
}
