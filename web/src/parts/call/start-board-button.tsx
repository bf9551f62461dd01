import { Button, Group } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';

/** What a board is started with: a call by its identifier, or an idea in words. */
type From = { readonly opportunity: string } | { readonly idea: string };

/** Boards that are over are no place to go on. */
const underWay: ReadonlySet<string> = new Set(['sketch', 'forming', 'checked', 'agreed', 'submitted']);
/** Of the boards changed last, so many are looked through. */
const looked = 100;

/** Opens a consortium board and goes there; where one is under way for the call, it leads there first. For officers. */
export function StartBoardButton({ from }: { readonly from: From }) {
  const { t } = useTranslation('calls');
  const navigate = useNavigate();
  const existing = useExisting('opportunity' in from ? from.opportunity : null);
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
    <Group gap="xs">
      {existing !== null && (
        <Button component={Link} to={`/consortia/${existing}` as never}>
          {t('toBoard')}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconUsersPlus size={16} aria-hidden />}
        loading={start.isPending}
        onClick={() => start.mutate()}
      >
        {t('startBoard')}
      </Button>
    </Group>
  );
}

/** Id of the board under way for a call, the one changed last; null: none, or not known yet. */
function useExisting(call: string | null): string | null {
  const { data } = useQuery({
    queryKey: ['boards', 'of-call'],
    queryFn: () => answered(api.GET('/api/v1/consortia', { params: { query: { limit: looked } } })),
    enabled: call !== null,
  });
  const found = data?.items.find(
    ({ opportunityId, opportunityIdentifier, state }) =>
      underWay.has(state) &&
      [opportunityId, opportunityIdentifier].some((one) => one?.toLowerCase() === call?.toLowerCase()),
  );
  return found?.id ?? null;
}
