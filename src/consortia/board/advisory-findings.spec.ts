import { randomFrom } from '../../../test/proofs/random.js';
import { shippedRulebook } from '../../../test/support/shipped-rulebook.js';
import { checkEligibility, type Partner } from '../../eligibility/index.js';
import { loadProgrammeFacts } from '../programme-facts.js';
import { advisoryFindings, advisoryKinds, type AdvisoryFinding, type FoundBy } from './advisory-findings.js';
import type { Board } from './board.js';
import type { BoardCheck } from './check-board.js';

const book = shippedRulebook();
const { advice: sources } = loadProgrammeFacts();
const lessDeveloped = book.regionLists.get('less-developed-or-transition')!;

/** A partner in short: country, NUTS, SME, and by what id the registry knows it. */
interface Told {
  readonly country?: string | null;
  readonly nuts?: string | null;
  readonly sme?: boolean | null;
  readonly id?: string | null;
  readonly needIds?: readonly string[];
}

const partner = ({ country = 'IT', nuts = null, sme = false }: Told, at: number): Partner => ({
  name: `Partner ${at}`,
  pic: null,
  country,
  nuts,
  type: 'PRC',
  sme,
  role: at === 0 ? 'coordinator' : 'beneficiary',
  controlledBy: [],
  budgetSharePercent: null,
  facts: [],
});

interface Case {
  readonly partners: readonly Told[];
  readonly newcomers?: readonly string[];
  readonly endUsers?: readonly string[];
  readonly asks?: boolean;
  readonly ruleSet?: string;
}

function find(told: Case): { readonly findings: readonly AdvisoryFinding[]; readonly check: BoardCheck } {
  const partners = told.partners.map(partner);
  const answer = checkEligibility(book, {
    ruleSet: told.ruleSet ?? 'horizon-ria',
    topic: null,
    programmePart: 'CL4',
    deadline: null,
    date: '2026-11-23',
    partners,
  });
  const counted = partners.map((one, at) => {
    const { id = `id ${at}`, needIds = [] } = told.partners[at] ?? {};
    return { partner: one, organisationId: id, needIds };
  });
  const check = frozen({ answer, partners, counted, ruleSet: null, leftOut: [] });
  const board = {
    needs: [
      { id: 'use', role: 'end-user' },
      { id: 'make', role: 'manufacturer' },
    ],
    opportunity: {
      identifier: 'I3-2026-INV2a',
      title: 'Strand 2a',
      url: 'https://example.org/call',
      observedAt: '2026-11-21T00:00:00.000Z',
      flags: told.asks === undefined ? {} : { lessDevelopedRegion: told.asks },
    },
  } as unknown as Board;
  const by: FoundBy = {
    newcomers: new Set(told.newcomers),
    endUsers: new Set(told.endUsers),
    lessDeveloped,
    sources,
  };
  return { findings: advisoryFindings(board, check, by), check };
}

/** All the way down, so that whoever changed it would be found out. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

const kinds = (told: Case): string[] => find(told).findings.map(({ kind }) => kind);
const only = (told: Case, kind: string): AdvisoryFinding | undefined =>
  find(told).findings.find((one) => one.kind === kind);

/** Nothing speaks against these. */
const sound: readonly Told[] = [
  { country: 'IT', sme: true },
  { country: 'FR', needIds: ['use'] },
  { country: 'DE' },
];

describe('B-30: what speaks against the make-up of a consortium that no rule forbids', () => {
  it('is nothing of three countries with a small firm, an end user and somebody experienced', () => {
    expect(kinds({ partners: sound, newcomers: ['id 0', 'id 1'] })).toEqual([]);
  });

  it('is a country of more than half of the partners, with how many are there', () => {
    const half = [...sound, { country: 'IT' }];
    expect(kinds({ partners: half })).toEqual([]);
    expect(only({ partners: [...half, { country: 'IT' }] }, 'dominant-country')).toMatchObject({
      partners: 5,
      unknown: 0,
      country: { code: 'IT', partners: 3 },
    });
    // of whom nobody knows where they are may be elsewhere
    expect(kinds({ partners: [...half, { country: null }] })).toEqual([]);
  });

  it('is no end user, unless a seat is for one, or somebody says that they would be one', () => {
    const none = [{ sme: true }, { country: 'FR', needIds: ['make'] }];
    expect(kinds({ partners: none })).toEqual(['no-end-user']);
    expect(kinds({ partners: none, endUsers: ['id 1'] })).toEqual([]);
  });

  it('is no small firm, with how many did not state it', () => {
    const none = sound.map((one) => ({ ...one, sme: false }));
    expect(only({ partners: none }, 'no-sme')).toMatchObject({ partners: 3, unknown: 0 });
    expect(only({ partners: [...none, { country: 'ES', sme: null }] }, 'no-sme')).toMatchObject({
      unknown: 1,
    });
  });

  it('is nobody but newcomers, as far as public data say', () => {
    const newcomers = ['id 0', 'id 1', 'id 2'];
    expect(only({ partners: sound, newcomers }, 'newcomers-only')).toMatchObject({ partners: 3, unknown: 0 });
    // a guest whom no register knows
    const guest = [...sound, { country: 'ES', id: null }];
    expect(only({ partners: guest, newcomers }, 'newcomers-only')).toMatchObject({ partners: 4, unknown: 1 });
    expect(kinds({ partners: guest, newcomers: newcomers.slice(1) })).toEqual([]);
  });

  it('is nobody in a less developed region, only where the call is flagged as asking for one', () => {
    expect(kinds({ partners: sound })).toEqual([]);
    expect(kinds({ partners: sound, asks: false })).toEqual([]);
    const placed = [
      { ...sound[0], nuts: 'ITC4C' },
      { ...sound[1], nuts: 'FRK2' },
      { ...sound[2], nuts: null },
    ];
    expect(only({ partners: placed, asks: true }, 'no-less-developed-region')).toMatchObject({
      partners: 3,
      unknown: 1,
      source: { document: 'I3-2026-INV2a, Strand 2a', date: '2026-11-21', url: 'https://example.org/call' },
    });
    expect(kinds({ partners: [...placed, { country: 'PL', nuts: 'PL811' }], asks: true })).toEqual([]);
  });

  it('is nothing where one applies alone, or nobody is there to be looked at', () => {
    expect(kinds({ partners: [{}, {}], ruleSet: 'cascade' })).toEqual([]);
    expect(kinds({ partners: [{}] })).toEqual([]);
  });

  it('names a dated source of each kind', () => {
    const all = find({ partners: [{}, {}], newcomers: ['id 0', 'id 1'], asks: true }).findings;
    expect(all.map(({ kind }) => kind)).toEqual(advisoryKinds);
    for (const { source } of all) {
      expect(source.document).not.toBe('');
      expect(source.date).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(source.url).toMatch(/^https:/);
    }
  });

  it('never changes the verdict: whatever is found, the rules answer the same', () => {
    const random = randomFrom(30);
    const any = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
    const seen = new Set<string>();
    for (let at = 0; at < 400; at += 1) {
      const partners = Array.from({ length: 1 + (at % 6) }, () => ({
        country: any(['IT', 'IT', 'FR', 'FR', 'DE', 'DE', 'ES', 'GB', null]),
        nuts: any(['ITC4C', 'PL811', null]),
        sme: any([true, false, null]),
        needIds: any([['use'], []]),
      }));
      const told = { partners, ruleSet: any(['horizon-ria', 'horizon-csa', 'vinnovate', 'i3-1']) };
      const quiet = find(told);
      const newcomers = partners.map((_, place) => `id ${place}`);
      const loud = find({ ...told, newcomers, asks: true });
      expect(loud.check.answer).toEqual(quiet.check.answer);
      const rules = loud.check.answer.rules.map(({ id }) => id);
      expect(loud.findings.filter(({ kind }) => rules.includes(kind))).toEqual([]);
      for (const { kind } of loud.findings) seen.add(`${kind} ${loud.check.answer.result}`);
    }
    // there was something to find, under each verdict
    for (const kind of ['no-end-user', 'no-sme', 'newcomers-only'])
      for (const result of ['pass', 'fail', 'needs-review']) expect(seen).toContain(`${kind} ${result}`);
  });
});
