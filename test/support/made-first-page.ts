import type {
  FirstPage,
  ReadyState,
  ShownCall,
  ShownMember,
  ShownPartner,
  StatedCall,
} from '../../src/insights/first-page/first-page.js';

/** A first page of a made-up day, with something in every place. */
export function madeFirstPage(changes: Partial<FirstPage> = {}): FirstPage {
  return {
    visitor: 'demonstration',
    asOf: '2026-11-22',
    cluster: { slug: 'test', name: { it: 'Cluster di prova', en: 'Test Cluster' } },
    state: madeReady(),
    progress: null,
    demonstration: { shown: false, leftOut: 0, expired: false },
    sources: [
      { name: 'portal', day: '2026-11-21', ageDays: 1, state: 'fresh' },
      { name: 'cordis', day: null, ageDays: null, state: 'failing' },
    ],
    ...changes,
  };
}

export function madeReady(changes: Partial<ReadyState> = {}): ReadyState {
  return { kind: 'ready', call: madeShownCall(), member: madeShownMember(), listed: 52, ...changes };
}

export function madeShownCall(): ShownCall {
  return {
    id: 'call-1',
    stated: madeStated(),
    partners: [1, 2, 3].map((at) => madePartner(`Officine m${at}`)),
  };
}

function madeShownMember(): ShownMember {
  const { reason, fit, trackRecord, ...facts } = madePartner('Officine m4');
  const call = { stated: madeStated(), fit, trackRecord, reason };
  return { ...facts, id: 'member-1', calls: [call, call, call] };
}

function madeStated(): StatedCall {
  return {
    identifier: 'MADE-CALL-1',
    kind: 'topic',
    title: 'Robots that open used products',
    programme: null,
    actionTypes: ['RIA'],
    status: 'open',
    opensOn: null,
    deadlines: [
      {
        at: '2027-02-02T16:00:00.000Z',
        zone: 'Europe/Brussels',
        stage: 'single',
        day: '2027-02-02',
        daysLeft: 72,
      },
    ],
    budget: null,
    url: 'https://ec.europa.eu/made',
    invented: false,
    summarised: false,
  };
}

function madePartner(name: string): ShownPartner {
  return {
    name,
    city: 'Bergamo',
    country: 'IT',
    type: 'PRC',
    sme: true,
    invented: true,
    fit: 'strong',
    trackRecord: 'possible',
    reason: {
      call: { text: 'Robots should open and sort used products.', terms: ['robots'] },
      evidence: { text: 'Celle robotizzate per lo smontaggio di prodotti usati.', terms: ['robotizzate'] },
      source: { type: 'competence', title: null, date: '2026-03-01', state: 'confirmed' },
    },
    introducer: { name: 'Officine m9', acronym: 'MADECELL', year: 2021 },
  };
}

/** The same with texts as long as sources can make them, some without a place to break. */
export function longestFirstPage(): FirstPage {
  const long = `${'Lunghissima organizzazione per la prova dei testi '.repeat(5)}${'X'.repeat(50)}`;
  const call = madeShownCall();
  const stated = { ...call.stated, title: long, identifier: `MADE-${'LONG-'.repeat(40)}` };
  const longest = <Of extends { readonly name: string }>(one: Of): Of => ({ ...one, name: long, city: long });
  const member = longest(madeShownMember());
  return madeFirstPage({
    cluster: { slug: 'long', name: { it: long, en: long } },
    state: madeReady({
      call: { ...call, stated, partners: call.partners.map(longest) },
      member: { ...member, calls: member.calls.map((one) => ({ ...one, stated })) },
    }),
    demonstration: { shown: true, leftOut: 1_234, expired: true },
    progress: { done: 1, total: 9, secondsLeft: 4 },
  });
}
