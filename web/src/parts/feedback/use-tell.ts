import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Says that something was done, where there is nothing to take back. */
export function useTell(): (done: string) => void {
  const { t } = useTranslation();
  return useCallback(
    (done) => {
      notifications.show({ message: done, closeButtonProps: { 'aria-label': t('close') } });
    },
    [t],
  );
}
