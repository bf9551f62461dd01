import { useTranslation } from 'react-i18next';

import { boardDeeds, seatOf } from './board-deeds.js';
import type { OnBoard } from './board-frame.js';
import type { Seat } from './use-board.js';

/** Moves a seat on, and offers the way back where there is one. */
export function useMoveSeat({ board, deeds }: OnBoard): (seat: Seat, state: Seat['state']) => void {
  const { t } = useTranslation('boards');
  const { changeSeat } = boardDeeds(board.id);
  return (seat, state) => {
    const who = seat.organisation;
    void deeds.run(() => changeSeat(seat, { state }), {
      done: t('seat.moved', { name: who?.name ?? t('seat.open'), state: t(`seatStates.${state}`) }),
      takeBack: (answer) => {
        const now = seatOf(answer, seat.id);
        if (now === undefined) return undefined;
        if (now.next.includes(seat.state)) return () => changeSeat(now, { state: seat.state });
        // an emptied seat gets back who was on it, who is then to be asked
        return state === 'open' && seat.state === 'to-ask' && who !== null
          ? () => changeSeat(now, { organisation: who.id })
          : undefined;
      },
    });
  };
}
