import { Button } from '@mantine/core';
import { IconBookmark, IconBookmarkFilled } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { useUndo } from '../feedback/use-undo.js';

interface SaveButtonProps {
  readonly id: string;
  readonly title: string;
  readonly saved: boolean;
}

/** Keeps an eye on a call, or no longer; forgetting one can be undone. */
export function SaveButton({ id, title, saved }: SaveButtonProps) {
  const { t } = useTranslation('calls');
  const undo = useUndo();
  const client = useQueryClient();
  const [shown, setShown] = useState(saved);
  const change = useMutation({
    mutationFn: (keep: boolean) => {
      const path = { params: { path: { reference: id } } };
      return keep
        ? answered(api.PUT('/api/v1/opportunities/{reference}/saved', path))
        : answered(api.DELETE('/api/v1/opportunities/{reference}/saved', path));
    },
    onMutate: setShown,
    onError: (_error, keep) => setShown(!keep),
    onSettled: () => client.invalidateQueries({ queryKey: ['saved'] }),
  });
  const press = (): void => {
    change.mutate(!shown);
    if (shown) undo(t('save.forgotten'), () => change.mutate(true));
  };
  return (
    <Button
      variant={shown ? 'light' : 'default'}
      size="compact-md"
      leftSection={
        shown ? <IconBookmarkFilled size={16} aria-hidden /> : <IconBookmark size={16} aria-hidden />
      }
      aria-pressed={shown}
      aria-label={`${t('save.save')}: ${title}`}
      onClick={press}
    >
      {change.isError ? t('save.failed') : shown ? t('save.saved') : t('save.save')}
    </Button>
  );
}
