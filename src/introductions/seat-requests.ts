import type { Unit } from '../platform/database/unit-of-work.js';
import type { IntroductionState } from './state/introduction-state.js';

/** A request for a seat went from one state to another. */
export interface SeatRequestMove {
  /** id of the request */
  readonly introduction: string;
  readonly seat: string;
  /** who is asked; null: a guest, by their address alone */
  readonly organisation: string | null;
  readonly from: IntroductionState;
  readonly to: IntroductionState;
  readonly now: Date;
}

/**
 * Whoever keeps boards is told how far the requests for their seats have come, in the transaction of each step: what they
 * write down stands exactly if the step does. A port; as it is here, nobody listens.
 */
export class SeatRequests {
  /** The unit is the service's own, with every cluster in reach. What it throws refuses the step. */
  async moved(_unit: Unit, _move: SeatRequestMove): Promise<void> {
    // nobody listens
  }
}
