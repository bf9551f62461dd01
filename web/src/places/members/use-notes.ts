import { useMutation, useQueryClient } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { Note } from './use-members.js';

/** A note as it is to stand; `doneAt` null: still to do. */
export type WantedNote = Pick<Note, 'id' | 'text' | 'dueOn' | 'step' | 'doneAt'>;

type Body = components['schemas']['WriteNoteRequest'];

/** Writes and takes away notes about one member; what shows them is read anew. */
export function useNotes(reference: string) {
  const queryClient = useQueryClient();
  const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['members'] });
  const write = useMutation({
    mutationFn: ({ id, step, text, dueOn, doneAt }: WantedNote) =>
      answered(
        api.PUT('/api/v1/organisations/{reference}/notes/{note}', {
          params: { path: { reference, note: id } },
          body: { step: step as NonNullable<Body['step']> | null, text, dueOn, done: doneAt !== null },
        }),
      ),
    onSuccess: refresh,
  });
  const remove = useMutation({
    mutationFn: (note: string) =>
      answered(
        api.DELETE('/api/v1/organisations/{reference}/notes/{note}', {
          params: { path: { reference, note } },
        }),
      ),
    onSuccess: refresh,
  });
  return { write, remove };
}

export type Notes = ReturnType<typeof useNotes>;
