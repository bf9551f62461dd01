import type { RankingModel } from '../model.js';

/** Judgements of suggestions whose fit and track record lay near these, in [0, 1]. */
export interface VoteCell {
  readonly fit: number;
  readonly track: number;
  readonly useful: number;
  readonly notForUs: number;
}

/** What people's votes made of the model: numbers only. */
export interface VoteModel {
  /** calendar date; votes given before it */
  readonly until: string;
  readonly votes: number;
  /** what past work in the call's part of the programme makes of a score, in place of the model's own */
  readonly share: number;
}

/** Fewer judgements, of either kind, say nothing: one side has twenty at most, a twentieth of these. */
const fewestVotes = 400;
const fewestOfAKind = 80;

/** However they vote, the share moves no further than this. */
const mostSteps = 5;
const step = 0.01;

/** Each step must put so many more of the pairs in order: what is hardly better is left as it is. */
const gainPerStep = 0.003;

/**
 * The share of past work at which what was found useful stands before what was not for us most often, among all pairs of
 * the two. It is a balance of two figures that everybody has: no vote is about anybody.
 *
 * @returns null where there are too few votes
 */
export function votedShare(cells: readonly VoteCell[], model: RankingModel): number | null {
  const sum = (of: (cell: VoteCell) => number): number => cells.reduce((total, cell) => total + of(cell), 0);
  const [useful, notForUs] = [sum((cell) => cell.useful), sum((cell) => cell.notForUs)];
  if (useful + notForUs < fewestVotes || Math.min(useful, notForUs) < fewestOfAKind) return null;
  const now = model.programme.share;
  const worth = (steps: number): number =>
    inOrder(cells, model, now + steps * step) / (useful * notForUs) - gainPerStep * Math.abs(steps);
  let best = 0;
  for (let steps = 1; steps <= mostSteps; steps += 1)
    for (const moved of [-steps, steps]) if (worth(moved) > worth(best) + 1e-9) best = moved;
  return Number((now + best * step).toFixed(2));
}

/** Pairs of a useful one and one that was not, whose scores say so; equal ones count half. */
function inOrder(cells: readonly VoteCell[], { fusion }: RankingModel, share: number): number {
  const fit = (1 - share) * fusion.withoutSeeds.fit;
  const scores = cells.map((cell) => fit * cell.fit + (1 - fit) * cell.track);
  let count = 0;
  cells.forEach((liked, at) => {
    cells.forEach((refused, other) => {
      const apart = Math.sign(scores[at]! - scores[other]!);
      count += ((1 + apart) / 2) * liked.useful * refused.notForUs;
    });
  });
  return count;
}

/** The model that votes made of another. */
export function withVotes(model: RankingModel, votes: VoteModel): RankingModel {
  return {
    ...model,
    version: `${model.version}, votes until ${votes.until}`,
    programme: { ...model.programme, share: votes.share },
  };
}
