import {
  Button,
  Checkbox,
  Group,
  List,
  NativeSelect,
  Paper,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useTell } from '../../parts/feedback/use-tell.js';
import { useFormat } from '../../parts/format/use-format.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { ChangedElsewhere } from './changed-elsewhere.js';
import { letterKeys, useSourceWords } from './letter-words.js';
import { useLetter } from './use-letter.js';
import type { Request, RequestDeeds } from './use-requests.js';

interface LetterEditorProps {
  readonly request: Request;
  readonly deeds: RequestDeeds;
}

type Part = Request['parts'][number];
type Key = (typeof letterKeys)[number];

/** The request as it was written from the record: every sentence can be changed, and says where it comes from. */
export function LetterEditor({ request, deeds }: LetterEditorProps) {
  const { t } = useTranslation('requests');
  const tell = useTell();
  const format = useFormat();
  const [add, setAdd] = useState<Key>('effort');
  const { change, act } = deeds;
  const letter = useLetter(request, change);
  const { parts, setParts, role, setRole, dirty, another } = letter;
  const busy = change.isPending || act.isPending;
  const held = another || busy;
  const written = parts.filter(({ text }) => text.trim() !== '') as (Part & { key: Key })[];
  // what was typed goes along with every change: the answer takes the place of these fields
  const body = { version: letter.version, ...(dirty ? { parts: written, role } : {}) };
  const save = () => change.mutateAsync(body);
  const send = async (): Promise<void> => {
    if (dirty) {
      const saved = await save();
      // whoever writes is told what the other side will not read before it goes, not after
      const known = request.removed.map(({ text }) => text);
      if (saved.removed.some(({ text }) => !known.includes(text))) return tell(t('removed.look'));
    }
    const sent = await act.mutateAsync('send');
    tell(sent.state === 'sent' ? t('sent') : t('queued', { date: format.date(sent.queuedFor) }));
  };
  const set = (at: number, text: string): void =>
    setParts((before) => before.map((part, i) => (i === at ? { ...part, text, source: null } : part)));
  if (request.queuedFor !== null)
    return <Text role="status">{t('queued', { date: format.date(request.queuedFor) })}</Text>;
  return (
    <Stack gap="md" component="section" aria-labelledby="letter">
      <Title order={2} id="letter">
        {t('letter.title')}
      </Title>
      <TextInput
        label={t('new.role')}
        maxLength={200}
        value={role}
        onChange={({ currentTarget: { value } }) => setRole(value)}
      />
      {letterKeys.map((key) => (
        <PartsOf key={key} of={key} parts={parts} onChange={set} />
      ))}
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={t('letter.add')}
          value={add}
          onChange={({ currentTarget: { value } }) => setAdd(value as Key)}
          data={letterKeys.map((key) => ({ value: key, label: t(`parts.${key}`) }))}
        />
        <Button
          variant="default"
          onClick={() => setParts((before) => [...before, { key: add, text: '', source: null }])}
        >
          {t('letter.addOne')}
        </Button>
      </Group>
      <Removed
        request={request}
        held={held}
        onAllow={(text) => change.mutate({ ...body, allowed: [...request.allowed, text] })}
      />
      {request.masked && (
        <Checkbox
          label={t('letter.showUs')}
          description={t('letter.showUsWhy')}
          checked={request.showsSender}
          disabled={held}
          onChange={({ currentTarget: { checked } }) => change.mutate({ ...body, showsSender: checked })}
        />
      )}
      {request.replacementOnly && (
        <Checkbox
          label={t('letter.replacement')}
          description={t('letter.replacementWhy')}
          checked={request.replacement}
          disabled={held}
          onChange={({ currentTarget: { checked } }) => change.mutate({ ...body, replacement: checked })}
        />
      )}
      {another && !busy ? (
        <ChangedElsewhere onKeep={letter.keep} onTake={letter.take} />
      ) : (
        <FormProblem error={change.error ?? act.error} fields={[]} />
      )}
      <Group gap="sm">
        <Button loading={busy} disabled={another} onClick={() => void send().catch(() => undefined)}>
          {request.channel === 'outside' ? t('letter.askedOutside') : t('letter.send')}
        </Button>
        <Button
          variant="default"
          disabled={!dirty || held}
          onClick={() => void save().catch(() => undefined)}
        >
          {t('letter.save')}
        </Button>
        <Button
          variant="subtle"
          disabled={held}
          onClick={() => change.mutate({ ...body, reserve: !request.reserve })}
        >
          {request.reserve ? t('letter.fromReserve') : t('letter.toReserve')}
        </Button>
        <Button variant="subtle" disabled={held} onClick={() => act.mutate('withdraw')}>
          {t('letter.discard')}
        </Button>
      </Group>
    </Stack>
  );
}

interface PartsOfProps {
  readonly of: Key;
  readonly parts: readonly Part[];
  readonly onChange: (at: number, text: string) => void;
}

function PartsOf({ of, parts, onChange }: PartsOfProps) {
  const { t } = useTranslation('requests');
  const sourceOf = useSourceWords();
  const own = parts.map((part, at) => ({ ...part, at })).filter(({ key }) => key === of);
  if (own.length === 0) return null;
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={3}>{t(`parts.${of}`)}</Title>
        {own.map(({ at, text, source }) => (
          <Textarea
            key={at}
            aria-label={t(`parts.${of}`)}
            description={sourceOf(source)}
            inputWrapperOrder={['input', 'description', 'error']}
            autosize
            maxLength={2000}
            value={text}
            onChange={({ currentTarget: { value } }) => onChange(at, value)}
          />
        ))}
      </Stack>
    </Paper>
  );
}

interface RemovedProps {
  readonly request: Request;
  readonly held: boolean;
  readonly onAllow: (text: string) => void;
}

/** What the other side will not read, and what may stand all the same. */
function Removed({ request, held, onAllow }: RemovedProps) {
  const { t } = useTranslation('requests');
  if (!request.masked || request.showsSender) return null;
  const removed = [...new Set(request.removed.map(({ text }) => text))];
  return (
    <Stack gap="xs" role="status">
      <Text>{removed.length === 0 ? t('removed.none') : t('removed.some', { count: removed.length })}</Text>
      <List spacing={4}>
        {removed.map((text) => (
          <List.Item key={text}>
            {`“${text}” `}
            <Button
              variant="subtle"
              size="compact-sm"
              disabled={held}
              aria-label={t('removed.allowOne', { text })}
              onClick={() => onAllow(text)}
            >
              {t('removed.allow')}
            </Button>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
