import { Anchor, Button, Group, List, Paper, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../parts/format/use-format.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import type { Request, RequestDeeds } from './use-requests.js';

interface ThreadProps {
  readonly request: Request;
  readonly deeds: RequestDeeds;
}

/** What the two sides write to each other, times to talk, and what to talk about. */
export function RequestThread({ request, deeds }: ThreadProps) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const { messages, state, side, agenda } = request;
  const writes = state === 'accepted' || (state === 'more-information' && side === 'sender');
  return (
    <Stack gap="sm" component="section" aria-labelledby="thread">
      <Title order={2} id="thread">
        {t('thread.title')}
      </Title>
      {messages.length === 0 && <Text>{t('thread.none')}</Text>}
      <List listStyleType="none" p={0} spacing="sm">
        {messages.map(({ id, at, side: whose, by, text }) => (
          <List.Item key={id}>
            <Paper withBorder p="sm" maw="44rem">
              <Text size="sm" c="dimmed">
                {`${by ?? t(whose === side ? 'thread.us' : 'thread.them')} · ${format.dateTime(at)}`}
              </Text>
              <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text}</Text>
            </Paper>
          </List.Item>
        ))}
      </List>
      {writes && <MessageForm deeds={deeds} />}
      {state === 'accepted' && <Slots request={request} deeds={deeds} />}
      {agenda.length > 0 && (
        <>
          <Title order={3}>{t('thread.agenda')}</Title>
          <List type="ordered" spacing={4} maw="44rem">
            {agenda.map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        </>
      )}
    </Stack>
  );
}

function MessageForm({ deeds: { write } }: Pick<ThreadProps, 'deeds'>) {
  const { t } = useTranslation('requests');
  const [text, setText] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    write.mutate(text, { onSuccess: () => setText('') });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs" align="flex-start">
        <Textarea
          w="100%"
          maw="44rem"
          label={t('thread.write')}
          required
          autosize
          minRows={3}
          maxLength={4000}
          value={text}
          onChange={({ currentTarget: { value } }) => setText(value)}
        />
        <FormProblem error={write.error} fields={[]} />
        <Button type="submit" loading={write.isPending}>
          {t('thread.send')}
        </Button>
      </Stack>
    </form>
  );
}

/** Times proposed, in the time zones of both sides. */
function Slots({ request, deeds: { propose, choose } }: ThreadProps) {
  const { t, i18n } = useTranslation('requests');
  const { slots, side, sender, recipient, id } = request;
  const [times, setTimes] = useState(['', '', '']);
  const zones = [...new Set([sender.zone, recipient.zone])];
  const inZone = (at: string, zone: string): string =>
    new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : i18n.language, {
      dateStyle: 'full',
      timeStyle: 'short',
      timeZone: zone,
    }).format(new Date(at));
  const chosen = slots.some((slot) => slot.chosen);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const written = times.filter((time) => time !== '').map((time) => new Date(time).toISOString());
    propose.mutate(written, { onSuccess: () => setTimes(['', '', '']) });
  };
  return (
    <Stack gap="xs">
      <Title order={3}>{t('slots.title')}</Title>
      <List spacing="xs">
        {(chosen ? slots.filter((slot) => slot.chosen) : slots).map((slot) => (
          <List.Item key={slot.id}>
            {zones.map((zone) => (
              <Text
                key={zone}
                size="sm"
              >{`${inZone(slot.startsAt, zone)} (${zone.replace(/^.*\//, '').replace('_', ' ')})`}</Text>
            ))}
            {slot.chosen && (
              <Anchor href={`/api/v1/introductions/${id}/calendar`} download>
                {t('slots.calendar')}
              </Anchor>
            )}
            {!chosen && slot.side !== side && (
              <Button size="compact-sm" variant="light" onClick={() => choose.mutate(slot.id)}>
                {t('slots.choose')}
              </Button>
            )}
          </List.Item>
        ))}
      </List>
      {!chosen && (
        <form onSubmit={submit}>
          <Group align="flex-end" gap="sm">
            {times.map((time, at) => (
              <TextInput
                key={at}
                type="datetime-local"
                label={t('slots.time', { number: at + 1 })}
                required={at === 0}
                value={time}
                onChange={({ currentTarget: { value } }) =>
                  setTimes((before) => before.map((one, i) => (i === at ? value : one)))
                }
              />
            ))}
            <Button type="submit" variant="default" loading={propose.isPending}>
              {t('slots.propose')}
            </Button>
          </Group>
        </form>
      )}
      <FormProblem error={propose.error ?? choose.error} fields={[]} />
    </Stack>
  );
}
