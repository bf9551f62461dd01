import { Button, CopyButton, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, api } from '../../api/client.js';
import { useFormat } from '../../parts/format/use-format.js';
import { FormProblem } from '../../parts/states/form-problem.js';
import type { Board, Seat } from './use-board.js';

interface GuestLinkDialogProps {
  readonly board: Board;
  readonly seat: Seat;
  readonly onClose: () => void;
}

/** How long a guest's link works, in days. */
const days = 14;

/** Makes the link by which a partner without an account answers; it is shown this once. */
export function GuestLinkDialog({ board, seat, onClose }: GuestLinkDialogProps) {
  const { t } = useTranslation('guest-links');
  const { t: said } = useTranslation('boards');
  const format = useFormat();
  const client = useQueryClient();
  const make = useMutation({
    onSuccess: () => client.invalidateQueries({ queryKey: ['boards', board.id, 'guest-links'] }),
    mutationFn: () =>
      answered(
        api.POST('/api/v1/consortia/{id}/seats/{seat}/guest-links', {
          params: { path: { id: board.id, seat: seat.id } },
          body: { days },
        }),
      ),
  });
  const link = make.data === undefined ? null : new URL(make.data.path, location.origin).href;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('new.title')}
      closeButtonProps={{ 'aria-label': said('cancel') }}
      size="lg"
    >
      <Stack gap="sm" align="stretch">
        <Text>{t('new.text')}</Text>
        <FormProblem error={make.error} fields={[]} />
        {link === null ? (
          <Button loading={make.isPending} onClick={() => make.mutate()} style={{ alignSelf: 'flex-start' }}>
            {t('new.make')}
          </Button>
        ) : (
          <>
            <TextInput
              label={t('new.link')}
              description={t('new.once', { date: format.date(make.data?.endsAt ?? null) })}
              value={link}
              readOnly
            />
            <CopyButton value={link}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy} style={{ alignSelf: 'flex-start' }}>
                  {t(copied ? 'new.copied' : 'new.copy')}
                </Button>
              )}
            </CopyButton>
          </>
        )}
      </Stack>
    </Modal>
  );
}
