import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus, IconUserPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { boardDeeds } from './board-deeds.js';
import type { OnBoard } from './board-frame.js';
import classes from './boards.module.css';
import { LoadingState } from '../../parts/states/loading-state.js';
import { SeatCard } from './seat-card.js';
import type { Seat } from './use-board.js';
import { useMoveSeat } from './use-move-seat.js';

const AddPartner = lazy(async () => ({ default: (await import('./add-partner.js')).AddPartner }));
const SeatDialog = lazy(async () => ({ default: (await import('./seat-dialog.js')).SeatDialog }));

const GuestLinkDialog = lazy(async () => ({
  default: (await import('./guest-link-dialog.js')).GuestLinkDialog,
}));

/** From left to right, as asking goes; who said no stands last. */
const columns = [
  'open',
  'to-ask',
  'asked',
  'accepted',
  'confirmed',
  'reserve',
  'declined',
  'withdrawn',
] as const satisfies readonly Seat['state'][];

/** Always there, to see what is missing and to drop on. */
const always: ReadonlySet<string> = new Set(['open', 'to-ask', 'asked', 'accepted', 'confirmed']);

/** Seats by state. A seat is drawn to where it may go; its menu does the same by keyboard. */
export function SeatColumns(on: OnBoard) {
  const { board, deeds, mayChange } = on;
  const { t } = useTranslation('boards');
  const [editing, setEditing] = useState<string | null>(null);
  const [inviting, setInviting] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const [dragged, setDragged] = useState<string | null>(null);
  const move = useMoveSeat(on);
  const seat = board.seats.find(({ id }) => id === dragged);
  const shown = columns.filter(
    (state) =>
      always.has(state) || board.seats.some((one) => one.state === state) || seat?.next.includes(state),
  );
  const invited = board.seats.find(({ id }) => id === inviting);
  const edited = board.seats.find(({ id }) => id === editing);
  const addOpen = (): void =>
    void deeds.run(() => boardDeeds(board.id).addSeat({ participation: 'beneficiary' }), {
      done: t('seat.added'),
      takeBack: (id) => () => boardDeeds(board.id).removeSeat({ id, version: 1 }),
    });
  const dropOn = (state: Seat['state']) => (event: DragEvent) => {
    if (seat === undefined || !seat.next.includes(state)) return;
    event.preventDefault();
    setDragged(null);
    move(seat, state);
  };
  return (
    <Stack gap="sm" component="section" aria-labelledby="seats">
      <Group justify="space-between">
        <Title order={2} id="seats">
          {t('seats.title', { count: board.seats.length })}
        </Title>
        {mayChange && (
          <Group gap="xs">
            <Button
              size="compact-md"
              leftSection={<IconUserPlus size={16} aria-hidden />}
              aria-expanded={adding}
              onClick={() => setAdding(!adding)}
            >
              {t('add.title')}
            </Button>
            <Button
              variant="default"
              size="compact-md"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={addOpen}
            >
              {t('seats.addOpen')}
            </Button>
          </Group>
        )}
      </Group>
      {adding && (
        <Suspense fallback={<LoadingState lines={1} />}>
          <AddPartner {...on} />
        </Suspense>
      )}
      {board.seats.length === 0 ? (
        <Text>{t('seats.none')}</Text>
      ) : (
        <div className={classes['columns']}>
          {shown.map((state) => (
            <Stack
              key={state}
              gap="xs"
              className={classes['column']}
              data-state={state}
              data-drop={seat === undefined ? undefined : seat.next.includes(state) ? 'yes' : 'no'}
              onDragOver={(event) => {
                if (seat?.next.includes(state)) event.preventDefault();
              }}
              onDrop={dropOn(state)}
            >
              <Title order={3}>{t(`seatStates.${state}`)}</Title>
              {board.seats
                .filter((one) => one.state === state)
                .map((one) => (
                  <SeatCard
                    key={one.id}
                    {...on}
                    seat={one}
                    onEdit={() => setEditing(one.id)}
                    onInvite={() => setInviting(one.id)}
                    onDrag={setDragged}
                  />
                ))}
            </Stack>
          ))}
        </div>
      )}
      {invited !== undefined && (
        <Suspense>
          <GuestLinkDialog board={board} seat={invited} onClose={() => setInviting(null)} />
        </Suspense>
      )}
      {edited !== undefined && (
        <Suspense>
          <SeatDialog board={board} seat={edited} onClose={() => setEditing(null)} />
        </Suspense>
      )}
    </Stack>
  );
}
