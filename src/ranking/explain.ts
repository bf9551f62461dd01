import { explainFit } from './explain-fit.js';
import { explainTrack } from './explain-track.js';
import { figuresOf } from './calibration/figures.js';
import type { Figures } from './calibration/figures.js';
import { askedOf, fused, shares, trackRecord } from './fusion.js';
import { missingItems } from './missing.js';
import type { Reasons } from './ranking.js';
import { fitWithFacts } from './signals/fit.js';
import type { Setting } from './standing.js';
import { factsIn, pastWorkIn, trackSignals, withMeaning } from './standing.js';
import { scoredItems, textOf } from './items.js';
import type { ScoredItem } from './items.js';
import { SeededReasons } from './learned/seeded-reasons.js';
import { fitOfSum } from './signals/text-sums.js';
import type { TextSums } from './signals/text-sums.js';
import { meaningOf } from './signals/meaning.js';
import { group, pointerTo, toValue } from './tree.js';
import type { ExplanationNode, FactNode } from './explanation.js';

/**
 * The tree of one pair, made of the same numbers as its score: each part is what it added, in units of the score.
 */
export function explainStanding(
  setting: Setting,
  ordinal: number,
): { score: number; reasons: Reasons; figures: Figures } {
  const { corpus, call } = setting;
  const items = scoredItems(setting, ordinal);
  const sums = textOf(items, corpus.model.fit);
  const text = fitOfSum(sums.sum, corpus.model.fit);
  const past = pastWorkIn(setting, ordinal);
  const met = factsIn(setting, ordinal, text);
  const track = trackSignals(setting, ordinal);
  const plainWith = (others: TextSums): number =>
    fused(fitWithFacts(fitOfSum(others.sum, corpus.model.fit), met, corpus.model.fit), track, corpus.model);
  const plain = plainWith(sums);
  const learned =
    plain === 0 || setting.walked === null || corpus.model.seeded === null
      ? null
      : new SeededReasons(setting, corpus.model.seeded, ordinal, sums);
  const of = shares(corpus.model, askedOf(track));
  const wordsWith = (others: TextSums, without: ScoredItem | null): number =>
    learned === null ? plainWith(others) : learned.scoreWith(others, without?.document ?? null);
  const scoreWith = (others: TextSums, without: ScoredItem | null): number =>
    withMeaning(setting, ordinal, wordsWith(others, without));
  const score = scoreWith(sums, null);
  const parts =
    score === 0
      ? []
      : [
          explainFit(setting, ordinal, { items, text, met, share: of.fit, scoreWith }),
          explainTrack(setting, ordinal, { track, past, shares: of.track }),
          ...(learned?.place() ?? []),
        ].map((part) => learned?.scaled(part) ?? part);
  const tree = group('score', withMeaningPart(setting, ordinal, parts));
  return {
    score,
    reasons: { tree, missing: missingItems(corpus, call, items) },
    figures: figuresOf(corpus, call, {
      ordinal,
      fit: Math.fround(fitWithFacts(text, met, corpus.model.fit)),
      track: Math.fround(trackRecord(track, corpus.model)),
    }),
  };
}

/** The parts of a score beside closeness in meaning, which takes its share of each of them. */
function withMeaningPart(
  { corpus, call, admitted }: Setting,
  ordinal: number,
  parts: readonly ExplanationNode[],
): readonly ExplanationNode[] {
  const meaning = parts.length === 0 ? null : meaningOf(corpus, call, ordinal, admitted);
  if (meaning === null) return parts;
  const { share } = corpus.model.meaning;
  const close: FactNode = {
    kind: 'fact',
    signal: 'meaning',
    fact: 'close-in-meaning',
    value: share * meaning.likeness,
    stated: pointerTo(corpus, meaning.document).id,
  };
  return [...parts.map((part) => toValue(part, (1 - share) * part.value)), group('meaning', [close])];
}
