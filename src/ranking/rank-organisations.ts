import { BestPlaces } from './best-places.js';
import type { Place, Standing } from './best-places.js';
import type { Corpus } from './corpus.js';
import { explainStanding } from './explain.js';
import { fairSharesOf } from './fairness/alike-consortia.js';
import { Companions } from './fairness/companion.js';
import type { FairPlace } from './fairness/fair-order.js';
import { fairPlaces } from './fairness/fair-places.js';
import type { FairAsked, FairKind, FairShares } from './fairness/fair-places.js';
import { filtersOf, isNarrowing, ordinalsOf } from './filters.js';
import type { Filter, NarrowingName } from './filters.js';
import { figuresOf } from './calibration/figures.js';
import type { PreparedCall } from './query/prepared-call.js';
import type {
  OrganisationRanking,
  ExplainedPair,
  RankedOrganisation,
  RankOptions,
  WithoutFilter,
} from './ranking.js';
import { settingOf, standingOf, withMeaning } from './standing.js';
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
  const limit = options.limit ?? defaultLimit;
  const setting = settingOf(corpus, call, ordinalsOf(corpus, seeds));
  const fair = options.fair ? fairSharesOf(setting, options.fair) : null;
  const explain = options.explain ?? defaultExplained;
  const depth = fair === null && explain === 0 ? limit : Math.max(limit, corpus.model.fairAmong);
  const filters = filtersOf(corpus, options, call.asOf);
  const admitted = (ordinal: number): boolean => filters.every((filter) => filter.admits(ordinal));
  const places = bestPlaces(setting, admitted, depth);
  return {
    modelVersion: corpus.model.version,
    total: places.total,
    unknownSeeds: seeds.filter((seed) => corpus.organisationOrdinal(seed) === undefined),
    fairShares: fair,
    results: shownPlaces(setting, places.sorted(), { fair, limit, explain }),
    without: places.total > 0 ? [] : withoutEach(setting, filters),
  };
}

/** How many would score if one filter fewer was chosen: those whom that filter alone keeps out. One walk for all. */
function withoutEach(setting: Setting, filters: readonly Filter[]): WithoutFilter[] {
  const totals = new Map<NarrowingName, number>();
  if (!filters.some(({ name }) => isNarrowing(name))) return [];
  forEachScored(setting, (ordinal, score) => {
    const [only, ...others] = filters.filter((filter) => !filter.admits(ordinal));
    if (only === undefined || others.length > 0 || !isNarrowing(only.name)) return;
    if (score().score > 0) totals.set(only.name, (totals.get(only.name) ?? 0) + 1);
  });
  return [...totals]
    .map(([filter, total]) => ({ filter, total }))
    .sort((a, b) => b.total - a.total || (a.filter < b.filter ? -1 : 1));
}

/** A place of a list that was ranked before, without seeds. */
export interface ListedPlace {
  readonly organisation: string;
  /** 32-bit floats, as they were ranked */
  readonly score: number;
  readonly fit: number;
  readonly trackRecord: number;
}

/**
 * The first places of a list that was ranked before, as `rankOrganisations` would show them. A place whose score is not
 * what the corpus says now has no reasons; an organisation that no segment knows has no place.
 *
 * @param listed best first; at least `fairAmong` of the model, where there are as many
 */
export function showListed(
  corpus: Corpus,
  call: PreparedCall,
  listed: readonly ListedPlace[],
  { fair, limit }: { readonly fair: FairAsked | null; readonly limit: number },
): Pick<OrganisationRanking, 'results' | 'fairShares'> {
  const places = listed.flatMap(({ organisation, score, fit, trackRecord }): Place[] => {
    const ordinal = corpus.organisationOrdinal(organisation);
    return ordinal === undefined ? [] : [{ ordinal, score, fit, track: trackRecord }];
  });
  const setting = settingOf(corpus, call, new Set());
  const fairShares = fair && fairSharesOf(setting, fair);
  const results = shownPlaces(setting, places, { fair: fairShares, limit, explain: limit });
  return { results, fairShares };
}

interface Shown {
  readonly fair: FairShares | null;
  readonly limit: number;
  readonly explain: number;
}

/**
 * In a fair order where one is asked for, with reasons, and with somebody who could lead beside each newcomer.
 *
 * @param ranked best first; both draw on the first `fairAmong` of the model
 */
function shownPlaces(
  setting: Setting,
  ranked: readonly Place[],
  { fair, limit, explain }: Shown,
): RankedOrganisation[] {
  const { corpus } = setting;
  const order = inOrder(setting, ranked, fair).slice(0, limit);
  const companions = new Companions(setting, ranked.slice(0, corpus.model.fairAmong));
  return order.map(({ item, before, raisedFor }, place) => {
    const explained = place < explain ? explainStanding(setting, item.ordinal) : null;
    const reasons = explained?.score === item.score ? explained.reasons : null;
    return {
      rank: place + 1,
      scoreRank: before,
      raisedFor,
      organisation: corpus.organisationId(item.ordinal),
      score: item.score,
      ...figuresOf(corpus, setting.call, item),
      reasons,
      companion: reasons && companions.of(item.ordinal, reasons.missing),
    };
  });
}

function inOrder(
  { corpus, call }: Setting,
  ranked: readonly Place[],
  shares: FairShares | null,
): FairPlace<FairKind, Place>[] {
  const byScore = ranked.map((item, at) => ({ item, before: at + 1, raisedFor: [] }));
  if (shares === null) return byScore;
  const among = corpus.model.fairAmong;
  const fair = fairPlaces(corpus, call, ranked.slice(0, among), { shares, limit: among });
  return [...fair, ...byScore.slice(among)];
}

/** Of everyone who has a score and may appear: those whose evidence answers, and those the walk reached. */
export function bestPlaces(
  setting: Setting,
  admitted: (ordinal: number) => boolean,
  limit: number,
): BestPlaces {
  const { corpus, walked } = setting;
  const learned = walked === null ? null : corpus.model.seeded;
  const places = new BestPlaces(corpus, Math.max(limit, learned?.candidates ?? 0));
  forEachScored(setting, (ordinal, score) => {
    if (!admitted(ordinal)) return;
    const standing = score();
    if (standing.score > 0) places.offer(standing);
  });
  return learned === null ? places : inLearnedOrder(setting, learned, places, limit);
}

/** Everyone whose evidence answers, then those whom only the walk reached; scored where it is asked for. */
function forEachScored(setting: Setting, visit: (ordinal: number, score: () => Standing) => void): void {
  const { corpus, call, walked } = setting;
  const fitting = new Uint8Array(walked === null ? 0 : corpus.organisationCount);
  const consider = (ordinal: number, text: TextSums): void =>
    visit(ordinal, () => standingOf(setting, ordinal, text));
  forEachFit(corpus, call, (ordinal, text) => {
    fitting[ordinal] = 1;
    consider(ordinal, text);
  });
  walked?.forEach((mass, ordinal) => {
    if (mass > 0 && fitting[ordinal] === 0) consider(ordinal, noText);
  });
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
    const score = scorer.score(standing.ordinal, standing.text);
    places.offer({ ...standing, score: withMeaning(setting, standing.ordinal, score) });
  }
  return places;
}

/** The reasons of one pair, with the score they add up to; undefined where no segment knows the organisation. */
export function explain(
  corpus: Corpus,
  call: PreparedCall,
  organisation: string,
  options: Pick<RankOptions, 'seeds'> = {},
): ExplainedPair | undefined {
  const ordinal = corpus.organisationOrdinal(organisation);
  if (ordinal === undefined) return undefined;
  const { score, reasons, figures } = explainStanding(
    settingOf(corpus, call, ordinalsOf(corpus, options.seeds ?? [])),
    ordinal,
  );
  return { ...reasons, ...figures, score };
}
