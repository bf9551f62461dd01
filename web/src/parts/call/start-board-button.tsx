import { Button } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';

/** What a board is started with: a call by its identifier, or an idea in words. */
type From = { readonly opportunity: string } | { readonly idea: string };

/** Opens a consortium board and goes there. For officers: the page decides who sees it. */
export function StartBoardButton({ from }: { readonly from: From }) {
  const { t } = useTranslation('calls');
  const navigate = useNavigate();
  const start = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/consortia', { body: from })),
    onSuccess: ({ id }) => void navigate({ to: `/consortia/${id}` as never }),
    // staff of several clusters say for which: the form there asks
    onError: () =>
      void navigate({
        to: '/consortia',
        search: ('opportunity' in from ? { from: from.opportunity } : {}) as never,
      }),
  });
  return (
    <Button
      variant="default"
      leftSection={<IconUsersPlus size={16} aria-hidden />}
      loading={start.isPending}
      onClick={() => start.mutate()}
    >
      {t('startBoard')}
    </Button>
  );
}
