import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useUndo } from '../../parts/feedback/use-undo.js';
import { useFormat } from '../../parts/format/use-format.js';
import { Page } from '../../parts/page.js';
import { EmptyState } from '../../parts/states/empty-state.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { QueryState } from '../../parts/states/query-state.js';
import { MergeSide } from './merge-side.js';
import { useMerges, type MergeDecision, type MergeProposal, type Merges } from './use-merges.js';

/** How long a merge can be taken back, in days; the service holds to the same. */
const undoDays = 30;

/** Members that may be one organisation: an officer says whether they are. */
export function MergesPage() {
  const { t } = useTranslation('merges');
  const merges = useMerges();
  return (
    <Page title={t('title')} lead={t('lead', { days: undoDays })}>
      <QueryState query={merges.list}>
        {({ items, count, decisions }) => (
          <Stack gap="lg">
            <FormProblem error={merges.decide.error ?? merges.undo.error} fields={[]} />
            {items.length === 0 ? (
              <EmptyState title={t('none')} why={t('noneWhy')} />
            ) : (
              <Stack gap="sm" component="section">
                <Title order={2}>{t('count', { count })}</Title>
                <Text maw="44rem">{t('whatMoves')}</Text>
                {count > items.length && <Text c="dimmed">{t('more', { shown: items.length })}</Text>}
                {items.map((pair) => (
                  <Pair key={`${pair.kept.id} ${pair.other.id}`} pair={pair} merges={merges} />
                ))}
              </Stack>
            )}
            {decisions.length > 0 && <Decided decisions={decisions} merges={merges} />}
          </Stack>
        )}
      </QueryState>
    </Page>
  );
}

function Pair({ pair, merges }: { readonly pair: MergeProposal; readonly merges: Merges }) {
  const { t } = useTranslation('merges');
  const undo = useUndo();
  const { kept, other, reasons } = pair;
  const names = { kept: kept.legalName, other: other.legalName };
  const say = (decision: 'same' | 'different'): void =>
    merges.decide.mutate(
      { ...pair, decision },
      {
        onSuccess: ({ id }) =>
          undo(t(decision === 'same' ? 'joined' : 'apart', names), () => merges.undo.mutate(id)),
      },
    );
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Text>
          {t('why', { reasons: reasons.map((reason) => t(`reason.${reason as 'name'}`)).join(', ') })}
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <MergeSide label={t('kept')} entry={kept} />
          <MergeSide label={t('other')} entry={other} />
        </SimpleGrid>
        {other.hasPeople && <Text c="var(--tessera-warn)">{t('spokenFor')}</Text>}
        <Group gap="xs">
          {!other.hasPeople && (
            <Button
              aria-label={t('sameNamed', names)}
              loading={merges.decide.isPending}
              onClick={() => say('same')}
            >
              {t('same')}
            </Button>
          )}
          <Button
            variant="default"
            aria-label={t('differentNamed', names)}
            loading={merges.decide.isPending}
            onClick={() => say('different')}
          >
            {t('different')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function Decided({
  decisions,
  merges,
}: {
  readonly decisions: readonly MergeDecision[];
  readonly merges: Merges;
}) {
  const { t } = useTranslation('merges');
  const format = useFormat();
  const now = new Date().toISOString();
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="sm">
        <Title order={2}>{t('decided')}</Title>
        {decisions.map(({ id, decision, keptName, otherName, decidedAt, undoUntil }) => {
          const words = { kept: keptName, other: otherName, day: format.date(decidedAt) };
          return (
            <Group key={id} justify="space-between">
              <Text style={{ overflowWrap: 'anywhere' }}>
                {t(decision === 'same' ? 'decidedSame' : 'decidedDifferent', words)}
              </Text>
              {(undoUntil === null || undoUntil > now) && (
                <Button
                  variant="default"
                  aria-label={t('undoNamed', words)}
                  onClick={() => merges.undo.mutate(id)}
                >
                  {t('undo')}
                </Button>
              )}
            </Group>
          );
        })}
      </Stack>
    </Paper>
  );
}
