import type { Corpus } from '../corpus.js';
import { activityCode } from '../index/segment-format.js';
import type { Setting } from '../standing.js';
import { scoreDocuments } from '../signals/text.js';
import type { FairAsked, FairShares } from './fair-places.js';

/** Of the partners of past consortia, on average, in [0, 1]. */
export interface ConsortiumShares {
  readonly sme: number;
  readonly company: number;
}

/** Fewer past consortia than this part of those read say nothing of whom a call brings together. */
const leastPart = 0.25;

/**
 * The shares that a list keeps, to the hundredth: what is not asked for as a number is what the consortia had that answered
 * calls like this one, as far as the model keeps of it. Small firms make a third of some calls and none of others.
 */
export function fairSharesOf(setting: Setting, asked: FairAsked): FairShares {
  const { sme, company, newcomer } = asked;
  if (sme !== null && company !== null) return { sme, company, newcomer };
  const { fairLike } = setting.corpus.model;
  const alike = alikeConsortia(setting);
  const kept = (had: number, part: number): number => Math.round(100 * part * had) / 100;
  return {
    sme: sme ?? (alike === null ? fairLike.usual.sme : kept(alike.sme, fairLike.sme)),
    company: company ?? (alike === null ? fairLike.usual.company : kept(alike.company, fairLike.company)),
    newcomer,
  };
}

/**
 * Who made the consortia whose projects come closest to the call by their words. Open evidence alone, dated and admitted as
 * for the call: what one audience knows never moves another's order.
 *
 * @returns null where too few are known
 */
function alikeConsortia(setting: Setting): ConsortiumShares | null {
  const { corpus, call } = setting;
  const [open] = corpus.segments;
  return open === undefined ? null : call.consortia(open, () => sharesAmong(corpus, closest(setting)));
}

function sharesAmong(corpus: Corpus, documents: readonly number[]): ConsortiumShares | null {
  if (documents.length < leastPart * corpus.model.fairLike.consortia) return null;
  let [sme, company] = [0, 0];
  for (const document of documents) {
    const holders = openHolders(corpus, document);
    sme += holders.filter((ordinal) => corpus.organisations.sme[ordinal] === 2).length / holders.length;
    company +=
      holders.filter((ordinal) => corpus.organisations.types[ordinal] === firm).length / holders.length;
  }
  return { sme: sme / documents.length, company: company / documents.length };
}

const firm = activityCode('PRC');

/** Three make a consortium. */
const leastPartners = 3;

/** The documents of the open segment that come closest to the call and were written by a consortium. */
function closest({ corpus, call, admitted }: Setting): number[] {
  const { consortia } = corpus.model.fairLike;
  const { documentCount, arrays } = corpus.segments[0]!;
  if (call.size === 0) return [];
  const scores = scoreDocuments(corpus, call);
  const { openWeights } = corpus.on(call.asOf);
  const best: number[] = [];
  for (let document = 0; document < documentCount; document += 1) {
    const score = scores[document]!;
    if (score === 0 || admitted[document] === 0 || openWeights[document] === 0) continue;
    if (best.length === consortia && score <= scores[best.at(-1)!]!) continue;
    if (arrays.holderStarts[document + 1]! - arrays.holderStarts[document]! < leastPartners) continue;
    insertByScore(best, document, scores);
    if (best.length > consortia) best.pop();
  }
  return best;
}

/** Behind those that score as much: the order of documents parts equals. */
function insertByScore(best: number[], document: number, scores: Int32Array): void {
  let at = best.length;
  while (at > 0 && scores[best[at - 1]!]! < scores[document]!) at -= 1;
  best.splice(at, 0, document);
}

function openHolders(corpus: Corpus, document: number): number[] {
  const { holderStarts, holderOrganisations } = corpus.segments[0]!.arrays;
  const holders = holderOrganisations.subarray(holderStarts[document], holderStarts[document + 1]);
  return Array.from(holders, (local) => corpus.organisations.ordinal(0, local));
}
