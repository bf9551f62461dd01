import fc from 'fast-check';
import { readMembers } from '../../../test/support/read-members.js';
import type { OrganisationId } from '../../organisations/index.js';
import { takeOver } from './member-changes.js';
import type { MemberRow, ReadRow } from './member-row.js';
import type { KnownOrganisation, MemberImportPlan, PlannedRow } from './member-import-plan.js';
import { identityOf, planMemberImport, statementOf } from './plan-member-import.js';

const header = 'legalName;pic;vatNumber;country;city;employees;competences';

async function plan(
  rows: readonly string[],
  known: readonly KnownOrganisation[] = [],
): Promise<MemberImportPlan> {
  return planMemberImport((await readMembers([header, ...rows].join('\n'))).rows, known);
}

/** What stands once a plan was applied, suspected rows taken as new, as the terminal does. */
function applied({ rows }: MemberImportPlan, known: readonly KnownOrganisation[] = []): KnownOrganisation[] {
  const standing = new Map(known.map((organisation) => [organisation.organisationId, organisation]));
  const taken = new Map<number, OrganisationId>();
  for (const row of rows) {
    if (row.member === null) continue;
    const id =
      taken.get(row.duplicateOf ?? 0) ?? row.organisationId ?? (`new-${standing.size}` as OrganisationId);
    taken.set(row.line, id);
    standing.set(id, after(row, id, row.member, standing.get(id)));
  }
  return [...standing.values()];
}

function after(
  row: PlannedRow,
  id: OrganisationId,
  member: MemberRow,
  before?: KnownOrganisation,
): KnownOrganisation {
  const rowKeys = [...(before?.rowKeys ?? []), ...identityOf(member).rowKeys];
  if (row.verdict === 'duplicate' && before !== undefined) return { ...before, rowKeys };
  const statement = takeOver(before?.statement ?? null, statementOf(member));
  const { legalName, country, city } = statement.facts;
  return {
    organisationId: id,
    isMember: true,
    confirmed: before?.confirmed ?? [],
    isHidden: false,
    statement,
    pic: before?.pic ?? member.pic,
    vatNumber: before?.vatNumber ?? member.vatNumber,
    names: [...(before?.isMember === false ? before.names : []), { legalName, country, city }],
    rowKeys,
  };
}

const openData = (legalName: string, keys: Partial<KnownOrganisation> = {}): KnownOrganisation => ({
  organisationId: `open-${legalName}` as OrganisationId,
  isMember: false,
  confirmed: [],
  isHidden: false,
  statement: null,
  pic: null,
  vatNumber: null,
  names: [{ legalName, country: 'IT', city: 'Como' }],
  rowKeys: [],
  ...keys,
});

const verdictsOf = ({ rows }: MemberImportPlan): string[] => rows.map(({ verdict }) => verdict);
const only = ({ rows }: MemberImportPlan): PlannedRow => rows[0]!;

const alfa = 'Alfa Inventata S.r.l.;100001001;IT09999900989;IT;Como;10;a;b';

describe('planning an import of members', () => {
  it('takes everyone as new where nothing stands', async () => {
    const first = await plan(['Alfa srl;;;IT;Como;;', 'Beta srl;;;IT;Lodi;;', ';;;;;;']);
    expect(verdictsOf(first)).toEqual(['new', 'new']);
    expect(first.counts).toEqual({ new: 2, changed: 0, same: 0, duplicate: 0, suspected: 0, refused: 0 });
  });

  it('shows what changes, field by field, old and new', async () => {
    const known = applied(await plan(['Alfa srl;100001001;;IT;Como;10;"a;b"']));
    expect(only(await plan(['Alfa spa;100001001;IT09999900989;IT;Como;12;"b;c"'], known))).toMatchObject({
      verdict: 'changed',
      matchedBy: 'pic',
      changes: {
        vatNumber: [null, 'IT09999900989'],
        legalName: ['Alfa srl', 'Alfa spa'],
        employees: [10, 12],
        competences: [
          ['a', 'b'],
          ['b', 'c'],
        ],
      },
    });
  });

  it('leaves what stands where a cell is empty, and does not mind the order of competences', async () => {
    const known = applied(await plan(['Alfa srl;100001001;;IT;Como;10;"a;b"']));
    expect(verdictsOf(await plan(['Alfa srl;100001001;;;;;"b;a"'], known))).toEqual(['same']);
  });

  it('finds everyone the same in the same file again', async () => {
    const rows = [
      alfa.replace('a;b', '"a;b"'),
      'Beta srl;;;IT;Lodi;;',
      'Gamma;;;;;;',
      'Gamma 2;;IT00999990989;IT;;;',
    ];
    const known = applied(await plan(rows));
    const again = await plan(rows, known);
    expect(verdictsOf(again)).toEqual(['same', 'same', 'same', 'same']);
    expect(again.absent).toEqual([]);
  });

  it('leaves lines alone that the organisation itself confirmed', async () => {
    const [standing] = applied(await plan(['Alfa srl;100001001;;;;;"a;b"']));
    const known = [{ ...standing!, confirmed: ['b'] }];
    expect(verdictsOf(await plan(['Alfa srl;100001001;;;;;a'], known))).toEqual(['same']);
    expect(verdictsOf(await plan(['Alfa srl;100001001;;;;;b'], known))).toEqual(['changed']);
  });

  it('names members that the file no longer has, and touches them not', async () => {
    const known = applied(await plan(['Alfa srl;;;;;;', 'Beta srl;;;;;;']));
    const later = await plan(['Beta srl;;;;;;'], known);
    expect(later.absent).toEqual([known[0]?.organisationId]);
    expect(later.rows).toHaveLength(1);
  });

  it('passes refusals on with their reasons', async () => {
    const refused = only(await plan(['Alfa srl;12;;;;;']));
    expect(refused).toMatchObject({ line: 2, name: 'Alfa srl', verdict: 'refused', member: null });
    expect(refused.findings).toMatchObject([{ problem: 'pic-not-nine-digits' }]);
  });
});

describe('an organisation that stands', () => {
  it('is found by PIC, whatever its name', async () => {
    const known = applied(await plan(['Alfa srl;100001001;;IT;Como;;']));
    expect(only(await plan(['Nuovo Nome spa;100001001;;IT;Roma;;'], known))).toMatchObject({
      verdict: 'changed',
      matchedBy: 'pic',
    });
  });

  it('is found by VAT number, with or without prefix', async () => {
    const known = applied(await plan(['Alfa srl;;IT09999900989;IT;Como;;']));
    expect(only(await plan(['ALFA;;09999900989;;;;'], known))).toMatchObject({
      matchedBy: 'vat-number',
      organisationId: 'new-0',
    });
  });

  it('keeps its VAT number where a row with the same PIC has another, and says so', async () => {
    const known = applied(await plan(['Alfa srl;100001001;IT09999900989;IT;Como;;']));
    const row = only(await plan(['Alfa srl;100001001;IT00999990989;IT;Como;;'], known));
    expect(row.verdict).toBe('same');
    expect(row.findings).toMatchObject([{ problem: 'vat-number-differs', value: 'IT00999990989' }]);
  });

  it('is only suspected where the VAT number is the same and the PIC another', async () => {
    const known = applied(await plan(['Alfa srl;100001001;IT09999900989;IT;Como;;']));
    expect(only(await plan(['Beta srl;100001002;IT09999900989;IT;Como;;'], known))).toMatchObject({
      verdict: 'suspected',
      organisationId: null,
      suspects: [{ organisationId: 'new-0', because: 'vat-number' }],
    });
  });

  it('of a group that shares a VAT number is the one of the same name; else all are suspected', async () => {
    const known = applied(
      await plan([
        'Alfa srl;100001001;IT09999900989;IT;Como;;',
        'Beta srl;100001002;IT09999900989;IT;Como;;',
      ]),
    );
    expect(only(await plan(['BETA;;IT09999900989;IT;;;'], known))).toMatchObject({
      verdict: 'changed',
      organisationId: 'new-1',
    });
    expect(only(await plan(['Gamma;;IT09999900989;IT;;;'], known))).toMatchObject({
      verdict: 'suspected',
      suspects: [{}, {}],
    });
  });

  it.each([
    ['ALFA INVENTATA SRL', 'Como'],
    ['Alfa Inventata S. r. l.', 'COMO'],
    ['Alfa Inventàta s.p.a.', ''],
    ['Alfa-Inventata scarl', 'Como (CO)'],
  ])('is suspected, never merged, where %j in %j is only alike', async (name, city) => {
    const known = applied(await plan(['Alfa Inventata S.r.l.;;IT09999900989;IT;Como;;']));
    const row = only(await plan([`${name};;;IT;${city};;`], known));
    expect(row).toMatchObject({ verdict: 'suspected', organisationId: null });
    expect(row.suspects).toMatchObject([
      {
        organisationId: 'new-0',
        legalName: 'Alfa Inventata S.r.l.',
        city: 'Como',
        because: 'name-and-place',
      },
    ]);
  });

  it('is suspected even under the very same name where it has a VAT number that the row does not show', async () => {
    const known = applied(await plan(['Alfa srl;;IT09999900989;IT;Como;;']));
    expect(verdictsOf(await plan(['Alfa srl;;;IT;Como;;'], known))).toEqual(['suspected']);
  });

  it('gains its VAT number from a row of the very same name and place', async () => {
    const known = applied(await plan(['Alfa srl;;;IT;Como;;']));
    expect(only(await plan(['Alfa srl;;IT09999900989;IT;Como;;'], known))).toMatchObject({
      verdict: 'changed',
      matchedBy: 'name-and-place',
      changes: { vatNumber: [null, 'IT09999900989'] },
    });
  });

  it.each([
    ['another town', 'Alfa srl;;;IT;Lecco;;'],
    ['another country', 'Alfa srl;;;CH;Como;;'],
    ['another VAT number', 'Alfa srl;;IT00999990989;IT;Como;;'],
  ])('is not meant by a row of the same name with %s', async (_, row) => {
    const known = applied(await plan(['Alfa srl;;IT09999900989;IT;Como;;']));
    expect(verdictsOf(await plan([row], known))).toEqual(['new']);
  });

  it('in open data alone is a new member, linked by PIC or VAT number', async () => {
    const known = [openData('Alfa', { pic: '100001001', vatNumber: 'IT09999900989' })];
    expect(only(await plan(['Alfa srl;100001001;;;;;'], known))).toMatchObject({
      verdict: 'new',
      organisationId: 'open-Alfa',
    });
    expect(only(await plan(['Alfa srl;;IT09999900989;;;;'], known))).toMatchObject({
      verdict: 'new',
      organisationId: 'open-Alfa',
    });
  });

  it('in open data alone is never taken for a member by name', async () => {
    expect(only(await plan(['Alfa;;;IT;Como;;'], [openData('Alfa')]))).toMatchObject({
      verdict: 'suspected',
      suspects: [{ organisationId: 'open-Alfa' }],
    });
  });
});

describe('an organisation that only another cluster told us of', () => {
  const hidden = openData('Alfa', {
    pic: '100001001',
    vatNumber: 'IT09999900989',
    isHidden: true,
    names: [],
  });

  it('is linked by PIC or VAT number', async () => {
    expect(only(await plan(['Alfa srl;100001001;;;;;'], [hidden]))).toMatchObject({
      verdict: 'new',
      organisationId: 'open-Alfa',
    });
  });

  it('is never shown as a suspicion', async () => {
    const row = only(await plan(['Beta;100001002;IT09999900989;;;;'], [hidden]));
    expect(row).toMatchObject({ verdict: 'new', organisationId: null, suspects: [] });
  });
});

describe('rows of one file that are one organisation', () => {
  it.each([
    ['PIC', 'Alfa srl;100001001;;IT;Como;;', 'Other;100001001;;IT;Roma;;'],
    ['VAT number', 'Alfa srl;;IT09999900989;IT;Como;;', 'Other;;09999900989;IT;Roma;;'],
    ['name and place as written', 'Alfa srl;;;IT;Como;;', 'ALFA  SRL;;;IT;Como;;'],
  ])('are duplicates by %s: the first counts', async (_, first, second) => {
    const { rows } = await plan([first, second]);
    expect(rows).toMatchObject([
      { verdict: 'new' },
      { verdict: 'duplicate', duplicateOf: 2, organisationId: null },
    ]);
  });

  it('show where they differ', async () => {
    expect(
      (await plan(['Alfa srl;100001001;;IT;Como;10;', 'Alfa srl;100001001;;IT;Como;12;'])).rows[1]?.changes,
    ).toEqual({
      employees: [10, 12],
    });
  });

  it('are suspected where they are only alike', async () => {
    expect((await plan(['Alfa srl;;IT09999900989;IT;Como;;', 'Alfa spa;;;IT;Como;;'])).rows[1]).toMatchObject(
      {
        verdict: 'suspected',
        suspects: [{ organisationId: null, line: 2 }],
      },
    );
  });

  it('are duplicates too where each is another key of one that stands', async () => {
    const known = applied(await plan(['Alfa srl;100001001;IT09999900989;IT;Como;;']));
    expect(verdictsOf(await plan(['Alfa;100001001;;;;;', 'Alfetta;;IT09999900989;;;;'], known))).toEqual([
      'changed',
      'duplicate',
    ]);
  });

  it('are two where their PICs differ', async () => {
    expect(
      verdictsOf(await plan(['Alfa srl;100001001;;IT;Como;;', 'Alfa srl;100001002;;IT;Como;;'])),
    ).toEqual(['new', 'new']);
  });
});

describe('any file', () => {
  const row = fc.record({
    legalName: fc.constantFrom('Alfa srl', 'ALFA SRL', 'Alfa spa', 'Alfa', 'Beta', 'Beta srl'),
    pic: fc.constantFrom(null, null, '100001001', '100001002'),
    vatNumber: fc.constantFrom(null, null, 'IT09999900989', '09999900989', 'IT00999990989'),
    country: fc.constantFrom(null, 'IT', 'FR'),
    city: fc.constantFrom(null, 'Como', 'COMO', 'Lodi'),
    employees: fc.constantFrom(null, 1, 2),
  });
  const rows = fc.array(row, { minLength: 1, maxLength: 8 });
  const toRows = (drawn: readonly (typeof row extends fc.Arbitrary<infer T> ? T : never)[]): ReadRow[] =>
    drawn.map(({ legalName, pic, vatNumber, country, city, employees }, i) => ({
      ok: true,
      line: i + 2,
      notes: [],
      member: {
        line: i + 2,
        pic,
        vatNumber,
        facts: {
          legalName, country, city, employees,
          shortName: null, nuts: null, type: null, sme: null, url: null, site: null, languages: [],
        },
        category: null, since: null, until: null, description: null, competences: [], ateco: [], ecosystems: [], extra: {},
      },
    })); // prettier-ignore

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(rows, rows, (before, drawn) => {
        const standing = applied(planMemberImport(toRows(before), []));
        const file = toRows(drawn);
        const once = applied(planMemberImport(file, standing), standing);
        const again = planMemberImport(file, once);
        const ids = new Set(once.map(({ organisationId }) => organisationId));
        expect(again.rows.filter(({ verdict }) => !['same', 'duplicate'].includes(verdict))).toEqual([]);
        expect(applied(again, once)).toHaveLength(ids.size);
      }),
      { numRuns: 300 },
    );
  });

  it('never makes one of two organisations with different PICs', () => {
    fc.assert(
      fc.property(rows, rows, (before, drawn) => {
        const standing = applied(planMemberImport(toRows(before), []));
        const groups = new Map<string, Set<string>>();
        const plans = planMemberImport(toRows(drawn), standing).rows;
        for (const { line, duplicateOf, member } of plans) {
          const first = plans.find((row) => row.line === (duplicateOf ?? line));
          const known = standing.find(({ organisationId }) => organisationId === first?.organisationId);
          const pics = groups.get(String(first?.line)) ?? new Set<string>();
          for (const pic of [known?.pic, member?.pic]) if (pic) pics.add(pic);
          groups.set(String(first?.line), pics);
        }
        expect([...groups.values()].filter((pics) => pics.size > 1)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a row', () => {
  it('is identified by what it states', async () => {
    const [row] = (await readMembers(`${header}\nAlfa;;;IT;Como;;\n`)).rows;
    expect(row?.ok === true && identityOf(row.member)).toEqual({
      pic: null,
      vatNumber: null,
      names: [{ legalName: 'Alfa', country: 'IT', city: 'Como' }],
      rowKeys: ['[null,null,"alfa","IT","como"]'],
    });
  });
});
