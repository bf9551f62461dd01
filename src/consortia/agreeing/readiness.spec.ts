import type { OrganisationCard } from '../../organisations/index.js';
import type { Board, Seat } from '../board/board.js';
import type { BoardCheck } from '../board/check-board.js';
import { blocking, readiness } from './readiness.js';

const seat = (id: string, stated: Partial<Seat> = {}): Seat => ({
  id,
  state: 'confirmed',
  version: 1,
  participation: 'coordinator',
  organisationId: `of ${id}`,
  needIds: [],
  effortMonths: null,
  budgetShare: null,
  note: null,
  required: true,
  ...stated,
});

/** What readiness reads of an organisation: whether it is a live member of a cluster; null: never was of one. */
const card = (live: boolean | null, clusterId = 'ours'): OrganisationCard =>
  ({
    pic: '999999999',
    facts: { legalName: 'A', country: 'IT', type: 'PRC', sme: true },
    memberships: live === null ? [] : [{ clusterId, live }],
  }) as unknown as OrganisationCard;

const board = (seats: readonly Seat[], cards: readonly (OrganisationCard | null)[]): Board =>
  ({
    clusterId: 'ours',
    seats,
    parties: new Map(),
    organisations: new Map(
      seats.flatMap(({ organisationId }, place) => {
        const found = cards[place] ?? null;
        return organisationId === null || found === null ? [] : [[organisationId, found]];
      }),
    ),
  }) as unknown as Board;

const passed = { answer: { result: 'pass', rules: [] } } as unknown as BoardCheck;
const kinds = (of: Board, check = passed): string[] =>
  blocking(readiness(of, check, [])).map(({ kind }) => kind);

describe('what keeps a consortium from being agreed', () => {
  it.each([
    ['a member that left the cluster while seated', ['partner-left'], card(false)],
    ['somebody who can be seen no more', ['partner-left'], null],
    ['a member that stayed', [], card(true)],
    ['somebody from outside, who was never a member', [], card(null)],
    ['a member of another cluster that left there', [], card(false, 'theirs')],
  ] as const)('with %s on a confirmed seat: %j', (_, blocked, holder) => {
    expect(kinds(board([seat('one')], [holder]))).toEqual(blocked);
  });

  it('cannot be waived where a partner left, by whatever waiver stands', () => {
    const waiver = { item: 'left:one' } as never;
    const items = readiness(board([seat('one')], [card(false)]), passed, [waiver]);
    expect(blocking(items).map(({ item }) => item)).toEqual(['left:one']);
  });

  it('names the rules that are missing where a topic has none held', () => {
    const unheld = { answer: { result: 'needs-review', rules: [] } } as unknown as BoardCheck;
    expect(kinds(board([seat('one')], [card(true)]), unheld)).toEqual(['rule']);
  });
});
