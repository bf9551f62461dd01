import { BestPlaces } from './best-places.js';
import type { Corpus } from './corpus.js';
import { explainStanding } from './explain.js';
import { admits, ordinalsOf } from './filters.js';
import { figures } from './fusion.js';
import type { PreparedCall } from './query/prepared-call.js';
import type { OrganisationRanking, RankOptions, Reasons } from './ranking.js';
import { settingOf, standingOf } from './standing.js';
import type { Setting } from './standing.js';
import type { SeededModel } from './learned/seeded-score.js';
import { SeededScorer } from './learned/seeded-score.js';
import { noText } from './signals/text-sums.js';
import type { TextSums } from './signals/text-sums.js';
import { forEachFit } from './votes.js';

const defaultLimit = 200;
const defaultExplained = 20;

/** Ranks every organisation of the corpus for one call. */
export function rankOrganisations(
  corpus: Corpus,
  call: PreparedCall,
  options: RankOptions = {},
): OrganisationRanking {
  const seeds = options.seeds ?? [];
  const setting = settingOf(corpus, call, ordinalsOf(corpus, seeds));
  const places = bestPlaces(setting, admits(corpus, options), options.limit ?? defaultLimit);
  const explained = options.explain ?? defaultExplained;
  return {
    modelVersion: corpus.model.version,
    total: places.total,
    unknownSeeds: seeds.filter((seed) => corpus.organisationOrdinal(seed) === undefined),
    results: places.sorted().map((standing, place) => ({
      rank: place + 1,
      organisation: corpus.organisationId(standing.ordinal),
      score: standing.score,
      ...figures(standing.fit, standing.track, corpus.model),
      reasons: place < explained ? explainStanding(setting, standing.ordinal).reasons : null,
    })),
  };
}

/** Of everyone who has a score and may appear: those whose evidence answers, and those the walk reached. */
export function bestPlaces(
  setting: Setting,
  admitted: (ordinal: number) => boolean,
  limit: number,
): BestPlaces {
  const { corpus, call, walked } = setting;
  const learned = walked === null ? null : corpus.model.seeded;
  const places = new BestPlaces(corpus, Math.max(limit, learned?.candidates ?? 0));
  const fitting = new Uint8Array(walked === null ? 0 : corpus.organisationCount);
  const consider = (ordinal: number, text: TextSums): void => {
    if (!admitted(ordinal)) return;
    const standing = standingOf(setting, ordinal, text);
    if (standing.score > 0) places.offer(standing);
  };
  forEachFit(corpus, call, (ordinal, text) => {
    fitting[ordinal] = 1;
    consider(ordinal, text);
  });
  walked?.forEach((mass, ordinal) => {
    if (mass > 0 && fitting[ordinal] === 0) consider(ordinal, noText);
  });
  return learned === null ? places : inLearnedOrder(setting, learned, places, limit);
}

/** The best by the plain score, put in order by what past consortia taught. */
function inLearnedOrder(
  setting: Setting,
  learned: SeededModel,
  candidates: BestPlaces,
  limit: number,
): BestPlaces {
  const scorer = new SeededScorer(setting, learned);
  const places = new BestPlaces(setting.corpus, limit, candidates.total);
  for (const standing of candidates.sorted()) {
    places.offer({ ...standing, score: scorer.score(standing.ordinal, standing.text) });
  }
  return places;
}

/** The reasons of one pair, with the score they add up to; undefined where no segment knows the organisation. */
export function explain(
  corpus: Corpus,
  call: PreparedCall,
  organisation: string,
  options: Pick<RankOptions, 'seeds'> = {},
): (Reasons & { readonly score: number }) | undefined {
  const ordinal = corpus.organisationOrdinal(organisation);
  if (ordinal === undefined) return undefined;
  const { score, reasons } = explainStanding(
    settingOf(corpus, call, ordinalsOf(corpus, options.seeds ?? [])),
    ordinal,
  );
  return { ...reasons, score };
}
