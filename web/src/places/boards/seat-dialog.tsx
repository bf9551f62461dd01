import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { SeatForm } from './seat-form.js';
import type { Board, Seat } from './use-board.js';

interface SeatDialogProps {
  readonly board: Board;
  readonly seat: Seat;
  readonly onClose: () => void;
}

/** The details of one seat. */
export function SeatDialog({ board, seat, onClose }: SeatDialogProps) {
  const { t } = useTranslation('boards');
  return (
    <Modal
      opened
      onClose={onClose}
      title={seat.organisation?.name ?? t('seat.open')}
      closeButtonProps={{ 'aria-label': t('cancel') }}
      size="lg"
    >
      <SeatForm board={board} seat={seat} onDone={onClose} />
    </Modal>
  );
}
