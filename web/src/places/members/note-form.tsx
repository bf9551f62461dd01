import { Button, Group, NativeSelect, Paper, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { problemsByField } from '../../api/problem.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import type { Notes } from './use-notes.js';

const steps = [
  'digital-innovation-hub',
  'een-adviser',
  'national-contact-point',
  'meeting',
  'interview',
  'introduction',
  'funding-advice',
  'other',
] as const;

const fields = ['text', 'step', 'dueOn'] as const;

const empty = { step: null as string | null, text: '', dueOn: '' };

/** Writes a note; with a step it is something to do. */
export function NoteForm({ write }: Pick<Notes, 'write'>) {
  const { t } = useTranslation('members');
  const [note, setNote] = useState(empty);
  const problems = problemsByField(write.error, fields);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { step, text, dueOn } = note;
    await write.mutateAsync({
      id: crypto.randomUUID(),
      step,
      text,
      dueOn: dueOn === '' ? null : dueOn,
      doneAt: null,
    });
    setNote(empty);
  };
  return (
    <Paper component="form" withBorder p="md" onSubmit={(event) => void submit(event).catch(() => undefined)}>
      <Stack gap="sm" align="flex-start">
        <Group align="flex-end" gap="sm">
          <NativeSelect
            label={t('notes.step')}
            value={note.step ?? ''}
            onChange={({ currentTarget: { value } }) =>
              setNote((before) => ({ ...before, step: value === '' ? null : value }))
            }
            data={[
              { value: '', label: t('notes.noStep') },
              ...steps.map((step) => ({ value: step, label: t(`steps.${step}`) })),
            ]}
            error={problems['step']}
          />
          {note.step !== null && (
            <TextInput
              type="date"
              label={t('notes.dueOn')}
              value={note.dueOn}
              onChange={({ currentTarget: { value } }) => setNote((before) => ({ ...before, dueOn: value }))}
              error={problems['dueOn']}
            />
          )}
        </Group>
        <Textarea
          label={t('notes.text')}
          required
          maxLength={4000}
          rows={3}
          w="100%"
          value={note.text}
          onChange={({ currentTarget: { value } }) => setNote((before) => ({ ...before, text: value }))}
          error={problems['text']}
        />
        <FormProblem error={write.error} fields={fields} />
        <Button type="submit" loading={write.isPending}>
          {t('notes.write')}
        </Button>
      </Stack>
    </Paper>
  );
}
