import type { Partner } from '../../eligibility/index.js';
import type { OpportunityCard } from '../../opportunities/index.js';
import { loadProgrammeFacts } from '../programme-facts.js';
import { adviseBoard, saturatedFrom, type AdvisedBy, type ApplyAdvice } from './advise-board.js';
import type { Board, Seat } from './board.js';
import type { BoardCheck } from './check-board.js';

const asOf = new Date('2026-11-23T09:00:00Z');
const inDays = (days: number): string => new Date(asOf.getTime() + days * 86_400_000).toISOString();

interface Told {
  readonly state?: Board['state'];
  readonly status?: OpportunityCard['status'];
  /** days to each deadline, with its stage */
  readonly deadlines?: readonly (readonly [number, 'single' | 'first' | 'second'])[];
  readonly grants?: number | null;
  readonly seats?: readonly Seat['state'][];
  readonly partners?: readonly (readonly [string | null, Partner['role']])[];
  readonly result?: BoardCheck['answer']['result'];
  readonly failing?: readonly string[];
  readonly cured?: readonly string[];
  readonly alone?: boolean;
  readonly looking?: number;
}

const rule = (id: string): object => ({ id, hard: true, result: 'fail', text: { en: id, it: id } });

/** Three from three countries, all there, 200 days ahead: nothing speaks against it unless told. */
function advised(told: Told = {}): ApplyAdvice | null {
  const failing = told.failing ?? [];
  const partners = told.partners ?? [
    ['IT', 'coordinator'],
    ['FR', 'beneficiary'],
    ['DE', 'beneficiary'],
  ];
  const board = {
    state: told.state ?? 'forming',
    opportunity: {
      status: told.status ?? 'open',
      deadlines: (told.deadlines ?? [[200, 'single']]).map(([days, stage]) => ({
        at: inDays(days),
        zone: 'Europe/Brussels',
        stage,
      })),
      budget: { expectedGrants: told.grants === undefined ? 2 : told.grants },
    },
    seats: (told.seats ?? ['confirmed', 'accepted', 'confirmed']).map((state) => ({ state, required: true })),
  } as unknown as Board;
  const check = {
    answer: {
      result: told.result ?? (failing.length > 0 ? 'fail' : 'pass'),
      rules: failing.map(rule),
      advice: (told.cured ?? []).map((id) => ({ rule: id })),
      partnerSearch: told.alone !== true,
    },
    partners: partners.map(([country, role]) => ({ country, role })),
  } as unknown as BoardCheck;
  const by: AdvisedBy = {
    check,
    search: { pics: Array.from({ length: told.looking ?? 0 }, (_, at) => String(at)) },
    programme: loadProgrammeFacts().programmes.get('HORIZON') ?? null,
    asOf,
  };
  return adviseBoard(board, by);
}

const said = (told: Told): [string, ...string[]] => {
  const advice = advised(told);
  return [advice?.verdict ?? 'none', ...(advice?.against ?? []).map(({ kind }) => kind)];
};

const late = { deadlines: [[20, 'single']] } as const;

describe('whether a board should apply', () => {
  it('finds nothing against three from three countries in good time, and gives the success figure with source and date', () => {
    expect(advised()).toEqual({
      verdict: 'nothing-against',
      against: [],
      success: {
        percent: 16,
        source: expect.objectContaining({
          date: '2025-04-30',
          document: expect.any(String) as string,
        }) as object,
      },
    });
  });

  it('never promises where the rules do not decide', () => {
    expect(said({ result: 'needs-review' })).toEqual(['unclear']);
  });

  it.each([
    ['a closed call', { status: 'closed' }, ['do-not-apply', 'closed']],
    ['a withdrawn call', { status: 'withdrawn' }, ['do-not-apply', 'closed']],
    ['the last day gone by', { deadlines: [[-1, 'single']] }, ['do-not-apply', 'closed']],
    [
      'only the second stage left',
      {
        deadlines: [
          [-9, 'first'],
          [90, 'second'],
        ],
      },
      ['do-not-apply', 'closed'],
    ],
    ['20 days and a seat to fill', { ...late, seats: ['confirmed', 'asked'] }, ['do-not-apply', 'too-late']],
    ['20 days and nobody yet', { ...late, seats: [] }, ['do-not-apply', 'too-late']],
    ['20 days with everybody in', late, ['nothing-against']],
    ['2 days with everybody in', { deadlines: [[2, 'single']] }, ['do-not-apply', 'too-late']],
    ['21 days and a seat to fill', { deadlines: [[21, 'single']], seats: ['asked'] }, ['nothing-against']],
    ['20 days for one alone', { ...late, alone: true, seats: ['asked'] }, ['nothing-against']],
    ['a standing pilot', { status: 'standing', deadlines: [], seats: ['open'] }, ['nothing-against']],
  ] as const)('with %s', (_, told, expected) => {
    expect(said(told as Told)).toEqual(expected);
  });

  it.each([
    ['a failing rule that a change cures', { failing: ['size'], cured: ['size'] }, 'not-as-it-stands'],
    ['a failing rule that nothing cures, everybody in', { failing: ['size'] }, 'do-not-apply'],
    [
      'one that an open seat may cure',
      { failing: ['size'], seats: ['open', 'confirmed'] },
      'not-as-it-stands',
    ],
  ] as const)('with %s', (_, told, verdict) => {
    expect(said(told as Told)).toEqual([verdict, 'not-eligible']);
  });

  it('leaves the deadline rule to the days', () => {
    expect(said({ failing: ['before-deadline'] })).toEqual(['unclear']);
  });

  it('wants a co-ordinator, except of whoever applies alone', () => {
    const partners = [
      ['IT', 'beneficiary'],
      ['FR', 'beneficiary'],
    ] as const;
    expect(said({ partners })).toEqual(['not-as-it-stands', 'no-coordinator']);
    expect(said({ partners, alone: true })).toEqual(['nothing-against']);
  });

  it('says that all are of one country only where every country is known', () => {
    const of = (...countries: (string | null)[]): Told => ({
      partners: countries.map((country, at) => [country, at === 0 ? 'coordinator' : 'beneficiary']),
    });
    expect(said(of('IT', 'IT'))).toEqual(['think-twice', 'one-country']);
    expect(said({ ...of('IT', 'IT'), failing: ['three'], cured: ['three'] })).toEqual([
      'not-as-it-stands',
      'not-eligible',
      'one-country',
    ]);
    expect(said(of('IT', null))).toEqual(['nothing-against']);
    expect(said(of('IT', 'FR'))).toEqual(['nothing-against']);
    expect(said(of('IT'))).toEqual(['nothing-against']);
    expect(said({ ...of('IT', 'IT'), alone: true })).toEqual(['nothing-against']);
  });

  it('calls a call saturated by those who look in public for each project, and by nothing where that is not stated', () => {
    expect(said({ looking: 2 * saturatedFrom })).toEqual(['think-twice', 'saturated']);
    expect(said({ looking: 2 * saturatedFrom - 1 })).toEqual(['nothing-against']);
    expect(said({ looking: 500, grants: null })).toEqual(['nothing-against']);
  });

  it('puts what weighs most first', () => {
    const told = {
      ...late,
      looking: 500,
      failing: ['three'],
      seats: ['open', 'asked'],
      partners: [
        ['IT', 'beneficiary'],
        ['IT', 'beneficiary'],
      ],
    } as const satisfies Told;
    expect(said(told)).toEqual([
      'do-not-apply',
      'too-late',
      'not-eligible',
      'no-coordinator',
      'one-country',
      'saturated',
    ]);
  });

  it.each(['agreed', 'submitted', 'funded', 'not-funded', 'dropped'] as const)(
    'keeps quiet once it is %s',
    (state) => {
      expect(advised({ state, status: 'closed' })).toBeNull();
    },
  );
});
