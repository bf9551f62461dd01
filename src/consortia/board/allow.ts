import { noSuchMove } from '../consortia.errors.js';
import { nextStates, type Stateful } from './board-states.js';

/** Refuses what does not follow (T-02). @throws {AppError} `consortia.no-such-move` */
export function allow(thing: Stateful, from: string, to: string): void {
  if (!nextStates(thing, from).includes(to)) throw noSuchMove(thing, from, to);
}
