import { documentStates as documentStateNames, documentTypes, holderRoles } from '../corpus-document.js';
import type { Corpus } from '../corpus.js';
import type { FitWeights, RankingModel } from '../model.js';
import type { PreparedCall, Scale } from '../query/prepared-call.js';
import { trlWeight } from './evidence-weights.js';

/** What one evidence item adds to its holders' fit before roles, and how it comes about. */
export interface ItemValue {
  /** 0 or more; 1 is an item as good as the best of the open evidence, confirmed and new */
  readonly value: number;
  /** source, state, age and TRL together */
  readonly weight: number;
  /** nobody has put their name to it: `mostUnconfirmedTogether` bounds what such texts add together */
  readonly unconfirmed: boolean;
}

/** A document, what its words scored, and what it counts: source, state and age together (`Corpus.on`). */
export interface HeldScore {
  readonly document: number;
  readonly score: number;
  readonly weight: number;
}

/**
 * The value of a document that scored `score`: its share of the scale, sharpened, times what the document counts.
 */
export function itemValue(
  corpus: Corpus,
  call: PreparedCall,
  { document, score, weight }: HeldScore,
  scale: Scale,
): ItemValue {
  const { fit } = corpus.model;
  if (weight === 0) return { value: 0, weight, unconfirmed: false };
  const { segment, local } = corpus.locate(document);
  const {
    documentTypes: types,
    documentTrlFrom,
    documentTrlTo,
    documentTopics,
    documentStates,
  } = corpus.segments[segment]!.arrays;
  const unconfirmed = documentStates[local] === unconfirmedState;
  if (score < leastOf(scale, types[local]!)) return { value: 0, weight, unconfirmed };
  const excluded = call.excludedTopic(corpus.segments[segment]!);
  if (excluded > 0 && documentTopics[local] === excluded) return { value: 0, weight: 0, unconfirmed };
  const asked = { from: call.text.trlFrom ?? null, to: call.text.trlTo ?? null };
  const trl = trlWeight(documentTrlFrom[local] ?? 0, documentTrlTo[local] ?? 0, asked, corpus.model.evidence);
  const full = isOwn(types[local]!) ? scale.ownFull : scale.full;
  const value = (score / full) ** fit.sharpness * weight * trl;
  const most = unconfirmed ? (fit.mostUnconfirmed ?? Infinity) : Infinity;
  return { value: Math.min(value, most), weight: weight * trl, unconfirmed };
}

const unconfirmedState = documentStateNames.indexOf('unconfirmed');

const ownTypes = Uint8Array.from(documentTypes, (type) =>
  Number(type === 'profile' || type === 'competence'),
);

/** Whether an organisation wrote it of itself, by the code of its type. */
const isOwn = (type: number): boolean => ownTypes[type] === 1;

/** The score below which a document is noise, by the code of its type: what is written of oneself is short. */
export const leastOf = (scale: Scale, type: number): number => (isOwn(type) ? scale.ownLeast : scale.least);

/** What each role counts, by its code in a segment. */
export const roleWeights = (model: RankingModel): Float64Array =>
  Float64Array.from(holderRoles, (role) => model.evidence.roles[role]);

/**
 * The fit with the facts asked for: `facts` of the model's share depends on them, the rest on words alone.
 *
 * @param met in [0, 1]; null: nothing was asked
 */
export function fitWithFacts(text: number, met: number | null, model: FitWeights): number {
  return met === null ? text : text * (1 - model.facts) + text * model.facts * met;
}
