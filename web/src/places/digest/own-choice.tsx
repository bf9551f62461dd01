import { Button, Paper, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { components } from '../../api/schema.js';
import { useTell } from '../../parts/feedback/use-tell.js';
import { useUndo } from '../../parts/feedback/use-undo.js';
import { useFormat } from '../../parts/format/use-format.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { QueryState } from '../../parts/states/query-state.js';
import { frequencies, toFrequency, useChoose, useOwnChoice, type Frequency } from './use-digests.js';

type Choice = components['schemas']['OwnSubscriptionResponse'];

/** How often one wants to hear; nothing is chosen in advance. */
export function OwnChoice() {
  const choice = useOwnChoice();
  return <QueryState query={choice}>{(found) => <Choose found={found} />}</QueryState>;
}

function Choose({ found }: { readonly found: Choice }) {
  const { t } = useTranslation('digest');
  const [tell, undo] = [useTell(), useUndo()];
  const standing = toFrequency(found.frequency);
  // what was pressed since; an answer of the service that comes meanwhile does not take it away
  const [pressed, setPressed] = useState<Frequency | null>(null);
  const chosen = pressed ?? standing;
  const choose = useChoose();
  const save = (): void => {
    if (chosen === null) return;
    choose.mutate(chosen, {
      onSuccess: () => {
        setPressed((now) => (now === chosen ? null : now));
        if (standing === null) tell(t('subscription.done'));
        else undo(t('subscription.done'), () => void choose.mutateAsync(standing));
      },
    });
  };
  return (
    <Paper withBorder p="md">
      <Stack gap="sm" align="flex-start">
        <Radio.Group
          label={t('subscription.question')}
          value={chosen}
          onChange={(value) => setPressed(toFrequency(value))}
        >
          <Stack gap="xs" mt="xs">
            {frequencies.map((one) => (
              <Radio key={one} value={one} label={t(`frequency.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Text size="sm" maw="44rem">
          {t('own.consent')}
        </Text>
        <FormProblem error={choose.error} fields={[]} />
        <Button disabled={chosen === null || chosen === standing} loading={choose.isPending} onClick={save}>
          {t('subscription.save')}
        </Button>
        <Standing found={found} />
      </Stack>
    </Paper>
  );
}

/** What was chosen, when, how and to which wording. */
function Standing({ found: { chosenAt, channel, textVersion, currentVersion } }: { readonly found: Choice }) {
  const { t } = useTranslation('digest');
  const format = useFormat();
  return (
    <Text size="sm" c="dimmed">
      {chosenAt === null
        ? t('own.unchosen', { version: currentVersion })
        : t('own.chosen', {
            when: format.dateTime(chosenAt),
            how: t(`channel.${channel ?? 'page'}`),
            version: textVersion,
          })}
    </Text>
  );
}
