import { readGlossary } from '../../src/app/glossary.js';
import { TaxonomyTagger } from '../../src/app/taxonomy-tagger.js';
import {
  buildGlossary,
  buildSegment,
  defaultModel,
  learnBoilerplate,
  openCorpus,
  openSegment,
  prepareCalls,
  rankOpportunities,
} from '../../src/ranking/index.js';
import type {
  Corpus,
  CorpusDocument,
  CorpusOrganisation,
  OpportunityText,
  PreparedCalls,
  RankingModel,
  Segment,
} from '../../src/ranking/index.js';
import { loadTaxonomy } from '../../src/taxonomy/index.js';
import { openEvidenceOf, readPastProjects, statedFacts, toDocument } from '../../src/evaluation/index.js';
import type { WrittenProfile } from './read-profiles.js';

export const profileLanguages = ['en', 'it'] as const;
export type ProfileLanguage = (typeof profileLanguages)[number];

/** Where the intended topic of one profile stands in the organisation's list. */
export interface ProfilePlace {
  readonly profile: WrittenProfile;
  readonly language: ProfileLanguage;
  /** from 1; Infinity where the list does not hold it */
  readonly place: number;
  /** the first of the list */
  readonly first: readonly string[];
}

/** The day the lists are made for. */
const asOf = '2026-11-22';

/** The open segment, and what it was built from. */
export interface OpenEvidence {
  readonly segment: Segment;
  /** by id */
  readonly documents: ReadonlyMap<string, CorpusDocument>;
}

/**
 * Open data as a service holds them: they give statistics and scale.
 *
 * @param every keeps each so-many-th project, and only who took part in one; 1 keeps all
 */
export async function openEvidence(cordisFolder: string, every = 1): Promise<OpenEvidence> {
  const { projects } = await readPastProjects(cordisFolder);
  const kept = projects.filter((_, at) => at % every === 0);
  const documents = kept.map(toDocument);
  return {
    segment: openSegment(openEvidenceOf(documents, statedFacts(kept))),
    documents: new Map(documents.map((document) => [document.id, document])),
  };
}

/** Each profile as an organisation of its own with nothing but that text, once per language. */
export function withProfiles(
  open: Segment,
  profiles: readonly WrittenProfile[],
  pool: Pool,
  model: RankingModel = defaultModel,
): Corpus {
  const tagger = new TaxonomyTagger(loadTaxonomy());
  const organisations: CorpusOrganisation[] = [];
  const documents: CorpusDocument[] = [];
  for (const profile of profiles) {
    for (const language of profileLanguages) {
      const id = organisationOf(profile, language);
      organisations.push(invented(id));
      documents.push(profileDocument(id, profile[language], language, tagger));
    }
  }
  const bytes = buildSegment(documents, organisations, { name: 'cluster', statistics: open.statistics });
  return openCorpus([open, openSegment(bytes)], {
    model,
    boilerplate: learnBoilerplate(pool),
    glossary: buildGlossary(readGlossary()),
  });
}

type Pool = readonly OpportunityText[];

export function placesOf(corpus: Corpus, profiles: readonly WrittenProfile[], pool: Pool): ProfilePlace[] {
  const calls = prepareCalls(corpus, pool, { asOf });
  return profiles.flatMap((profile) =>
    profileLanguages.map((language) => placeOf(corpus, calls, profile, language)),
  );
}

function placeOf(
  corpus: Corpus,
  calls: PreparedCalls,
  profile: WrittenProfile,
  language: ProfileLanguage,
): ProfilePlace {
  const { results } = rankOpportunities(corpus, calls, organisationOf(profile, language), {
    limit: calls.calls.length,
    explain: 0,
  });
  const wanted = profile.topic.toLowerCase();
  const found = results.find(({ opportunity }) => opportunity.toLowerCase() === wanted);
  return {
    profile,
    language,
    place: found?.rank ?? Infinity,
    first: results.slice(0, 5).map(({ opportunity }) => opportunity),
  };
}

export const organisationOf = ({ id }: WrittenProfile, language: ProfileLanguage): string =>
  `${id}-${language}`;

const invented = (id: string): CorpusOrganisation => ({
  id,
  key: id,
  country: 'IT',
  nuts: 'ITC4',
  type: 'PRC',
  sme: true,
  listed: false,
});

function profileDocument(
  id: string,
  text: string,
  language: ProfileLanguage,
  tagger: TaxonomyTagger,
): CorpusDocument {
  return {
    id: `profile-${id}`,
    version: 1,
    type: 'profile',
    title: '',
    keywords: [],
    body: text,
    language,
    date: null,
    state: 'confirmed',
    concepts: tagger.concepts(text, language).map(({ code }) => code),
    topic: null,
    holders: [{ organisation: id, role: 'owner', share: null }],
  };
}
