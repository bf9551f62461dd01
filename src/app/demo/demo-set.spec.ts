import { AppError } from '../../platform/errors/app-error.js';
import { demoFiles } from './demo-files.js';
import { parseDemoSet, type DemoFiles } from './demo-set.js';

/** A small set in the shape of the real one; each test spoils one line of it. */
const clusters = `asOf: 2024-12-31
source: booklet
invented: false
clusters:
  - slug: afil
    shortName: AFIL
    name: { en: Factory, it: Fabbrica }
    ecosystems: [advanced-manufacturing]
    technologyAreas: [factories]
    networks: null
    memberCount: { total: 143, companies: null, research: null, other: null, date: '2024' }
    headquarters: { address: Via Roma 1, postCode: null, city: Milano, nuts: ITC4C, country: IT }
    url: https://www.afil.it/
    pilots: [esm]
    profile: { language: en, text: A cluster. }
`;
const organisations = `asOf: 2026-11-02
source: invented
invented: true
organisations:
  - id: rigentra
    legalName: Rigentra S.r.l.
    country: 'NO'
    city: Bergen
    nuts: NO0A2
    type: PRC
    languages: [no]
    memberships: [{ cluster: afil, category: founder, since: 2019-03-14 }]
    competences:
      - statement: We take motors apart.
        kind: offer
        state: confirmed
        language: en
  - id: elbwerda
    legalName: Elbwerda e.V.
    pic: '100000503'
    country: DE
    city: Dresden
    nuts: DED21
    type: REC
    sme: false
    employees: 140
    languages: [de]
`;
const projects = `asOf: 2026-11-02
source: invented
invented: true
projects:
  - grantId: '900000001'
    acronym: REDISCELL
    title: Cells
    scheme: RIA
    topic: null
    startDate: 2021-09-01
    endDate: 2025-02-28
    concepts: [/25/75/469]
    keywords: [robots]
    objective: Robots.
    participants:
      - { organisation: elbwerda, role: coordinator }
      - { organisation: rigentra, role: participant }
`;
const topics = `asOf: 2025-12-11
source: work programme
language: en
invented: false
zone: Europe/Brussels
topics:
  - identifier: HORIZON-CL4-2027-01-MAT-PROD-03
    title: Remanufacturing
    part: CL4
    call: HORIZON-CL4-2027-01
    callTitle: INDUSTRY
    actionType: RIA
    opensOn: 2026-09-22
    deadlines: [{ at: 2027-02-02T17:00:00+01:00, stage: single }]
    budget: { totalEur: 36000000, perProjectMinEur: 5000000, perProjectMaxEur: 6500000 }
    trl: { from: 4, to: 6 }
    flags: [lumpSum]
    outcome: It works.
    scope: Do it.
`;

type Part = 'clusters' | 'organisations' | 'projects' | 'topics';
const texts: Record<Part, string> = { clusters, organisations, projects, topics };

/** One line of the fixture spoilt, and what must be said about it. */
interface Fault {
  readonly fault: string;
  readonly part: Part;
  readonly from: string;
  readonly to: string;
  readonly line: number;
  readonly says: string;
}

function files(part?: Part, from = '', to = ''): DemoFiles {
  const file = (name: Part) => {
    const text = texts[name];
    if (name === part && !text.includes(from)) throw new Error(`the fixture has no '${from}'`);
    return { name: `${name}.yaml`, text: name === part ? text.replace(from, to) : text };
  };
  const organisationFiles = [file('organisations')];
  return {
    clusters: file('clusters'),
    organisations: organisationFiles,
    projects: file('projects'),
    topics: file('topics'),
  };
}

function complaint(part: Part, from: string, to: string): string {
  try {
    parseDemoSet(files(part, from, to));
  } catch (error) {
    if (error instanceof AppError && error.code === 'demo.bad-file') return error.message;
    throw error;
  }
  return 'no complaint';
}

describe('parseDemoSet', () => {
  it('reads what is stated, and null for what is not', () => {
    const set = parseDemoSet(files());
    expect(set.organisations[0]).toMatchObject({
      id: 'rigentra',
      country: 'NO',
      pic: null,
      sme: null,
      employees: null,
      profile: null,
      competences: [{ kind: 'offer', trlFrom: null, trlTo: null, language: 'en' }],
      memberships: [{ cluster: 'afil', category: 'founder', since: '2019-03-14' }],
    });
    expect(set.organisations[1]).toMatchObject({
      sme: false,
      employees: 140,
      memberships: [],
      competences: [],
    });
    expect(set.clusters[0]).toMatchObject({
      networks: null,
      legalName: null,
      memberCount: { total: 143, companies: null },
    });
  });

  it('gives a topic as a record of the source demo, with deadlines as instants', () => {
    expect(parseDemoSet(files()).topics[0]).toMatchObject({
      kind: 'topic',
      source: 'demo',
      identifier: 'HORIZON-CL4-2027-01-MAT-PROD-03',
      deadlines: [{ at: '2027-02-02T16:00:00.000Z', zone: 'Europe/Brussels', stage: 'single' }],
      flags: { lumpSum: true },
      sections: [
        { kind: 'outcome', text: 'It works.', language: 'en' },
        { kind: 'scope', text: 'Do it.', language: 'en' },
      ],
      invented: false,
    });
  });

  const faults: readonly Fault[] = [
    {
      fault: 'an unknown key',
      part: 'organisations',
      from: 'city: Bergen',
      to: 'town: Bergen',
      line: 8,
      says: 'organisations[0].town: unknown key',
    },
    {
      fault: 'a missing key',
      part: 'organisations',
      from: '    city: Bergen\n',
      to: '',
      line: 5,
      says: "organisations[0]: the key 'city' is missing",
    },
    {
      fault: 'a key used twice',
      part: 'projects',
      from: 'title: Cells',
      to: 'scheme: IA',
      line: 8,
      says: 'yaml: Map keys must be unique',
    },
    {
      fault: 'text that is no YAML',
      part: 'topics',
      from: 'flags: [lumpSum]',
      to: 'flags: [lumpSum',
      line: 18,
      says: 'yaml:',
    },
    {
      fault: 'a number where a text is due',
      part: 'organisations',
      from: "pic: '100000503'",
      to: 'pic: 100000503',
      line: 20,
      says: 'organisations[1].pic: expected a text',
    },
    {
      fault: 'a PIC that could be real',
      part: 'organisations',
      from: "'100000503'",
      to: "'999997930'",
      line: 20,
      says: "organisations[1].pic: '999997930' is not like '100000101'",
    },
    {
      fault: 'a grant that could be real',
      part: 'projects',
      from: "'900000001'",
      to: "'101057930'",
      line: 5,
      says: 'projects[0].grantId:',
    },
    {
      fault: 'a member count of 0',
      part: 'clusters',
      from: 'total: 143',
      to: 'total: 0',
      line: 11,
      says: 'clusters[0].memberCount.total: expected a whole number from 1',
    },
    {
      fault: 'a date that the calendar has not',
      part: 'organisations',
      from: '2019-03-14',
      to: '2019-02-30',
      line: 12,
      says: 'organisations[0].memberships[0].since: the calendar has no 2019-02-30',
    },
    {
      fault: 'a deadline without its offset',
      part: 'topics',
      from: '17:00:00+01:00',
      to: '17:00:00',
      line: 14,
      says: 'topics[0].deadlines[0].at:',
    },
    {
      fault: 'a TRL range that runs backwards',
      part: 'topics',
      from: 'from: 4, to: 6',
      to: 'from: 6, to: 4',
      line: 16,
      says: 'topics[0].trl: TRL 6 to 4 runs backwards',
    },
    {
      fault: 'a project that ends before it starts',
      part: 'projects',
      from: '2025-02-28',
      to: '2021-08-31',
      line: 11,
      says: 'projects[0].endDate: 2021-08-31 is not after the start',
    },
    {
      fault: 'a project of two coordinators',
      part: 'projects',
      from: 'role: participant',
      to: 'role: coordinator',
      line: 16,
      says: 'projects[0].participants: a project has one coordinator',
    },
    {
      fault: 'organisations that are not marked as invented',
      part: 'organisations',
      from: 'invented: true',
      to: 'invented: false',
      line: 3,
      says: 'invented: these organisations are invented',
    },
    {
      fault: 'topics marked as invented',
      part: 'topics',
      from: 'invented: false',
      to: 'invented: true',
      line: 4,
      says: 'invented: the topics are real',
    },
    {
      fault: 'a second organisation of the same id',
      part: 'organisations',
      from: 'id: elbwerda',
      to: 'id: rigentra',
      line: 18,
      says: "organisations[1].id: the organisation 'rigentra' stands twice",
    },
    {
      fault: 'a second organisation of the same name',
      part: 'organisations',
      from: 'Elbwerda e.V.',
      to: 'RIGENTRA S.R.L.',
      line: 19,
      says: 'organisations[1].legalName: the legal name',
    },
    {
      fault: 'a membership in an unknown cluster',
      part: 'organisations',
      from: 'cluster: afil',
      to: 'cluster: clusterx',
      line: 12,
      says: "organisations[0].memberships[0].cluster: there is no cluster 'clusterx'",
    },
    {
      fault: 'a participant that does not exist',
      part: 'projects',
      from: 'organisation: rigentra',
      to: 'organisation: nobody',
      line: 17,
      says: "projects[0].participants[1].organisation: there is no organisation 'nobody'",
    },
    {
      fault: 'a participant named twice',
      part: 'projects',
      from: 'organisation: rigentra',
      to: 'organisation: elbwerda',
      line: 17,
      says: "projects[0].participants[1].organisation: the participant of REDISCELL 'elbwerda' stands twice",
    },
  ];

  it.each(faults)('refuses $fault, naming file, line and key', ({ part, from, to, line, says }) => {
    expect(complaint(part, from, to)).toContain(`${part}.yaml, line ${line}, ${says}`);
  });

  it('refuses a statement of more than 300 characters', () => {
    const long = `We take ${'x'.repeat(300)} apart.`;
    expect(complaint('organisations', 'We take motors apart.', long)).toContain('300 at most');
  });
});

describe('demoFiles', () => {
  it('says which file is missing', () => {
    expect(() => demoFiles('/nowhere')).toThrow('clusters.yaml, line 0, file: cannot be read in /nowhere');
  });
});
