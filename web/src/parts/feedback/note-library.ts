import { useSyncExternalStore } from 'react';

let isWanted = false;
const readers = new Set<() => void>();

/** What shows notes; its script comes with the first one, since most visits never see any. */
export async function noteLibrary(): Promise<typeof import('@mantine/notifications')> {
  isWanted = true;
  for (const tell of readers) tell();
  return import('@mantine/notifications');
}

/** Whether a note was asked for in this visit. */
export const useNotesWanted = (): boolean => useSyncExternalStore(subscribe, () => isWanted);

function subscribe(reader: () => void): () => void {
  readers.add(reader);
  return () => readers.delete(reader);
}
