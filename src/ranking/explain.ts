import { explainFit } from './explain-fit.js';
import { explainTrack } from './explain-track.js';
import { askedOf, fused, shares } from './fusion.js';
import { missingItems } from './missing.js';
import type { Reasons } from './ranking.js';
import { fitWithFacts } from './signals/fit.js';
import type { Setting } from './standing.js';
import { factsIn, pastWorkIn, trackSignals } from './standing.js';
import { scoredItems, textFitOf } from './items.js';
import { group } from './tree.js';

/**
 * The tree of one pair, made of the same numbers as its score: each part is what it added, in units of the score.
 */
export function explainStanding(setting: Setting, ordinal: number): { score: number; reasons: Reasons } {
  const { corpus, call } = setting;
  const items = scoredItems(setting, ordinal);
  const text = textFitOf(items, corpus.model.fit);
  const past = pastWorkIn(setting, ordinal);
  const met = factsIn(setting, ordinal, text);
  const track = trackSignals(setting, ordinal);
  const scoreWith = (textFit: number): number =>
    fused(fitWithFacts(textFit, met, corpus.model.fit), track, corpus.model);
  const score = scoreWith(text);
  const of = shares(corpus.model, askedOf(track));
  const parts =
    score === 0
      ? []
      : [
          explainFit(setting, ordinal, { items, text, met, share: of.fit, scoreWith }),
          explainTrack(setting, ordinal, { track, past, shares: of.track }),
        ];
  const tree = group('score', parts);
  return { score, reasons: { tree, missing: missingItems(corpus, call, items) } };
}
