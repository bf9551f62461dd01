import type { Corpus } from '../corpus.js';
import { nutsWidth } from '../index/metadata-arrays.js';
import { yearsBetween } from '../index/calendar.js';
import type { PreparedCall } from '../query/prepared-call.js';
import { itemValue } from '../signals/fit.js';
import { scoreDocument } from '../signals/text.js';
import { ensureScale } from '../votes.js';
import type { History } from './history.js';

/** How each organisation is tied to the seeds, by ordinal: sums over the consortia it shares with them. */
export interface SeedLinks {
  /** by how well each consortium answers the call */
  readonly text: Float64Array;
  /** against how many consortia both sides have */
  readonly close: Float64Array;
  /** small consortia tie more */
  readonly small: Float64Array;
  /** recent ones tie more */
  readonly lately: Float64Array;
  readonly countries: ReadonlySet<number>;
  readonly regions: ReadonlySet<string>;
  /** by activity code: share of the seeds */
  readonly types: Float64Array;
  /** mean number of consortia of a seed */
  readonly experience: number;
}

/** What the sums of one consortium are made of. */
interface Tie {
  readonly document: number;
  seeds: number;
  weight: number;
}

const latelyYears = 1.5;
const sizePower = 0.6;

export interface LinkSetting {
  readonly corpus: Corpus;
  readonly call: PreparedCall;
  readonly seeds: readonly number[];
  readonly admitted: Uint8Array;
}

export function seedLinks(setting: LinkSetting, history: History): SeedLinks {
  const { corpus, seeds } = setting;
  const { organisations } = corpus;
  const empty = (): Float64Array => new Float64Array(corpus.organisationCount);
  const links = { text: empty(), close: empty(), small: empty(), lately: empty() };
  for (const tie of tiesOf(setting, history)) addTie(setting, links, tie, history);
  const types = new Float64Array(8);
  for (const seed of seeds) types[organisations.types[seed]!]! += 1 / seeds.length;
  return {
    ...links,
    countries: new Set(seeds.map((seed) => organisations.countries[seed]!).filter((code) => code > 0)),
    regions: new Set(seeds.map((seed) => regionOf(corpus, seed)).filter((code) => code !== '')),
    types,
    experience: seeds.reduce((sum, seed) => sum + history.consortia[seed]!, 0) / Math.max(1, seeds.length),
  };
}

/** The consortia of the seeds that may count, ascending by document. */
function tiesOf({ corpus, seeds, admitted }: LinkSetting, history: History): Tie[] {
  const ties = new Map<number, Tie>();
  for (const seed of seeds) {
    for (const { document } of corpus.held(seed)) {
      if (admitted[document] === 0) continue;
      const tie = ties.get(document) ?? { document, seeds: 0, weight: 0 };
      tie.seeds += 1;
      tie.weight += 1 / Math.sqrt(Math.max(1, history.consortia[seed]!));
      ties.set(document, tie);
    }
  }
  return [...ties.values()].sort((a, b) => a.document - b.document);
}

function addTie(
  { corpus, call }: LinkSetting,
  links: Pick<SeedLinks, 'text' | 'close' | 'small' | 'lately'>,
  { document, seeds, weight }: Tie,
  history: History,
): void {
  const { segment, local } = corpus.locate(document);
  const { holderStarts, holderOrganisations, documentDays } = corpus.segments[segment]!.arrays;
  const holders = holderStarts[local + 1]! - holderStarts[local]!;
  if (holders < 2) return;
  const text = seeds * documentValue(corpus, call, document);
  const small = seeds / (holders - 1) ** sizePower;
  const lately = seeds * Math.exp(-yearsBetween(documentDays[local]!, call.asOf) / latelyYears);
  for (let at = holderStarts[local]!; at < holderStarts[local + 1]!; at += 1) {
    const ordinal = corpus.organisations.ordinal(segment, holderOrganisations[at]!);
    links.text[ordinal]! += text;
    links.close[ordinal]! += weight / Math.sqrt(Math.max(1, history.consortia[ordinal]!));
    links.small[ordinal]! += small;
    links.lately[ordinal]! += lately;
  }
}

/** What a document adds to a holder's fit before the holder's role. */
export function documentValue(corpus: Corpus, call: PreparedCall, document: number): number {
  if (call.terms.length === 0) return 0;
  const scale = ensureScale(corpus, call);
  const score = scoreDocument(corpus, call, document);
  const weight = corpus.on(call.asOf).weights[document]!;
  return itemValue(corpus, call, { document, score, weight }, scale).value;
}

/** NUTS 2 or as much as is stated beyond the country; '' where there is no more. */
export function regionOf(corpus: Corpus, ordinal: number): string {
  const code = corpus.organisations.nuts.subarray(ordinal * nutsWidth, ordinal * nutsWidth + 4);
  return code[3] === 0 || code.length < 4 ? '' : String.fromCharCode(...code);
}
