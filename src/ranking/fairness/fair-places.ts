import type { Place } from '../best-places.js';
import type { Corpus } from '../corpus.js';
import { activityCode } from '../index/segment-format.js';
import { historyOn } from '../calibration/background.js';
import type { History } from '../learned/history.js';
import type { PreparedCall } from '../query/prepared-call.js';
import { fairOrder, shareOf } from './fair-order.js';
import type { FairPlace, ProtectedKind } from './fair-order.js';

/** Kinds of organisation that a fair list looks after; `leader` is an experienced co-ordinator. */
export const fairKinds = ['sme', 'company', 'newcomer', 'leader'] as const;
export type FairKind = (typeof fairKinds)[number];

/** Of every prefix of a list, in [0, 1): what small firms, companies and newcomers keep at least. */
export interface FairShares {
  readonly sme: number;
  readonly company: number;
  readonly newcomer: number;
}

/** What is asked for: a share, or null for what the consortia had that answered calls like this one. */
export interface FairAsked {
  readonly sme: number | null;
  readonly company: number | null;
  readonly newcomer: number;
}

/** Three make a consortium: so many newcomers are never proposed without one who has led before. */
const leaderAmong = 3;

/** Projects of somebody who is new to this: one at most. */
const newcomerProjects = 1;

/** Consortia of somebody who knows how it is done, at least one of them led. */
const leaderConsortia = 3;

/** What an organisation is to a fair list. */
export class Kinds {
  readonly #history: History;

  constructor(
    private readonly corpus: Corpus,
    call: PreparedCall,
  ) {
    this.#history = historyOn(corpus, call.asOf);
  }

  isSme(ordinal: number): boolean {
    return this.corpus.organisations.sme[ordinal] === 2;
  }

  isCompany(ordinal: number): boolean {
    return this.corpus.organisations.types[ordinal] === company;
  }

  isNewcomer(ordinal: number): boolean {
    return this.#history.projects[ordinal]! <= newcomerProjects;
  }

  /** Whether it has led a consortium and knows several. */
  isLeader(ordinal: number): boolean {
    return this.led(ordinal) > 0 && this.consortia(ordinal) >= leaderConsortia;
  }

  /** Consortia of two or more that it led. */
  led(ordinal: number): number {
    return this.#history.coordinated[ordinal]!;
  }

  consortia(ordinal: number): number {
    return this.#history.consortia[ordinal]!;
  }
}

const company = activityCode('PRC');

/** What a fair order reads of a place. */
export type FairCandidate = Pick<Place, 'ordinal' | 'fit'>;

/**
 * The places of a list in a fair order: each kind keeps its share of every prefix, and among the first three there is an
 * experienced co-ordinator whose fit is more than possible, wherever the candidates hold one.
 *
 * @param candidates best first, all that the order may draw on
 */
export function fairPlaces<Candidate extends FairCandidate>(
  corpus: Corpus,
  call: PreparedCall,
  candidates: readonly Candidate[],
  { shares, limit }: { readonly shares: FairShares; readonly limit: number },
): FairPlace<FairKind, Candidate>[] {
  const kinds = new Kinds(corpus, call);
  const wanted: readonly ProtectedKind<FairKind, Candidate>[] = [
    { name: 'sme', least: shareOf(shares.sme), belongs: ({ ordinal }) => kinds.isSme(ordinal) },
    { name: 'company', least: shareOf(shares.company), belongs: ({ ordinal }) => kinds.isCompany(ordinal) },
    {
      name: 'newcomer',
      least: shareOf(shares.newcomer),
      belongs: ({ ordinal }) => kinds.isNewcomer(ordinal),
    },
    {
      name: 'leader',
      least: (length) => Number(length >= leaderAmong),
      belongs: (place) => kinds.isLeader(place.ordinal) && isMoreThanPossible(corpus, place),
    },
  ];
  return fairOrder(candidates, wanted, limit);
}

/** Whether the competence fit of somebody with several projects stands above the lowest band. */
export const isMoreThanPossible = ({ model }: Corpus, { fit }: Pick<Place, 'fit'>): boolean =>
  fit >= model.bands.fit.known.good;
