import { Button, Group, NativeSelect, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { FormProblem } from '../../parts/states/form-problem.js';
import type { Request, RequestDeeds } from './use-requests.js';

export const declineReasons = ['topic', 'role', 'timing', 'capacity', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];

interface AnswerFormProps {
  readonly request: Request;
  readonly deeds: RequestDeeds;
}

/** Accept, ask, decline: a no takes one press, a reason and a word are welcome. */
export function AnswerForm({ request, deeds }: AnswerFormProps) {
  const { t } = useTranslation('requests');
  const { answer } = deeds;
  return (
    <Paper withBorder p="md">
      <Stack gap="sm" align="flex-start">
        <Title order={2}>{t(request.channel === 'outside' ? 'answer.outside' : 'answer.title')}</Title>
        {request.masked && <Text maw="44rem">{t('answer.reveals')}</Text>}
        <AnswerFields
          busy={answer.isPending}
          mayAccept
          mayAsk={request.nextStates.includes('more-information')}
          onAnswer={(body) => answer.mutate(body)}
        />
        <FormProblem error={answer.error} fields={[]} />
      </Stack>
    </Paper>
  );
}

interface Given {
  readonly answer: 'accepted' | 'declined' | 'more-information';
  readonly reason?: DeclineReason | null;
  readonly note?: string | null;
}

interface AnswerFieldsProps {
  readonly busy: boolean;
  readonly mayAccept: boolean;
  readonly mayAsk: boolean;
  readonly onAnswer: (given: Given) => void;
}

/** The three answers, with a reason and a word. */
export function AnswerFields({ busy, mayAccept, mayAsk, onAnswer }: AnswerFieldsProps) {
  const { t } = useTranslation('requests');
  const [reason, setReason] = useState<DeclineReason>('capacity');
  const [note, setNote] = useState('');
  const words = note.trim() === '' ? null : note;
  return (
    <>
      <Textarea
        w="100%"
        maw="44rem"
        label={t('answer.note')}
        description={t('answer.noteHint')}
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={({ currentTarget: { value } }) => setNote(value)}
      />
      <Group gap="sm" align="flex-end">
        {mayAccept && (
          <Button loading={busy} onClick={() => onAnswer({ answer: 'accepted' })}>
            {t('answer.accept')}
          </Button>
        )}
        {mayAsk && (
          <Button
            variant="default"
            disabled={busy || words === null}
            onClick={() => onAnswer({ answer: 'more-information', note: words })}
          >
            {t('answer.ask')}
          </Button>
        )}
        <NativeSelect
          label={t('answer.reason')}
          value={reason}
          onChange={({ currentTarget: { value } }) => setReason(value as DeclineReason)}
          data={declineReasons.map((one) => ({ value: one, label: t(`reasons.${one}`) }))}
        />
        <Button
          variant="default"
          disabled={busy}
          onClick={() => onAnswer({ answer: 'declined', reason, note: words })}
        >
          {t('answer.decline')}
        </Button>
      </Group>
    </>
  );
}
