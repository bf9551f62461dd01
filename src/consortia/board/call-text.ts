import type { TextSection } from '../../opportunities/index.js';
import { sentences } from '../../ranking/text/index.js';
import { callConstraints, type CallConstraint } from '../needs/call-constraints.js';
import type { Board, NeedCite } from './board.js';

/** A section of the call, sentence by sentence: each where the cites of needs say that it stands. */
export interface CallPassage {
  readonly kind: TextSection['kind'];
  readonly heading: string | null;
  readonly language: TextSection['language'];
  readonly sentences: readonly NeedCite[];
}

/** What a board starts from, as the page shows it beside the board. */
export interface CallText {
  readonly passages: readonly CallPassage[];
  readonly demands: readonly CallConstraint[];
  /** page of the call at its source; null for an idea, or where none is known */
  readonly url: string | null;
}

/** The text of the call, or the idea in its own words. */
export function callTextOf({ opportunity, idea }: Pick<Board, 'opportunity' | 'idea'>): CallText {
  const sections = opportunity?.sections ?? ideaSections(idea);
  return {
    passages: sections.map(({ kind, heading, text, language }, section) => ({
      kind,
      heading,
      language,
      sentences: sentences(text).map(({ start, end }) => ({
        section,
        start,
        end,
        text: text.slice(start, end),
      })),
    })),
    demands: callConstraints(sections),
    url: opportunity?.url ?? null,
  };
}

/** An idea is a call whose only section says what is needed. */
export const ideaSections = (idea: string | null): readonly TextSection[] => [
  { kind: 'need', heading: null, text: idea ?? '', language: null },
];
