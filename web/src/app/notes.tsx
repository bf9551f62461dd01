import { lazy, Suspense } from 'react';

import { noteLibrary, useNotesWanted } from '../parts/feedback/note-library.js';

const Shown = lazy(async () => ({ default: (await noteLibrary()).Notifications }));

/** Above dialogues (200), under menus and lists that were opened since (300). */
const underMenus = 250;

/** Where it is said that something was done. */
export function Notes() {
  if (!useNotesWanted()) return null;
  return (
    <Suspense fallback={null}>
      <Shown position="bottom-center" limit={3} zIndex={underMenus} />
    </Suspense>
  );
}
