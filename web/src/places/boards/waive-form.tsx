import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { useMe } from '../../app/session/use-me.js';
import { agreeingDeeds } from './agreeing-deeds.js';
import type { OnBoard } from './board-frame.js';

interface WaiveFormProps extends Pick<OnBoard, 'board' | 'deeds'> {
  readonly item: string;
  readonly onDone: () => void;
}

/** The service takes reasons of this length, in characters. */
const shortest = 3;
const longest = 2_000;

/** Goes on without a rule: by one's own name, with a reason that is printed on the sheet. */
export function WaiveForm({ board, deeds, item, onDone }: WaiveFormProps) {
  const { t } = useTranslation('ready');
  const { t: onBoard } = useTranslation('boards');
  const name = useMe()?.name ?? t('waiver.somebody');
  const [reason, setReason] = useState('');
  const [tooShort, setTooShort] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const said = reason.trim();
    setTooShort(said.length < shortest);
    if (said.length < shortest) return;
    const { waive, takeBackWaiver } = agreeingDeeds(board.id);
    const done = await deeds.run(() => waive(item, said), {
      done: t('waiver.done'),
      takeBack: () => () => takeBackWaiver(item),
    });
    if (done) onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate style={{ width: '100%' }}>
      <Stack gap="xs" maw="44rem">
        <Textarea
          label={t('waiver.reason')}
          description={t('waiver.reasonHint')}
          value={reason}
          onChange={({ currentTarget: { value } }) => setReason(value)}
          maxLength={longest}
          autosize
          minRows={2}
          maxRows={10}
          required
          error={tooShort ? t('waiver.tooShort') : undefined}
        />
        <Text size="sm">{t('waiver.byName', { name })}</Text>
        <Group>
          <Button type="submit" loading={deeds.busy}>
            {t('waiver.do')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {onBoard('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
