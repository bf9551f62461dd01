import type { BandModel } from './calibration/band-model.js';
import { bandModel } from './learned/band-model.js';
import { voteModel } from './learned/vote-model.js';
import { withVotes } from './learned/voted-share.js';
import { seededModel } from './learned/seeded-model.js';
import type { SeededModel } from './learned/seeded-score.js';
import type { DocumentState, DocumentType, HolderRole } from './corpus-document.js';
import type { CallSectionKind } from './opportunity-text.js';

/**
 * The named, versioned weights of one way to score. Every stored score names its version; changing any number here
 * means a new version. What each was measured on stands in docs/evaluation.md.
 */
export interface RankingModel {
  readonly version: string;
  readonly query: QueryWeights;
  readonly evidence: EvidenceWeights;
  readonly fit: FitWeights;
  readonly track: TrackWeights;
  readonly proximity: ProximityWeights;
  readonly programme: ProgrammeWeights;
  readonly meaning: MeaningWeights;
  /** how much of the fused score each figure makes; each pair adds up to 1 */
  readonly fusion: { readonly withSeeds: Fusion; readonly withoutSeeds: Fusion };
  readonly fairLike: FairLike;
  /** a fair order draws on so many of the first places by score, whatever is asked: less than what is stored of a list */
  readonly fairAmong: number;
  /** the order of lists with seeds; null: by the plain score */
  readonly seeded: SeededModel | null;
  /** limits of the bands, and what scores stand for; that a track record is long says next to nothing about being taken */
  readonly bands: BandModel & { readonly track: BandLimits };
}

/** What a fair list keeps in each prefix; only the order depends on it, never a score. */
export interface FairLike {
  /** so many past consortia that come closest to a call say whom it brings together */
  readonly consortia: number;
  /** (0, 1]; how much of what they had of each kind a list keeps: lists name who was known before, consortia others too */
  readonly sme: number;
  readonly company: number;
  /** of any list */
  readonly newcomer: number;
  /** where too few consortia come close: of the partners of past consortia who were known before */
  readonly usual: { readonly sme: number; readonly company: number };
}

export interface Fusion {
  readonly fit: number;
  readonly track: number;
}

export interface BandLimits {
  /** at least this is `strong` */
  readonly strong: number;
  /** at least this is `good`, less is `possible` */
  readonly good: number;
}

/** How a call's text becomes weighted terms. */
export interface QueryWeights {
  /** > 0; what an occurrence in each part of the text counts */
  readonly sections: Readonly<Record<CallSectionKind | 'title' | 'keywords', number>>;
  /** > 0; weighted occurrences at which a term has half of its greatest weight: long calls repeat themselves */
  readonly saturation: number;
  /** [0, 1]; a pair counts this much of its rarity, on top of its two words */
  readonly pairs: number;
  /** [0, 1]; a translation counts this much of the word it stands for: it may be the wrong sense */
  readonly bridge: number;
  /** [0, 1]; all concepts together weigh this much of all words, times the tagger's confidence */
  readonly concepts: number;
  /** [0, 1]; what each step up the tree of concepts keeps */
  readonly conceptStep: number;
  /** > 0; an occurrence in the role asked for */
  readonly role: number;
  /** [0, 1); a role asked for in words is at least this share of all words */
  readonly roleShare: number;
  /** the heaviest terms only: the tail costs time and moves nothing */
  readonly mostTerms: number;
}

/** What an evidence item counts before its words are read; each in [0, 1]. */
export interface EvidenceWeights {
  readonly types: Readonly<Record<DocumentType, number>>;
  /** `unconfirmed` at most half */
  readonly states: Readonly<Record<DocumentState, number>>;
  readonly roles: Readonly<Record<HolderRole, number>>;
  /** years after which an item counts half of what can fade */
  readonly halfLifeYears: number;
  /** what never fades, in [0, 1] */
  readonly neverFades: number;
  /** an item whose stated TRL does not meet the call's */
  readonly otherTrl: number;
}

/** How scored items become one competence fit. */
export interface FitWeights {
  /** how many of the best items of the open evidence set the scale */
  readonly referenceItems: number;
  /**
   * (0, 1); how much of a call's breadth (the root of its squared weights, fully shown) enters the scale beside what
   * the best items reach: half of the scale is how well the call is answered, half is how much it says, so that scores
   * of different calls can stand in one list
   */
  readonly breadth: number;
  /** (0, 1); the scale is never below this much of the breadth: a call that nobody answers makes nobody strong */
  readonly leastBreadth: number;
  /** a call with fewer terms is measured as if it had this many: one that says little makes nobody strong */
  readonly fewestTerms: number;
  /** (0, 1); items below this share of what the best of the open evidence reach are noise and count nothing */
  readonly noise: number;
  /** (0, noise]; the same for what organisations say of themselves: forty words cannot show what a project shows */
  readonly ownNoise: number;
  /**
   * (0, 1); what an organisation says of itself counts fully where it shows this much of a call's breadth. The best
   * open evidence does not enter: calls that many projects answer would come last for those who have only a profile
   */
  readonly ownBreadth: number;
  /**
   * > 0; what all unconfirmed texts of an organisation add at most, however much of the call they repeat. At `half`, they
   * alone make no more than half of a fit: who pastes a call into a profile, or into ten, stays behind those who did what
   * it asks
   */
  readonly mostUnconfirmedTogether: number;
  /** > 0; what each of them adds at most: `hybrid-3` bounded each and not the sum */
  readonly mostUnconfirmed?: number;
  /** > 1; how much more a close item counts than two half-close ones */
  readonly sharpness: number;
  /** how many items make an organisation's fit */
  readonly items: number;
  /** > 0; sum of items at which the fit is a half */
  readonly half: number;
  /** [0, 1]; how much of the fit depends on the facts asked for, such as the type a role calls for */
  readonly facts: number;
}

/** How the walk from the seeds becomes a figure. */
export interface ProximityWeights {
  /** [0, 1]; what an organisation met through a third one counts of one met directly */
  readonly secondRound: number;
  /** [0, 1]; 1 splits a project's mass over its partners, 0 gives each all of it */
  readonly consortiumSize: number;
  /** > 0; mass at which proximity is a half */
  readonly half: number;
}

/** How past projects in the call's part of the programme become a figure. */
export interface ProgrammeWeights {
  /** [0, 1); what this figure makes of the fused score, where the call's place in a programme is known */
  readonly share: number;
  /** > 0; projects in the part, and in the series, at which each half of the figure is a half */
  readonly partHalf: number;
  readonly seriesHalf: number;
}

/**
 * How vectors of a provider enter a score, where there are any. Not fitted: what a share is worth depends on the provider.
 * Without vectors no score depends on these.
 */
export interface MeaningWeights {
  /** [0, 1); of the score; the rest is what it would be without vectors */
  readonly share: number;
  /** documents of the open evidence, evenly taken, that set the scale of a call */
  readonly sampled: number;
  /** of these the closest, between which likeness runs from 0 to 1 */
  readonly among: number;
}

/** How past participation becomes one track record. */
export interface TrackWeights {
  /** shares that add up to 1; without seeds the first falls away and the others share its part */
  readonly proximity: number;
  readonly experience: number;
  readonly activity: number;
  /** a coordinator's project counts this many projects */
  readonly coordinator: number;
  /** projects at which experience is a half */
  readonly experienceHalf: number;
  /** years since the last start at which activity is a half */
  readonly activityHalfYears: number;
}

/** As fitted on past consortia alone. */
export const fittedModel: RankingModel = {
  version: 'hybrid-4',
  query: {
    sections: {
      title: 2,
      keywords: 1.5,
      need: 1.5,
      outcome: 1,
      scope: 1,
      summary: 1,
      theme: 0.7,
      other: 0.5,
      destination: 0.3,
      conditions: 0.1,
    },
    saturation: 2,
    pairs: 0.7,
    bridge: 0.8,
    concepts: 0.03,
    conceptStep: 0.5,
    role: 1.5,
    roleShare: 0.4,
    mostTerms: 400,
  },
  evidence: {
    types: { project: 1, competence: 1, profile: 1, result: 0.8 },
    states: { open: 1, confirmed: 1, unconfirmed: 0.5 },
    roles: { owner: 1, coordinator: 1, participant: 0.9, associatedPartner: 0.75, thirdParty: 0.6 },
    halfLifeYears: 3,
    neverFades: 0.3,
    otherTrl: 0.7,
  },
  fit: {
    referenceItems: 10,
    breadth: 0.4,
    leastBreadth: 0.2,
    fewestTerms: 20,
    noise: 0.3,
    ownNoise: 0.1,
    ownBreadth: 0.18,
    mostUnconfirmedTogether: 2,
    sharpness: 3.2,
    items: 12,
    half: 2,
    facts: 0.3,
  },
  track: {
    proximity: 0.85,
    experience: 0.09,
    activity: 0.06,
    coordinator: 2,
    experienceHalf: 8,
    activityHalfYears: 2,
  },
  proximity: { secondRound: 0.3, consortiumSize: 0.6, half: 0.07 },
  programme: { share: 0.28, partHalf: 3, seriesHalf: 1 },
  meaning: { share: 0.3, sampled: 2000, among: 200 },
  fusion: { withSeeds: { fit: 0.77, track: 0.23 }, withoutSeeds: { fit: 0.96, track: 0.04 } },
  fairLike: { consortia: 40, sme: 0.97, company: 0.82, newcomer: 0.05, usual: { sme: 0.17, company: 0.24 } },
  fairAmong: 250,
  seeded: seededModel,
  bands: { ...bandModel, track: { strong: 0.5, good: 0.2 } },
};

/** What ranks: the fitted model, and what votes made of it where `tessera train --votes` was run. */
export const defaultModel: RankingModel =
  voteModel === null ? fittedModel : withVotes(fittedModel, voteModel);
