import { ActionIcon, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { useUndo } from '../../parts/feedback/use-undo.js';
import { useFormat } from '../../parts/format/use-format.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import { NoteForm } from './note-form.js';
import { useNotes } from './use-notes.js';
import type { Member, Note } from './use-members.js';

interface NoteListProps {
  readonly member: Member;
  readonly reference: string;
}

/** Notes and next steps; nobody but the cluster's staff reads them. */
export function NoteList({ member, reference }: NoteListProps) {
  const { t } = useTranslation('members');
  const { write, remove } = useNotes(reference);
  const undo = useUndo();
  const takeAway = async (note: Note): Promise<void> => {
    await remove.mutateAsync(note.id);
    undo(t('notes.removed'), async () => void (await write.mutateAsync(note)));
  };
  const markDone = async (note: Note): Promise<void> => {
    await write.mutateAsync({ ...note, doneAt: note.doneAt === null ? '' : null });
  };
  return (
    <Stack gap="sm">
      <Title order={2}>{t('notes.title')}</Title>
      <Text c="dimmed">{t('notes.lead')}</Text>
      <FormProblem error={remove.error} fields={[]} />
      {member.notes.map((note) => (
        <NoteCard
          key={note.id}
          note={note}
          onDone={() => void markDone(note)}
          onRemove={() => void takeAway(note)}
        />
      ))}
      <NoteForm write={write} />
    </Stack>
  );
}

interface NoteCardProps {
  readonly note: Note;
  readonly onDone: () => void;
  readonly onRemove: () => void;
}

function NoteCard({ note, onDone, onRemove }: NoteCardProps) {
  const { t } = useTranslation('members');
  const format = useFormat();
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4} flex="1 1 14rem">
          {note.step !== null && (
            <Group gap="xs">
              <Badge variant="light">{t(`steps.${note.step}`)}</Badge>
              <Text size="sm">
                {note.doneAt !== null
                  ? t('notes.doneOn', { day: format.date(note.doneAt) })
                  : note.dueOn === null
                    ? t('noDay')
                    : t('by', { day: format.date(note.dueOn) })}
              </Text>
            </Group>
          )}
          <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{note.text}</Text>
          <Text size="sm" c="dimmed">
            {t('notes.writtenOn', { day: format.date(note.writtenAt) })}
          </Text>
        </Stack>
        <Group gap="xs">
          {note.step !== null && (
            <Button
              size="compact-md"
              variant="default"
              leftSection={<IconCheck size={16} aria-hidden />}
              onClick={onDone}
            >
              {t(note.doneAt === null ? 'notes.done' : 'notes.notDone')}
            </Button>
          )}
          <ActionIcon variant="subtle" size="lg" aria-label={t('notes.remove')} onClick={onRemove}>
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
    </Paper>
  );
}
