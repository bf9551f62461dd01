import type { Brief, BriefCall, BriefPartner, BriefReason } from '../../src/insights/brief/brief.js';

/** A page's contents, made up, of the usual lengths. */
export function madeBrief(changes: Partial<Brief> = {}): Brief {
  return {
    organisation: {
      name: 'Officine Valdombra S.r.l.',
      city: 'Bergamo',
      country: 'IT',
      type: 'PRC',
      sme: true,
      invented: true,
    },
    clusters: [
      { shortName: 'TEST', name: { en: 'Test Cluster of Lombardy', it: 'Cluster di prova della Lombardia' } },
    ],
    asOf: '2026-11-22',
    calls: [1, 2, 3, 4, 5].map((number) =>
      madeCall({
        identifier: `MADE-2027-01-TOPIC-0${number}`,
        ...(number % 2 === 0
          ? {
              title:
                'Circular advanced materials: from design to markets, by way of pilot lines that many firms share (RIA) (Made in Somewhere partnership)',
            }
          : {}),
      }),
    ),
    fitting: 31,
    dates: {
      sources: [],
      calls: '2025-12-11',
      organisation: '2026-11-02',
      snapshot: 'a1b2c3d4e5f6',
      model: 'linear-1',
    },
    ...changes,
  };
}

export function madeCall(changes: Partial<BriefCall> = {}): BriefCall {
  return {
    id: '00000000-0000-4000-8000-00000000ca11',
    identifier: 'MADE-2027-01-TOPIC-03',
    kind: 'topic',
    title: 'Factory processes and automation for taking products apart and building them again (RIA)',
    programme: { en: 'Digital, Industry and Space', it: 'Digitale, industria e spazio' },
    actionTypes: ['RIA'],
    status: 'open',
    opensOn: '2026-09-22',
    deadlines: [
      {
        at: '2027-02-02T16:00:00.000Z',
        zone: 'Europe/Brussels',
        stage: 'single',
        day: '2027-02-02',
        daysLeft: 72,
      },
    ],
    budget: {
      totalEur: 36_000_000,
      shared: false,
      perProjectMinEur: 5_000_000,
      perProjectMaxEur: 6_500_000,
      expectedGrants: null,
    },
    url: 'https://ec.europa.eu/made/topic',
    invented: false,
    summarised: true,
    fit: 'strong',
    trackRecord: 'good',
    role: 'testing',
    missing: ['product passport', 'business case'],
    reasons: [madeReason(), madeReason()],
    partners: [
      madePartner({ introduction: { by: 'yourselves', acronym: 'MADELIFT', year: 2022 } }),
      madePartner({
        name: 'Università di Valdombra',
        type: 'HES',
        sme: false,
        introduction: { by: 'cluster', shortName: 'TEST' },
      }),
      madePartner({
        name: 'Institut für erfundene Technik',
        city: 'Stuttgart',
        country: 'DE',
        type: 'REC',
        sme: null,
        introduction: {
          by: 'organisation',
          name: 'Meccanica Ardesia S.p.A.',
          acronym: 'MADECELL',
          year: 2021,
        },
      }),
    ],
    ...changes,
  };
}

export function madeReason(changes: Partial<BriefReason> = {}): BriefReason {
  return {
    call: {
      text: 'Robots with adaptive grippers and tools should open, sort and handle used products whose shape, wear and fasteners vary from piece…',
      terms: ['robots', 'grippers', 'fasteners'],
    },
    evidence: {
      text: 'Celle robotizzate chiavi in mano per lo smontaggio di motori elettrici, con visione per trovare viti e fissaggi e pinze adattive…',
      terms: ['robotizzate', 'pinze', 'fissaggi'],
    },
    source: { type: 'competence', title: null, date: '2026-11-02', state: 'confirmed' },
    ...changes,
  };
}

export function madePartner(changes: Partial<BriefPartner> = {}): BriefPartner {
  return {
    name: 'Remade Hydraulics Oy',
    city: 'Tampere',
    country: 'FI',
    type: 'PRC',
    sme: true,
    invented: true,
    participantUrl: null,
    introduction: { by: 'nobody-known', askCluster: true },
    ...changes,
  };
}

/** The same with every text as long as a source can make it. */
export function longestBrief(): Brief {
  const long = (what: string, length: number): string => `${what} `.repeat(length).slice(0, length).trim();
  const name = long('Consorzio Interuniversitario Nazionale per la Scienza', 300);
  const unbroken = 'Donaudampfschifffahrtsgesellschaft'.repeat(8).slice(0, 240);
  const quote = { text: long('riconfigurabilità dei sistemi produttivi', 150), terms: ['sistemi'] };
  const source = {
    type: 'project',
    title: long('ACRONYMOUS: a title', 200),
    date: '2021-01-01',
    state: 'unconfirmed',
  } as const;
  const partner = madePartner({
    name,
    city: long('Sankt Peter-Ording an der Knatter', 90),
    introduction: { by: 'organisation', name, acronym: long('ACRONYM', 40), year: 2020 },
  });
  const call = madeCall({
    identifier: long('HORIZON-CL4-2027-01-TWO-STAGE-', 120),
    title: long('Title that a committee wrote', 480),
    actionTypes: ['HORIZON-JU-RIA', 'HORIZON-TMA-MSCA-Cofund-D', 'HORIZON-PCP'],
    status: 'forthcoming',
    deadlines: ['2027-09-15', '2028-03-04', '2028-09-15', '2029-03-04'].map((day, at) => ({
      at: `${day}T15:00:00.000Z`,
      zone: 'America/Argentina/ComodRivadavia',
      stage: 'cut-off',
      day,
      daysLeft: 297 + at,
    })),
    role: 'end-user',
    missing: [long('riutilizzabilità', 60), unbroken, long('word', 80)],
    reasons: [
      { call: quote, evidence: { text: unbroken.slice(0, 150), terms: [] }, source },
      { call: quote, evidence: quote, source },
    ],
    partners: [partner, { ...partner, name: unbroken }, partner],
  });
  return madeBrief({
    organisation: {
      ...madeBrief().organisation,
      name: `${unbroken} ${name}`.slice(0, 300),
      city: long('Località', 90),
    },
    clusters: Array.from({ length: 5 }, () => ({
      shortName: 'LONG',
      name: { en: long('Cluster of everything', 90), it: long('Cluster di tutto quanto', 90) },
    })),
    calls: Array.from({ length: 5 }, () => call),
  });
}
