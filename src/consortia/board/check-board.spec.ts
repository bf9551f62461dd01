import { MovableClock } from '../../../test/support/movable-clock.js';
import type { Check, Rule, Rulebook } from '../../eligibility/index.js';
import type { OrganisationCard } from '../../organisations/index.js';
import type { Board, Party, Seat } from './board.js';
import { CheckBoard } from './check-board.js';

const said = { en: 'A rule.', it: 'Una regola.' };
const source = { document: 'The rules', date: '2026-01-01', url: null };
const hard = (id: string, check: Check): Rule => ({
  id,
  severity: 'hard',
  text: said,
  source,
  from: null,
  to: null,
  when: null,
  unsettledFrom: null,
  topicMayChange: false,
  check,
  remedies: [],
});

/** Beneficiaries of three countries, five beneficiaries at most. */
const book: Rulebook = {
  ruleSets: [
    {
      id: 'window',
      name: said,
      version: '1',
      from: '2026-01-01',
      to: null,
      action: null,
      source,
      newer: null,
      partnerSearch: true,
      rules: [
        hard('three-countries', {
          kind: 'at-least',
          count: 3,
          scope: 'beneficiaries',
          where: null,
          distinct: 'country',
          regionList: null,
          independent: false,
          including: null,
          deemed: [],
        }),
        hard('five-at-most', { kind: 'at-most', count: 5, scope: 'beneficiaries', where: null }),
      ],
    },
  ],
  countryLists: new Map(),
  regionLists: new Map(),
  facts: new Map(),
  partGroups: new Map(),
  topics: new Map(),
};

const card = (id: string, country: string): OrganisationCard =>
  ({
    id,
    pic: null,
    facts: { legalName: id, country, nuts: null, type: 'PRC', sme: true },
    memberships: [],
  }) as unknown as OrganisationCard;
const seat = (id: string, stated: Partial<Seat>): Seat => ({
  id,
  state: 'accepted',
  version: 1,
  participation: 'beneficiary',
  organisationId: null,
  needIds: [],
  effortMonths: null,
  budgetShare: null,
  note: null,
  required: true,
  ...stated,
});

const italian = card('italian', 'IT');
const french = card('french', 'FR');

/** What is still asked of the two, beside whoever has these seats; a guest filled in a country. */
const demands = (seats: readonly Seat[], guests: Readonly<Record<string, string>> = {}) => {
  const cards = [italian, french];
  const board = {
    clusterId: 'ours',
    opportunity: {
      identifier: 'WINDOW-1',
      kind: 'window',
      programme: 'WINDOW',
      part: null,
      actionTypes: [],
      deadlines: [],
    },
    seats,
    organisations: new Map(cards.map((one) => [one.id, one])),
    parties: new Map(
      Object.entries(guests).map(([id, country]) => [id, { legalName: id, country, type: 'PRC' } as Party]),
    ),
  } as unknown as Board;
  const unread = null as never;
  const clock = new MovableClock(new Date('2026-11-23T09:00:00Z'));
  const check = new CheckBoard(unread, clock, unread, unread, { book: () => book }, unread, unread);
  const { minima, most } = check.demands(board, cards);
  return { count: minima[0]?.count, kinds: minima[0]?.kinds, most };
};

describe('what the rules still ask of candidates', () => {
  it('is all of it where nobody has a seat', () => {
    expect(demands([])).toEqual({ count: 3, kinds: ['IT', 'FR'], most: 5 });
  });

  it('is one country and one place less by a guest, and a candidate of its country brings nothing new', () => {
    expect(demands([seat('guest', {})], { guest: 'DE' })).toEqual({ count: 2, kinds: ['IT', 'FR'], most: 4 });
    expect(demands([seat('guest', {})], { guest: 'FR' })).toEqual({ count: 2, kinds: ['IT', null], most: 4 });
  });

  it('counts two guests of one country once, and each of them as a place', () => {
    const seats = [seat('one', {}), seat('other', {})];
    expect(demands(seats, { one: 'DE', other: 'DE' })).toEqual({ count: 2, kinds: ['IT', 'FR'], most: 3 });
  });

  it('is not less by a guest who said no, nor by one who filled in nothing', () => {
    const all = { count: 3, kinds: ['IT', 'FR'], most: 5 };
    expect(demands([seat('guest', { state: 'declined' })], { guest: 'DE' })).toEqual(all);
    expect(demands([seat('guest', {})])).toEqual(all);
  });

  it('is not less by a facilitator, guest or not', () => {
    const all = { count: 3, kinds: ['IT', 'FR'], most: 5 };
    expect(demands([seat('guest', { participation: 'facilitator' })], { guest: 'DE' })).toEqual(all);
    const member = seat('member', { participation: 'facilitator', organisationId: italian.id });
    expect(demands([member])).toEqual(all);
  });
});
