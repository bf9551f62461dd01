import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { boardDeeds } from './board-deeds.js';
import type { OnBoard } from './board-frame.js';
import { viewAddress } from './board-views.js';
import type { Board } from './use-board.js';

/** Said on the page of readiness, which looks whether it may be, and as what it was funded. */
const saidThere: readonly Board['state'][] = ['agreed', 'submitted', 'funded', 'not-funded'];

/** Moves the board on: only to what may follow. */
export function BoardMoves({ board, deeds }: OnBoard) {
  const { t } = useTranslation('boards');
  if (board.next.length === 0) return null;
  const move = (state: Board['state']): void => {
    const from = board.state;
    void deeds.run(() => boardDeeds(board.id).change(board.version, { state }), {
      done: t('moved', { state: t(`states.${state}`) }),
      takeBack: (now) =>
        now.next.includes(from) ? () => boardDeeds(board.id).change(now.version, { state: from }) : undefined,
    });
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          loading={deeds.busy}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {t('move')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {board.next
          .filter((state) => !saidThere.includes(state))
          .map((state) => (
            <Menu.Item key={state} onClick={() => move(state)}>
              {t(`states.${state}`)}
            </Menu.Item>
          ))}
        {board.next.some((state) => saidThere.includes(state)) && (
          <Menu.Item component={Link} to={viewAddress(board.id, 'ready')}>
            {t('views.ready')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
