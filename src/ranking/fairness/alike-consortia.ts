import type { Corpus } from '../corpus.js';
import { activityCode } from '../index/segment-format.js';
import type { Segment } from '../index/segment.js';
import type { PreparedCall } from '../query/prepared-call.js';
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
function alikeConsortia({ corpus, call }: Setting): ConsortiumShares | null {
  const [open] = corpus.segments;
  if (open === undefined) return null;
  return call.consortia(open, () => {
    const documents = closest(corpus, call, open);
    const fewest = leastPart * corpus.model.fairLike.consortia;
    return documents.length < fewest ? null : sharesAmong(open, documents);
  });
}

function sharesAmong({ arrays }: Segment, documents: readonly number[]): ConsortiumShares {
  let [sme, company] = [0, 0];
  for (const document of documents) {
    const [from, to] = [arrays.holderStarts[document]!, arrays.holderStarts[document + 1]!];
    const holders = arrays.holderOrganisations.subarray(from, to);
    sme += holders.filter((local) => arrays.organisationSme[local] === small).length / holders.length;
    company += holders.filter((local) => arrays.organisationTypes[local] === firm).length / holders.length;
  }
  return { sme: sme / documents.length, company: company / documents.length };
}

const firm = activityCode('PRC');
/** How a segment writes that an organisation is a small firm; 1 is that it is none. */
const small = 2;

/** Three make a consortium. */
const leastPartners = 3;

/** The documents of the open segment that come closest to the call and were written by a consortium. */
function closest(corpus: Corpus, call: PreparedCall, open: Segment): number[] {
  const { documentCount, arrays } = open;
  const { consortia } = corpus.model.fairLike;
  if (call.size === 0) return [];
  const scores = scoreDocuments(corpus, call);
  const { openWeights } = corpus.on(call.asOf);
  const excluded = call.excludedTopic(open);
  const best: number[] = [];
  for (let document = 0; document < documentCount; document += 1) {
    const score = scores[document]!;
    if (score === 0 || openWeights[document] === 0) continue;
    if (excluded > 0 && arrays.documentTopics[document] === excluded) continue;
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
