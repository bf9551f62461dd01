import { Injectable } from '@nestjs/common';

import {
  checkEligibility,
  demandsOf,
  type Demands,
  type Consortium as Checked,
  type EligibilityAnswer,
  type Partner,
} from '../../eligibility/index.js';
import { OrganisationReadModel, type OrganisationCard } from '../../organisations/index.js';
import { PartnerSearchStore } from '../../opportunities/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { HeldRules, ruleSetOf } from '../call-rules.js';
import { loadProgrammeFacts, type HeldFacts } from '../programme-facts.js';
import { adviseBoard, type ApplyAdvice } from './advise-board.js';
import { hasLeft, partnerFacts, type Board, type Party, type Seat } from './board.js';
import { BoardReadModel } from './board.read-model.js';
import type { SeatState } from './board-states.js';

/** A change that is only thought of. */
export interface WhatIf {
  /** organisations that would join as beneficiaries: our id, a PIC, or the exact name */
  readonly add: readonly string[];
  /** ids of seats that would be left empty */
  readonly leave: readonly string[];
}

/** How a board stands against the rules. */
export interface BoardCheck {
  readonly answer: EligibilityAnswer;
  /** who was counted */
  readonly partners: readonly Partner[];
  /** rule set used where no topic of the rulebook decides; null: the topic's, or none held */
  readonly ruleSet: string | null;
  /** seats that were not counted, by why */
  readonly leftOut: readonly {
    readonly seatId: string;
    readonly because: 'open' | 'declined' | 'withdrawn' | 'reserve' | 'facilitator' | 'unknown';
  }[];
}

/** A check with what it means for applying. */
export interface AdvisedCheck extends BoardCheck {
  /** null: there is no call to apply to, or it is decided */
  readonly apply: ApplyAdvice | null;
}

/** Whoever has said no, or is only in reserve, is no partner. */
const away: ReadonlySet<SeatState> = new Set(['declined', 'withdrawn', 'reserve']);

/** Checks a board against the rules of its call, as it stands or as it would be. */
@Injectable()
export class CheckBoard {
  readonly #facts: HeldFacts = loadProgrammeFacts();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly boards: BoardReadModel,
    private readonly organisations: OrganisationReadModel,
    private readonly rules: HeldRules,
    private readonly searches: PartnerSearchStore,
  ) {}

  /** @throws {AppError} `consortia.not-found`, `organisations.not-found` */
  check(scope: Scope, id: string, whatIf: WhatIf = { add: [], leave: [] }): Promise<AdvisedCheck> {
    return this.unitOfWork.run(scope, async (unit) => {
      const asOf = this.clock.now();
      const board = await this.boards.board(unit, id, asOf);
      const ids = await this.organisations.resolveAll(unit, whatIf.add);
      const joining = [...(await this.organisations.cards(unit, ids)).values()];
      const check = this.checked(board, { joining, leave: whatIf.leave });
      const { opportunity } = board;
      const search = opportunity === null ? null : await this.searches.find(unit, opportunity.id);
      const programme = this.#facts.programmes.get(opportunity?.programme ?? '') ?? null;
      return { ...check, apply: adviseBoard(board, { check, search, programme, asOf }) };
    });
  }

  /** The same for a board that was read already. */
  checked(
    board: Board,
    { joining, leave }: { readonly joining: readonly OrganisationCard[]; readonly leave: readonly string[] },
  ): BoardCheck {
    const seats = board.seats.filter(({ id }) => !leave.includes(id));
    const leftOut = seats.flatMap((seat) => {
      const because = absence(seat, board);
      return because === null ? [] : [{ seatId: seat.id, because }];
    });
    const out = new Set(leftOut.map(({ seatId }) => seatId));
    const partners = [
      ...seats.flatMap((seat) => {
        if (out.has(seat.id)) return [];
        return [
          toPartner(board.organisations.get(seat.organisationId ?? ''), seat, board.parties.get(seat.id)),
        ];
      }),
      ...joining.map((card) => toPartner(card, null)),
    ];
    const ruleSet = board.opportunity === null ? null : ruleSetOf(this.rules.book(), board.opportunity);
    return {
      answer: checkEligibility(this.rules.book(), this.#asked(board, partners, ruleSet)),
      partners,
      ruleSet,
      leftOut,
    };
  }

  /** What the rules still ask of these, beside those who have a seat by a guest's link: as beneficiaries where they have none. */
  demands(board: Board, cards: readonly OrganisationCard[]): Demands {
    const counted = board.seats.filter((seat) => absence(seat, board) === null);
    const seatOf = ({ id }: OrganisationCard): Seat | null =>
      counted.find(({ organisationId }) => organisationId === id) ?? null;
    const guests = counted.filter(({ organisationId }) => organisationId === null);
    const partners = [
      ...cards.map((card) => toPartner(card, seatOf(card))),
      ...guests.map((seat) => toPartner(undefined, seat, board.parties.get(seat.id))),
    ];
    const ruleSet = board.opportunity === null ? null : ruleSetOf(this.rules.book(), board.opportunity);
    const { minima, most } = demandsOf(this.rules.book(), this.#asked(board, partners, ruleSet));
    return {
      minima: minima.map(({ count, kinds }) => {
        const brought = new Set(kinds.slice(cards.length).filter((kind) => kind !== null));
        return {
          count: count - brought.size,
          kinds: kinds
            .slice(0, cards.length)
            .map((kind) => (kind !== null && brought.has(kind) ? null : kind)),
        };
      }),
      most: most === null ? null : most - guests.length,
    };
  }

  #asked({ opportunity }: Board, partners: readonly Partner[], ruleSet: string | null): Checked {
    const last = opportunity?.deadlines.at(-1)?.at ?? null;
    return {
      ruleSet,
      topic: opportunity?.identifier ?? null,
      programmePart: opportunity?.part ?? null,
      deadline: last === null ? null : last.slice(0, 10),
      date: this.clock.now().toISOString().slice(0, 10),
      partners,
    };
  }
}

function absence(seat: Seat, board: Board): BoardCheck['leftOut'][number]['because'] | null {
  if (seat.organisationId === null && seat.state === 'open') return 'open';
  if (away.has(seat.state)) return seat.state as 'declined' | 'withdrawn' | 'reserve';
  if (seat.participation === 'facilitator') return 'facilitator';
  if (seat.organisationId === null) return board.parties.has(seat.id) ? null : 'unknown';
  return hasLeft(board, seat) ? 'unknown' : null;
}

/** What is not stated of an organisation stays not stated: the check then says that it needs a look. */
function toPartner(card: OrganisationCard | undefined, seat: Seat | null, party?: Party): Partner {
  const known = partnerFacts(card, party);
  return {
    name: known.legalName ?? card?.id ?? '',
    pic: known.pic,
    country: known.country,
    nuts: card?.facts.nuts ?? null,
    type: known.type,
    sme: known.sme,
    role: seat === null || seat.participation === 'facilitator' ? 'beneficiary' : seat.participation,
    controlledBy: null,
    budgetSharePercent: seat?.budgetShare ?? null,
    facts: null,
  };
}
