import { Button, Group, Text } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import { noteLibrary } from './note-library.js';

/** How long something can be taken back from the note, in milliseconds; a pointer or focus on it stops the clock. */
const offered = 8_000;

/** Says that something was done, and offers to take it back: `const undo = useUndo(); undo(t('removed'), () => restore())`. */
export function useUndo(): (done: string, takeBack: () => void | Promise<void>) => void {
  const { t } = useTranslation();
  return useCallback(
    (done, takeBack) => {
      void noteLibrary().then(({ notifications }) => {
        const id = notifications.show({
          autoClose: offered,
          closeButtonProps: { 'aria-label': t('close') },
          message: (
            <Group justify="space-between" wrap="nowrap">
              <Text size="sm">{done}</Text>
              <Button
                size="compact-sm"
                variant="light"
                onClick={() => {
                  notifications.hide(id);
                  void takeBack();
                }}
              >
                {t('undo')}
              </Button>
            </Group>
          ),
        });
      });
    },
    [t],
  );
}
