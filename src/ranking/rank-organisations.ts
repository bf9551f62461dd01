import type { Corpus } from './corpus.js';
import { explainStanding } from './explain.js';
import { admits, ordinalsOf } from './filters.js';
import { figures } from './fusion.js';
import type { PreparedCall } from './query/prepared-call.js';
import type { OrganisationRanking, RankOptions, Reasons } from './ranking.js';
import { best, settingOf, standingOf } from './standing.js';
import type { Setting, Standing } from './standing.js';
import { textFits } from './votes.js';

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
  const standings = standingsOf(setting, admits(corpus, options));
  const explained = options.explain ?? defaultExplained;
  const results = best(corpus, standings, options.limit ?? defaultLimit).map((standing, place) => ({
    rank: place + 1,
    organisation: corpus.organisationId(standing.ordinal),
    score: standing.score,
    ...figures(standing.fit, standing.track, corpus.model),
    reasons: place < explained ? explainStanding(setting, standing.ordinal).reasons : null,
  }));
  return {
    modelVersion: corpus.model.version,
    total: standings.length,
    unknownSeeds: seeds.filter((seed) => corpus.organisationOrdinal(seed) === undefined),
    results,
  };
}

/** Everyone who has a score and may appear: those whose evidence answers, and those the walk reached. */
export function standingsOf(setting: Setting, admitted: (ordinal: number) => boolean): Standing[] {
  const { corpus, call, walked } = setting;
  const { organisations, fits } = textFits(corpus, call);
  const standings: Standing[] = [];
  const add = (ordinal: number, fit: number): void => {
    if (!admitted(ordinal)) return;
    const standing = standingOf(setting, ordinal, fit);
    if (standing.score > 0) standings.push(standing);
  };
  organisations.forEach((ordinal, at) => add(ordinal, fits[at] ?? 0));
  if (walked !== null) {
    const fitting = new Set(organisations);
    walked.forEach((mass, ordinal) => {
      if (mass > 0 && !fitting.has(ordinal)) add(ordinal, 0);
    });
  }
  return standings;
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
