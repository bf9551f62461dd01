import type {
  CorpusDocument,
  CorpusOrganisation,
  Holder,
  HolderRole,
  OpportunityText,
  Segment,
  TermStatistics,
} from '../../src/ranking/index.js';
import { buildSegment, openSegment } from '../../src/ranking/index.js';

/** The day that small corpora are asked on. */
export const asOf = '2026-07-01';

/** An organisation that states nothing but what is given; its key is its id. */
export function organisation(id: string, stated: Partial<CorpusOrganisation> = {}): CorpusOrganisation {
  return { id, key: id, country: null, nuts: null, type: null, sme: null, listed: true, ...stated };
}

export const holds = (id: string, role: HolderRole = 'participant'): Holder => ({
  organisation: id,
  role,
  share: null,
});

/** An English project of open data that started half a year before `asOf`, held by participants. */
export function project(
  id: string,
  body: string,
  holders: readonly (string | Holder)[],
  stated: Partial<CorpusDocument> = {},
): CorpusDocument {
  return {
    id,
    version: 1,
    type: 'project',
    title: '',
    keywords: [],
    body,
    language: 'en',
    date: '2026-01-01',
    state: 'open',
    concepts: [],
    topic: null,
    holders: holders.map((holder) => (typeof holder === 'string' ? holds(holder) : holder)),
    ...stated,
  };
}

/** An undated profile, which its owner vouches for. */
export function profile(
  id: string,
  body: string,
  owner: string,
  stated: Partial<CorpusDocument> = {},
): CorpusDocument {
  return project(id, body, [holds(owner, 'owner')], {
    type: 'profile',
    date: null,
    state: 'confirmed',
    ...stated,
  });
}

/** A call whose one section says what must come of it. */
export function callFor(id: string, outcome: string, stated: Partial<OpportunityText> = {}): OpportunityText {
  return {
    id,
    title: '',
    sections: [{ kind: 'outcome', text: outcome, language: 'en' }],
    keywords: [],
    ...stated,
  };
}

/** The segment of all that everyone may see. */
export function openPart(
  documents: readonly CorpusDocument[],
  organisations: readonly CorpusOrganisation[],
): Segment {
  return openSegment(buildSegment(documents, organisations, { name: 'open', statistics: null }));
}

/** What one cluster sees beside the open part. */
export function clusterPart(
  documents: readonly CorpusDocument[],
  organisations: readonly CorpusOrganisation[],
  statistics: TermStatistics,
): Segment {
  return openSegment(buildSegment(documents, organisations, { name: 'cluster-afil', statistics }));
}

/** Projects about other things, so that the words of a call are rare; held by `crowd`. */
export const elsewhere: readonly CorpusDocument[] = [
  'Irrigation of olive groves during dry summers',
  'Photonic sensors for arterial blood pressure',
  'Migration histories of coastal villages',
  'Aerodynamic noise of wind turbines at sea',
  'Enzymes that soften wheat dough',
  'Quantum keys for undersea cables',
  'Teaching mathematics in rural schools',
  'Hydrogen embrittlement of pipeline steel',
  'Bark beetles and the health of spruce forests',
  'Acoustic monitoring of railway bridges',
  'Vaccines against bovine fever',
  'Restoration of frescoes with laser light',
].map((body, at) => project(`elsewhere-${String(at)}`, body, ['crowd']));
