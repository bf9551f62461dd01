import { Injectable } from '@nestjs/common';

import {
  checkEligibility,
  demandsOf,
  type Demands,
  type Consortium as Checked,
  type EligibilityAnswer,
  type Partner,
  type Text,
} from '../../eligibility/index.js';
import {
  OrganisationReadModel,
  PartnerTraitsReadModel,
  type OrganisationCard,
} from '../../organisations/index.js';
import { PartnerSearchStore } from '../../opportunities/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { HeldRules, ruleSetOf } from '../call-rules.js';
import { loadProgrammeFacts, type HeldFacts } from '../programme-facts.js';
import { advisoryFindings, type AdvisoryFinding, type FoundBy } from './advisory-findings.js';
import { adviseBoard, type ApplyAdvice } from './advise-board.js';
import { hasLeft, partnerFacts, type Board, type Consortium, type Party, type Seat } from './board.js';
import { BoardReadModel } from './board.read-model.js';
import type { SeatState } from './board-states.js';
import { isCheckable, isSuperseded, type ReliedCheck, type ReliedOccasion } from './relied-check.js';
import { ReliedCheckStore } from './relied-check.store.js';

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
  /** the same, with who it is and what each is in for */
  readonly counted: readonly Counted[];
  /** rule set used where no topic of the rulebook decides; null: the topic's, or none held */
  readonly ruleSet: string | null;
  /** seats that were not counted, by why */
  readonly leftOut: readonly {
    readonly seatId: string;
    readonly because: 'open' | 'declined' | 'withdrawn' | 'reserve' | 'facilitator' | 'unknown';
  }[];
}

/** Somebody who was counted. */
export interface Counted {
  readonly partner: Partner;
  /** null: known by a guest's link alone */
  readonly organisationId: string | null;
  /** needs that the seat is for */
  readonly needIds: readonly string[];
}

/** A check with what it means for applying. */
export interface AdvisedCheck extends BoardCheck {
  /** null: there is no call to apply to, or it is decided */
  readonly apply: ApplyAdvice | null;
  readonly findings: readonly AdvisoryFinding[];
  readonly last: LastCheck;
}

/** The last check of a board that staff relied on, if any. */
export interface LastCheck {
  readonly relied: ReliedCheck | null;
  /** what people call the rules it was made by; null: none were held, or they are held no more */
  readonly name: Text | null;
  /** other rules are in force now */
  readonly superseded: boolean;
}

/** Whoever has said no, or is only in reserve, is no partner. */
const away: ReadonlySet<SeatState> = new Set(['declined', 'withdrawn', 'reserve']);

/** Checks a board against the rules of its call, as it stands or as it would be. */
@Injectable()
export class CheckBoard {
  readonly #facts: HeldFacts = loadProgrammeFacts();
  readonly #traits = new PartnerTraitsReadModel();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly boards: BoardReadModel,
    private readonly organisations: OrganisationReadModel,
    private readonly rules: HeldRules,
    private readonly searches: PartnerSearchStore,
    private readonly relied: ReliedCheckStore,
  ) {}

  /** @throws {AppError} `consortia.not-found`, `organisations.not-found` */
  check(scope: Scope, id: string, whatIf: WhatIf = { add: [], leave: [] }): Promise<AdvisedCheck> {
    return this.unitOfWork.run(scope, async (unit) => {
      const asOf = this.clock.now();
      const board = await this.boards.board(unit, id, asOf);
      const ids = await Promise.all(whatIf.add.map((named) => this.organisations.resolve(unit, named)));
      const joining = [...(await this.organisations.cards(unit, ids)).values()];
      const check = this.checked(board, { joining, leave: whatIf.leave });
      const { opportunity } = board;
      const search = opportunity === null ? null : await this.searches.find(unit, opportunity.id);
      const programme = this.#facts.programmes.get(opportunity?.programme ?? '') ?? null;
      const apply = adviseBoard(board, { check, search, programme, asOf });
      const findings = advisoryFindings(board, check, await this.#foundBy(unit, check));
      return { ...check, apply, findings, last: await this.last(unit, board, check) };
    });
  }

  /** What staff relied on, beside a check by the rules in force now. */
  async last(unit: Unit, board: Consortium, { answer }: BoardCheck): Promise<LastCheck> {
    const relied = await this.relied.ofBoard(unit, board.id);
    const held = this.rules.book().ruleSets.find(({ id }) => id === relied?.ruleSet);
    return { relied, name: held?.name ?? null, superseded: isSuperseded(board, relied, answer) };
  }

  /** Staff rely on what the rules in force now say of the board as it stands; of what was submitted, what they said then stays. */
  async rely(unit: Unit, board: Consortium, occasion: ReliedOccasion): Promise<void> {
    if (!isCheckable(board.state)) return;
    const now = this.clock.now();
    const { answer } = this.checked(await this.boards.board(unit, board.id, now), { joining: [], leave: [] });
    await this.relied.keep(unit, board, answer, { occasion, now });
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
    const counted = [
      ...seats.flatMap((seat) => {
        if (out.has(seat.id)) return [];
        const { organisationId, needIds } = seat;
        const card = board.organisations.get(organisationId ?? '');
        return [{ partner: toPartner(card, seat, board.parties.get(seat.id)), organisationId, needIds }];
      }),
      ...joining.map((card) => ({ partner: toPartner(card, null), organisationId: card.id, needIds: [] })),
    ];
    const partners = counted.map(({ partner }) => partner);
    const ruleSet = board.opportunity === null ? null : ruleSetOf(this.rules.book(), board.opportunity);
    return {
      answer: checkEligibility(this.rules.book(), this.#asked(board, partners, ruleSet)),
      partners,
      counted,
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

  async #foundBy(unit: Unit, { counted }: BoardCheck): Promise<FoundBy> {
    const ids = counted.flatMap(({ organisationId }) => organisationId ?? []);
    return {
      newcomers: await this.#traits.newcomers(unit, ids),
      endUsers: await this.#traits.endUsers(unit, ids),
      lessDeveloped: this.rules.book().regionLists.get('less-developed-or-transition') ?? null,
      sources: this.#facts.advice,
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
