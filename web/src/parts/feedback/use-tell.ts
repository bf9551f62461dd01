import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import { noteLibrary } from './note-library.js';

/** Says that something was done, where there is nothing to take back. */
export function useTell(): (done: string) => void {
  const { t } = useTranslation();
  return useCallback(
    (done) => {
      const note = { message: done, closeButtonProps: { 'aria-label': t('close') } };
      void noteLibrary().then(({ notifications }) => notifications.show(note));
    },
    [t],
  );
}
