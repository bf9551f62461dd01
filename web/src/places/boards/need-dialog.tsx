import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { NeedForm } from './need-form.js';
import type { Board, Need } from './use-board.js';

interface NeedDialogProps {
  readonly board: Board;
  /** null: a new one */
  readonly need: Need | null;
  readonly onClose: () => void;
}

/** The words of one need. */
export function NeedDialog({ board, need, onClose }: NeedDialogProps) {
  const { t } = useTranslation('boards');
  return (
    <Modal
      opened
      onClose={onClose}
      title={need === null ? t('needs.add') : t(`roles.${need.role}`)}
      closeButtonProps={{ 'aria-label': t('cancel') }}
      size="lg"
    >
      <NeedForm board={board} need={need} onDone={onClose} />
    </Modal>
  );
}
