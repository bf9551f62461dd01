import { hasLeft, partnerFacts, type Board, type Seat } from '../board/board.js';
import type { BoardCheck } from '../board/check-board.js';
import type { Waiver } from './waiver.store.js';

/** What a line of the readiness list is about. */
export const readinessKinds = [
  /** no confirmed co-ordinator */
  'no-coordinator',
  /** a seat that is required is open, or not confirmed by both sides */
  'seat-not-confirmed',
  /** somebody confirmed has left the cluster, or cannot be seen any more */
  'partner-left',
  /** a rule of the eligibility check fails, or cannot be decided */
  'rule',
  /** the portal asks for it: no PIC, no country, no contact person */
  'part-a',
] as const;
export type ReadinessKind = (typeof readinessKinds)[number];

/** One thing that is not as it should be. */
export interface ReadinessItem {
  /** `rule:countries`, `seat:<id>`, `left:<id>`, `coordinator`, `part-a:<id>`: the same as long as the thing is */
  readonly item: string;
  readonly kind: ReadinessKind;
  readonly seatId: string | null;
  readonly ruleId: string | null;
  /** keeps a consortium from being agreed, unless waived */
  readonly blocks: boolean;
  /** staff may go on all the same, by name and with a reason */
  readonly waivable: boolean;
  readonly waiver: Waiver | null;
  /** of a rule: what it says; of Part A: what is missing */
  readonly result: 'fail' | 'needs-review' | null;
  readonly missing: readonly string[];
}

/** What stands between a board and being agreed (B-31): in order, what blocks first. */
export function readiness(
  board: Board,
  check: BoardCheck,
  waivers: readonly Waiver[],
): readonly ReadinessItem[] {
  const items = [
    ...coordinator(board),
    ...board.seats.flatMap((seat) => seatItems(board, seat)),
    ...ruleItems(check),
    ...board.seats.flatMap((seat) => partA(board, seat)),
  ];
  return items.map((item) => ({ ...item, waiver: waivers.find((one) => one.item === item.item) ?? null }));
}

/** What still blocks: neither mended nor waived. */
export const blocking = (items: readonly ReadinessItem[]): readonly ReadinessItem[] =>
  items.filter(({ blocks, waivable, waiver }) => blocks && !(waivable && waiver !== null));

type Unwaived = Omit<ReadinessItem, 'waiver'>;

const plain = {
  seatId: null,
  ruleId: null,
  result: null,
  missing: [],
  blocks: true,
  waivable: false,
} as const;

function coordinator({ seats }: Board): Unwaived[] {
  const led = seats.some(
    ({ participation, state }) => participation === 'coordinator' && state === 'confirmed',
  );
  return led ? [] : [{ ...plain, item: 'coordinator', kind: 'no-coordinator' }];
}

function seatItems(board: Board, seat: Seat): Unwaived[] {
  const { id, required, state } = seat;
  if (state === 'confirmed')
    return hasLeft(board, seat) ? [{ ...plain, item: `left:${id}`, kind: 'partner-left', seatId: id }] : [];
  return required ? [{ ...plain, item: `seat:${id}`, kind: 'seat-not-confirmed', seatId: id }] : [];
}

/** Warnings and soft rules are for people to see to: they do not keep a consortium from being agreed. */
function ruleItems({ answer }: BoardCheck): Unwaived[] {
  const open = answer.rules.filter(({ hard, result }) => hard && result !== 'pass');
  const items = open.map(({ id, result }): Unwaived => ({
    ...plain,
    item: `rule:${id}`,
    kind: 'rule',
    ruleId: id,
    waivable: true,
    result: result === 'fail' ? 'fail' : 'needs-review',
  }));
  if (items.length > 0 || answer.result === 'pass') return items;
  // no rule is held that could be named: a person must have looked
  return [{ ...plain, item: 'rule:none-held', kind: 'rule', waivable: true, result: 'needs-review' }];
}

/** What the portal asks of each beneficiary and is not known here: said, but it can be filled in there. */
function partA(board: Board, seat: Seat): Unwaived[] {
  if (seat.state !== 'confirmed' || seat.participation === 'facilitator') return [];
  const facts = partnerFacts(board.organisations.get(seat.organisationId ?? ''), board.parties.get(seat.id));
  const asked = ['pic', 'legalName', 'country', 'type', 'contactName', 'contactEmail'] as const;
  const missing = asked.filter((field) => facts[field] === null);
  if (missing.length === 0) return [];
  return [{ ...plain, item: `part-a:${seat.id}`, kind: 'part-a', seatId: seat.id, blocks: false, missing }];
}
