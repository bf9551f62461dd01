import { Button, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { agreeingDeeds, type SaidOutcome } from './agreeing-deeds.js';
import type { OutcomeSectionProps } from './outcome-section.js';

/** What can be said from where a board stands. */
const answers = {
  agreed: ['submitted', 'funded', 'not-funded', 'dropped'],
  submitted: ['funded', 'not-funded'],
} as const satisfies Record<'agreed' | 'submitted', readonly SaidOutcome['state'][]>;

/** The service takes a grant agreement number of this length, in characters. */
const longestGrant = 50;

/** Asks once what became of it; an answer stays, so it is chosen first and said then. */
export function OutcomeForm({ board, deeds }: OutcomeSectionProps) {
  const { t } = useTranslation('ready');
  const [state, setState] = useState<SaidOutcome['state'] | null>(null);
  const [grant, setGrant] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setMissing(state === null);
    if (state === null) return;
    const number = grant.trim();
    const said = state === 'funded' && number !== '' ? { grant: number } : {};
    void deeds.run(() => agreeingDeeds(board.id).sayOutcome({ version: board.version, state, ...said }), {
      done: t('outcome.said', { what: t(`outcome.answers.${state}`) }),
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm" align="flex-start">
        <Radio.Group
          aria-labelledby="outcome-question"
          value={state}
          onChange={(value) => setState(value)}
          error={isMissing && state === null ? t('outcome.choose') : undefined}
        >
          <Stack gap={6} mb={4}>
            {answers[board.state === 'submitted' ? 'submitted' : 'agreed'].map((answer) => (
              <Radio key={answer} value={answer} label={t(`outcome.answers.${answer}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {state === 'funded' && (
          <TextInput
            label={t('outcome.grant')}
            description={t('outcome.grantHint')}
            value={grant}
            maxLength={longestGrant}
            onChange={({ currentTarget: { value } }) => setGrant(value)}
          />
        )}
        <Text size="sm" c="dimmed">
          {t('outcome.stays')}
        </Text>
        <Button type="submit" loading={deeds.busy}>
          {t('outcome.say')}
        </Button>
      </Stack>
    </form>
  );
}
