import { Button, CopyButton, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
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
  const { t } = useTranslation('boards');
  const format = useFormat();
  const make = useMutation({
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
      title={t('guest.title')}
      closeButtonProps={{ 'aria-label': t('cancel') }}
      size="lg"
    >
      <Stack gap="sm" align="stretch">
        <Text>{t('guest.text')}</Text>
        <FormProblem error={make.error} fields={[]} />
        {link === null ? (
          <Button loading={make.isPending} onClick={() => make.mutate()} style={{ alignSelf: 'flex-start' }}>
            {t('guest.make')}
          </Button>
        ) : (
          <>
            <TextInput
              label={t('guest.link')}
              description={t('guest.once', { date: format.date(make.data?.endsAt ?? null) })}
              value={link}
              readOnly
            />
            <CopyButton value={link}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy} style={{ alignSelf: 'flex-start' }}>
                  {t(copied ? 'guest.copied' : 'guest.copy')}
                </Button>
              )}
            </CopyButton>
          </>
        )}
      </Stack>
    </Modal>
  );
}
