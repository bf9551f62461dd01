import { Injectable } from '@nestjs/common';

import { Throttle, tooManyTries } from '../../accounts/index.js';
import type { Demands } from '../../eligibility/index.js';
import type { PartnerSuggestion } from '../../matching/index.js';
import type { OrganisationCard } from '../../organisations/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Assembly } from '../assembly/assemble.js';
import { AssemblyBench } from '../assembly/assembly-bench.js';
import type { AssemblyProblem, AssemblyWeights, Candidate, Proposal } from '../assembly/assembly-problem.js';
import { ruleMinima } from '../assembly/rule-minima.js';
import type { Board } from './board.js';
import { BoardReadModel } from './board.read-model.js';
import { CheckBoard } from './check-board.js';
import { FindCandidates, type FoundCandidates } from './find-candidates.js';
import { openNeeds, seatedOn } from './seat-question.js';

/** What staff ask for. */
export interface AssemblyWanted {
  /** members in all, those who are in included */
  readonly size: { readonly min: number; readonly max: number };
  readonly countries: number;
  readonly newcomers: number;
  readonly proposals: number;
}

/** A proposal, with what the eligibility check says of it. */
export interface CheckedProposal extends Proposal {
  readonly eligibility: 'pass' | 'needs-review';
}

export type BoardAssembly =
  | {
      readonly kind: 'proposals';
      readonly proposals: readonly CheckedProposal[];
      readonly organisations: ReadonlyMap<string, OrganisationCard>;
    }
  | Extract<Assembly, { kind: 'impossible' }>;

/**
 * Coverage leads; a seat costs a little more than an average fit brings, so nobody is seated for its own sake. Ties count
 * for nothing here, for the fit counts them already: half of 59 real consortia given, 0.1 lost .009 of .164 hits a seat,
 * 0.3 lost .053 (95 % from .018 to .091). They are said as reasons all the same.
 */
const weights: AssemblyWeights = { coverage: 10, fit: 1, ties: 0, seat: 0.5 };

/** Seconds of thinking for one proposal. */
const seconds = 1;

/** Far more than anybody who reads the proposals asks for. */
const mostInTenMinutes = 40;

/** Proposes whole consortia for a board: those who are in stay, every rule is kept. */
@Injectable()
export class AssembleBoard {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly boards: BoardReadModel,
    private readonly candidates: FindCandidates,
    private readonly checks: CheckBoard,
    private readonly bench: AssemblyBench,
    private readonly throttle: Throttle,
  ) {}

  /** @throws {AppError} `consortia.not-found`, `accounts.too-many-tries`: what one person asks must not keep all others waiting */
  async propose(scope: Scope, id: string, wanted: AssemblyWanted): Promise<BoardAssembly> {
    const wait = await this.throttle.tryOnce([
      {
        name: 'assembly',
        of: scope.user ?? scope.clusters.join(),
        most: mostInTenMinutes,
        windowSeconds: 600,
      },
    ]);
    if (wait !== null) throw tooManyTries(wait);
    const asOf = this.clock.now();
    const board = await this.unitOfWork.run(scope, (unit) => this.boards.board(unit, id, asOf));
    const found = await this.candidates.find(scope, board, asOf);
    const counted = countedIds(board, found.cards).flatMap((one) => found.cards.get(one) ?? []);
    const demands = this.checks.demands(board, counted);
    const assembly = await this.bench.assemble(toProblem(board, found, wanted, demands), {
      proposals: wanted.proposals,
      seconds,
    });
    // who does not want to meet whom is told to nobody, not even as what stands in the way
    if (assembly.kind === 'impossible')
      return { kind: 'impossible', because: assembly.because.filter((rule) => rule !== 'apart') };
    const proposals = assembly.proposals.flatMap((proposal) => {
      const eligibility = this.#checked(board, proposal, found.cards);
      return eligibility === 'fail' ? [] : [{ ...proposal, eligibility }];
    });
    return proposals.length === 0
      ? { kind: 'impossible', because: ['eligibility'] }
      : { kind: 'proposals', proposals, organisations: found.cards };
  }

  /** As the board would be with them as beneficiaries. */
  #checked(
    board: Board,
    { seats }: Proposal,
    cards: FoundCandidates['cards'],
  ): 'pass' | 'fail' | 'needs-review' {
    const joining = seats.filter(({ seated }) => !seated).flatMap(({ id }) => cards.get(id) ?? []);
    return this.checks.checked(board, { joining, leave: [] }).answer.result;
  }
}

function toProblem(
  board: Board,
  { byNeed, overall, cards, ties, standings, apart }: FoundCandidates,
  wanted: AssemblyWanted,
  demands: Demands,
): AssemblyProblem {
  const seated = seatedOn(board).filter((id) => cards.has(id));
  const fits = fitOf(overall);
  const best = new Map(
    [...byNeed].map(([need, list]) => [need, Math.max(0, ...list.map(({ score }) => score))]),
  );
  const candidates = [...cards.keys()].map((id): Candidate => {
    const standing = standings.get(id);
    return {
      id,
      fit: fits.get(id) ?? 0,
      covers: new Map(
        openNeeds(board).flatMap(({ id: need }) => {
          const score = byNeed.get(need)?.find(({ organisation }) => organisation.id === id)?.score ?? 0;
          return score > 0 ? [[need, score / (best.get(need) || 1)] as const] : [];
        }),
      ),
      canCoordinate: (standing?.led ?? 0) > 0 || isCoordinator(board, id),
      newcomer: (standing?.projects ?? 0) <= 1,
      groups: [],
    };
  });
  const countries = new Map(
    [...cards].flatMap(([id, { facts }]) => (facts.country === null ? [] : [[id, facts.country] as const])),
  );
  const most = (demands.most ?? Infinity) + seated.filter((id) => isFacilitator(board, id)).length;
  return {
    needs: openNeeds(board).map(({ id, state }) => ({ id, weight: state === 'approved' ? 2 : 1 })),
    candidates: candidates.sort((a, b) => b.fit - a.fit || Number(a.id > b.id) - Number(a.id < b.id)),
    seated,
    coordinator: seated.find((id) => isCoordinator(board, id)) ?? null,
    ties,
    // two whom staff have seated together stay: a refusal would tell on them
    apart: apart.filter((pair) => !pair.every((id) => seated.includes(id))),
    minima: [
      ...(wanted.countries > 1 ? [{ id: 'countries', count: wanted.countries, kinds: countries }] : []),
      ...ruleMinima(demands, countedIds(board, cards)),
    ],
    size: {
      min: Math.max(Math.min(wanted.size.min, most), seated.length),
      max: Math.max(Math.min(wanted.size.max, most), seated.length),
    },
    atLeastNewcomers: wanted.newcomers,
    weights,
  };
}

const isFacilitator = ({ seats }: Board, id: string): boolean =>
  seats.some((seat) => seat.organisationId === id && seat.participation === 'facilitator');

/** Whom the rules count: facilitators are no partners. */
const countedIds = (board: Board, cards: FoundCandidates['cards']): string[] =>
  [...cards.keys()].filter((id) => !isFacilitator(board, id));

const isCoordinator = ({ seats }: Board, id: string): boolean =>
  seats.some((seat) => seat.organisationId === id && seat.participation === 'coordinator');

/** Scores as shares of the best. */
function fitOf(list: readonly PartnerSuggestion[]): Map<string, number> {
  const best = Math.max(0, ...list.map(({ score }) => score)) || 1;
  return new Map(list.map(({ organisation, score }) => [organisation.id, score / best]));
}
