import { lazy, Suspense } from 'react';

import { noteLibrary, useNotesWanted } from '../parts/feedback/note-library.js';

const Shown = lazy(async () => ({ default: (await noteLibrary()).Notifications }));

/** Where it is said that something was done. */
export function Notes() {
  if (!useNotesWanted()) return null;
  return (
    <Suspense fallback={null}>
      <Shown position="bottom-center" limit={3} zIndex={400} />
    </Suspense>
  );
}
