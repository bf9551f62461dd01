import { Injectable } from '@nestjs/common';

import { ClusterReadModel } from '../../accounts/index.js';
import { SuggestPartners, type PartnerSuggestion, type PartnerSuggestions } from '../../matching/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { notOnBoard, seatWithoutNeeds } from '../consortia.errors.js';
import { HeldCues } from '../held-cues.js';
import type { Board } from './board.js';
import { BoardReadModel } from './board.read-model.js';
import { FindUnexpected, type NamedUnexpected } from './find-unexpected.js';
import { kindFirst, type KindQuestion } from './kind-first.js';
import { narrowedBy, openNeeds, questionOf, seatedOn } from './seat-question.js';

/** Who could take a seat, and one from elsewhere; null: nobody from elsewhere answers it. */
export interface SeatSuggestions extends PartnerSuggestions {
  readonly unexpected: NamedUnexpected | null;
}

/** Who could take a seat: ranked by what the seat is to cover, from those who are in already. */
@Injectable()
export class SuggestForSeat {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly boards: BoardReadModel,
    private readonly partners: SuggestPartners,
    private readonly held: HeldCues,
    private readonly clusters: ClusterReadModel,
    private readonly elsewhere: FindUnexpected,
  ) {}

  /**
   * A seat that names no needs looks for all that are open. Members of sister clusters are among them, masked.
   *
   * @throws {AppError} `consortia.not-found`, `consortia.not-on-board`, `consortia.seat-without-needs`
   */
  async suggest(scope: Scope, id: string, seatId: string, limit: number): Promise<SeatSuggestions> {
    const asOf = this.clock.now();
    const board = await this.unitOfWork.run(scope, (unit) => this.boards.board(unit, id, asOf));
    const needs = needsOf(board, seatId);
    const text = needs.map((need) => questionOf(need, this.held.cues.roles)).join('\n\n');
    const found = await this.#ranked(scope, board, { needs, text, limit, asOf });
    const shown = found.suggestions.slice(0, limit);
    const asked = `${board.opportunity?.title ?? board.title}\n${text}`;
    const unexpected = await this.elsewhere.find(scope, asked, shown, found.suggestions.slice(limit));
    return { ...found, suggestions: shown, unexpected };
  }

  /** The list, and as many below it as are looked through for one from elsewhere. */
  async #ranked(
    scope: Scope,
    board: Board,
    asked: {
      readonly needs: Board['needs'];
      readonly text: string;
      readonly limit: number;
      readonly asOf: Date;
    },
  ): Promise<PartnerSuggestions> {
    const { needs, text, limit, asOf } = asked;
    const seeds = seatedOn(board);
    const cues = this.held.cues.roles.filter(({ role }) => needs.some((need) => need.role === role));
    // of several kinds asked for at once none goes first
    const called = cues.length === 1 ? (cues[0]?.called ?? []) : [];
    const wide = called.length === 0 ? limit + below : Math.max(limit + below, widest);
    const wanted = { ...narrowedBy(needs, { seeds, limit: wide, asOf }), sisters: true };
    const found = await this.partners.forText(scope, text, wanted);
    if (called.length === 0) return found;
    const region = await this.#regionOf(scope, board.clusterId);
    const near = region === null ? [] : await this.#near(scope, text, { needs, seeds, region, asOf });
    return { ...found, suggestions: inOrder([...near, ...found.suggestions], { called, region }, wide) };
  }

  /** The region's own, however many elsewhere would stand before them. */
  async #near(
    scope: Scope,
    text: string,
    asked: {
      readonly needs: Board['needs'];
      readonly seeds: readonly string[];
      readonly region: string;
      readonly asOf: Date;
    },
  ): Promise<readonly PartnerSuggestion[]> {
    const { needs, seeds, region, asOf } = asked;
    const wanted = { ...narrowedBy(needs, { seeds, limit: widest, asOf }), regions: [region], sisters: true };
    return (await this.partners.forText(scope, text, wanted)).suggestions;
  }

  /** NUTS 2 of the board's cluster. */
  async #regionOf(scope: Scope, clusterId: string): Promise<string | null> {
    const clusters = await this.unitOfWork.run(scope, (unit) => this.clusters.all(unit));
    return clusters.find(({ id }) => id === clusterId)?.nuts?.slice(0, 4) ?? null;
  }
}

/** How far a list is looked through for a kind of partner. */
const widest = 100;
/** How far below a list somebody from elsewhere is looked for. */
const below = 30;

/** Each once, in the order for that kind, counted anew. */
function inOrder(
  candidates: readonly PartnerSuggestion[],
  question: KindQuestion,
  limit: number,
): readonly PartnerSuggestion[] {
  const once = new Map(candidates.map((one) => [one.organisation.id, one]));
  return kindFirst([...once.values()], ({ organisation }) => organisation, question)
    .slice(0, limit)
    .map((one, place) => ({ ...one, rank: place + 1 }));
}

function needsOf(board: Board, seatId: string): Board['needs'] {
  const seat = board.seats.find(({ id }) => id === seatId);
  if (seat === undefined) throw notOnBoard('seat', seatId);
  const named = board.needs.filter(({ id }) => seat.needIds.includes(id));
  const needs = named.length > 0 ? named : openNeeds(board);
  if (needs.length === 0) throw seatWithoutNeeds();
  return needs;
}
