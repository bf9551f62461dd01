import type { ReadyBoard, NeedCoverage } from '../../consortia/index.js';

/** One partner, in the order in which the portal asks: who it is, how it takes part, whom to write to. */
export interface SheetPartner {
  /** place in the list, the co-ordinator first */
  readonly number: number;
  readonly pic: string | null;
  readonly legalName: string | null;
  readonly country: string | null;
  readonly nuts: string | null;
  readonly type: string | null;
  readonly sme: boolean | null;
  readonly participation: string;
  /** what it is in for, by kind of partner */
  readonly roles: readonly string[];
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly effortMonths: number | null;
  readonly budgetShare: number | null;
  /** why this one: pairs of the call's words and its evidence's; none: nothing is cited, nothing is claimed */
  readonly why: readonly {
    readonly call: string;
    readonly evidence: string;
    readonly title: string | null;
  }[];
}

/** All that a hand-over sheet says, whatever file it becomes. */
export interface HandoverSheet {
  readonly title: string;
  readonly call: { readonly identifier: string; readonly title: string } | null;
  /** ISO instant; null: none */
  readonly deadline: string | null;
  readonly state: string;
  readonly partners: readonly SheetPartner[];
  readonly ready: ReadyBoard;
  /** the first stage is judged without names: this file tells some, and is not for the proposal's text */
  readonly blindFirstStage: boolean;
  /** fund with a form of its own, of which this fills the known part */
  readonly vinnovate: boolean;
  readonly madeAt: Date;
}

const sure: ReadonlySet<string> = new Set(['accepted', 'confirmed']);

/** @param factsOf what is known of whoever sits there */
export function handoverSheet(
  ready: ReadyBoard,
  coverage: readonly NeedCoverage[],
  factsOf: (
    seatId: string,
  ) => Pick<
    SheetPartner,
    'pic' | 'legalName' | 'country' | 'nuts' | 'type' | 'sme' | 'contactName' | 'contactEmail'
  >,
  madeAt: Date,
): HandoverSheet {
  const { board, check } = ready;
  const inside = board.seats.filter(({ state }) => sure.has(state));
  const first = (participation: string): number => (participation === 'coordinator' ? 0 : 1);
  const ordered = [...inside].sort((a, b) => first(a.participation) - first(b.participation));
  const { opportunity } = board;
  return {
    title: board.title,
    call: opportunity && { identifier: opportunity.identifier, title: opportunity.title },
    deadline: opportunity?.deadlines.at(-1)?.at ?? null,
    state: board.state,
    partners: ordered.map((seat, place) => ({
      number: place + 1,
      ...factsOf(seat.id),
      participation: seat.participation,
      roles: board.needs.filter(({ id }) => seat.needIds.includes(id)).map(({ role }) => role),
      effortMonths: seat.effortMonths,
      budgetShare: seat.budgetShare,
      why: whyOf(seat.organisationId, coverage),
    })),
    ready,
    blindFirstStage: opportunity?.flags['blindFirstStage'] === true,
    vinnovate: check.ruleSet === 'vinnovate',
    madeAt,
  };
}

/** The best pair of quotations for each of up to three needs. */
function whyOf(organisationId: string | null, coverage: readonly NeedCoverage[]): SheetPartner['why'] {
  return coverage
    .flatMap(({ shown }) => {
      const reasons = shown.find(({ organisation }) => organisation.id === organisationId)?.reasons ?? [];
      const told = reasons.find(({ callQuote, evidence }) => callQuote !== null && evidence !== null);
      if (!told?.callQuote || !told.evidenceQuote) return [];
      return [{ call: told.callQuote, evidence: told.evidenceQuote, title: told.evidence?.title ?? null }];
    })
    .slice(0, 3);
}
