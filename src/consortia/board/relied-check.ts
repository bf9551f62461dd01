import type { EligibilityAnswer } from '../../eligibility/index.js';
import { formingStates, type ConsortiumState } from './board-states.js';

/** By what staff rely on a check: the board is moved to "checked", checked once more, agreed, or its sheet is taken. */
export const reliedOccasions = ['checked', 'checked-again', 'agreed', 'handed-over'] as const;
export type ReliedOccasion = (typeof reliedOccasions)[number];

/** The last check of a board that staff relied on. */
export interface ReliedCheck {
  readonly result: EligibilityAnswer['result'];
  /** null: no rules were held */
  readonly ruleSet: string | null;
  readonly version: string | null;
  readonly occasion: ReliedOccasion;
  /** null: they have gone */
  readonly byName: string | null;
  readonly at: Date;
}

/** From when on the proposal is out of staff's hands, what it was checked under stays as it was. */
export const isCheckable = (state: ConsortiumState): boolean =>
  state === 'agreed' || formingStates.includes(state);

/** Whether the board was checked under rules that are not those in force now (B-28). */
export function isSuperseded(
  { state }: { readonly state: ConsortiumState },
  relied: ReliedCheck | null,
  now: Pick<EligibilityAnswer, 'ruleSet' | 'version'>,
): boolean {
  if (relied === null || !isCheckable(state)) return false;
  return relied.ruleSet !== now.ruleSet || relied.version !== now.version;
}
