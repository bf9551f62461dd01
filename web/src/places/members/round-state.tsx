import { Button, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { components } from '../../api/schema.js';
import { useTell } from '../../parts/feedback/use-tell.js';
import { useFormat } from '../../parts/format/use-format.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { useRounds } from './use-rounds.js';

interface RoundStateProps {
  readonly planned: components['schemas']['PlannedInvitationsResponse'];
}

/** What of a round has not gone yet, and the way to take it back; nothing where nobody waits. */
export function RoundState({ planned: { people, next } }: RoundStateProps) {
  const { t } = useTranslation('rounds');
  const tell = useTell();
  const format = useFormat();
  const { stop } = useRounds();
  if (next === null) return null;
  return (
    <Paper withBorder p="md" component="section" aria-label={t('state.label')}>
      <Group justify="space-between">
        <Text role="status" maw="44rem">
          {t('state.waits', {
            count: people,
            people: format.number(people),
            next: format.number(next.people),
            day: format.date(next.at),
            last: format.date(next.lastAt),
          })}
        </Text>
        <Button
          variant="default"
          loading={stop.isPending}
          onClick={() =>
            stop.mutate(undefined, {
              onSuccess: ({ stopped }) => tell(t('state.stopped', { count: stopped })),
            })
          }
        >
          {t('state.stop')}
        </Button>
      </Group>
      <FormProblem error={stop.error} fields={[]} />
    </Paper>
  );
}
