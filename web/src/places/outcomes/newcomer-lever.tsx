import { Button, Group, List, NumberInput, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { problemsByField } from '../../api/problem.js';
import { useUndo } from '../../parts/feedback/use-undo.js';
import { useFormat } from '../../parts/format/use-format.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { useTurnLever, type Fairness } from './use-outcomes.js';

const fields = ['share', 'reason'] as const;

/** What newcomers keep of every list at least: set with a reason, and taken back. */
export function NewcomerLever({ fairness }: { readonly fairness: Fairness }) {
  const { t } = useTranslation('outcomes');
  const format = useFormat();
  const [share, setShare] = useState<number | string>(Math.round(fairness.newcomerShare * 100));
  const [reason, setReason] = useState('');
  const turn = useTurnLever();
  const undo = useUndo();
  const takeBack = async (): Promise<void> => {
    await turn.mutateAsync(null);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await turn.mutateAsync({ share: Number(share) / 100, reason });
    setReason('');
    undo(t('lever.done'), takeBack);
  };
  const problems = problemsByField(turn.error, fields);
  const [last] = fairness.changes;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="lever">
      <Stack gap="sm" component="form" onSubmit={(event) => void submit(event).catch(() => undefined)}>
        <Title order={2} id="lever">
          {t('lever.title')}
        </Title>
        <Text size="sm" maw="44rem">
          {t('lever.lead', {
            share: format.share(fairness.newcomerShare),
            usual: format.share(fairness.usualNewcomerShare),
          })}
        </Text>
        <NumberInput
          label={t('lever.share')}
          description={t('lever.range')}
          value={share}
          onChange={setShare}
          min={0}
          max={50}
          step={5}
          suffix=" %"
          required
          maw="14rem"
          error={problems['share']}
        />
        <Textarea
          label={t('lever.reason')}
          required
          minLength={3}
          maxLength={500}
          value={reason}
          onChange={({ currentTarget: { value } }) => setReason(value)}
          error={problems['reason']}
        />
        <FormProblem error={turn.error} fields={fields} />
        <Group>
          <Button type="submit" variant="default" loading={turn.isPending}>
            {t('lever.set')}
          </Button>
          {last && !last.undo && (
            <Button
              variant="subtle"
              loading={turn.isPending}
              onClick={() => void takeBack().catch(() => undefined)}
            >
              {t('lever.undo')}
            </Button>
          )}
        </Group>
        <Title order={3}>{t('lever.log')}</Title>
        {last === undefined ? (
          <Text size="sm">{t('lever.never')}</Text>
        ) : (
          <List size="sm">
            {fairness.changes.map((change) => (
              <List.Item key={change.id} style={{ overflowWrap: 'anywhere' }}>
                {t(change.undo ? 'lever.undone' : 'lever.changed', {
                  at: format.dateTime(change.at),
                  by: change.by ?? t('lever.somebody'),
                  share: change.share === null ? t('lever.usual') : format.share(change.share),
                  reason: change.reason,
                })}
              </List.Item>
            ))}
          </List>
        )}
      </Stack>
    </Paper>
  );
}
