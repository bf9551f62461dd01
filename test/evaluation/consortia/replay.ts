import { kindFirst } from '../../../src/consortia/board/kind-first.js';
import { loadNeedCues } from '../../../src/consortia/index.js';
import { readPastProjects, toDocument, type PastProject } from '../../../src/evaluation/index.js';
import { statedFacts, trainCorpus } from '../../../src/evaluation/protocol/train-corpus.js';
import { readCallTitles } from '../../../src/evaluation/read/read-past-projects.js';
import {
  prepareCall,
  rankOrganisations,
  type Corpus,
  type OpportunityText,
} from '../../../src/ranking/index.js';

/** Somebody in a list, by name. */
export interface Placed {
  readonly organisation: string;
  readonly name: string;
  readonly nuts: string | null;
}

/** What was known before a day, opened for questions. */
export interface Known {
  readonly corpus: Corpus;
  readonly facts: ReturnType<typeof statedFacts>;
  readonly cut: string;
  readonly projects: readonly PastProject[];
}

export async function knownBefore(cordis: string, cut: string): Promise<Known> {
  const { projects } = await readPastProjects(cordis);
  const train = projects.filter(({ startDate }) => startDate < cut);
  const facts = statedFacts(train);
  return { corpus: trainCorpus(train.map(toDocument), facts), facts, cut, projects };
}

/** @param regions NUTS prefixes; none: anywhere */
export function rank(
  { corpus, facts, cut }: Known,
  text: OpportunityText,
  limit: number,
  regions: readonly string[] = [],
): readonly Placed[] {
  const call = prepareCall(corpus, text, { asOf: cut, excludeTopic: text.topic ?? '' });
  const filters = regions.length === 0 ? {} : { regions };
  const { results } = rankOrganisations(corpus, call, {
    seeds: [],
    fair: null,
    limit,
    explain: 0,
    ...filters,
  });
  return results.map(({ organisation }) => {
    const stated = facts.get(organisation);
    return { organisation, name: stated?.name ?? organisation, nuts: stated?.nuts ?? null };
  });
}

/** The call of a topic as open data have it: its title and keywords. */
export async function callOf(cordis: string, topic: string): Promise<OpportunityText> {
  const stated = (await readCallTitles(cordis)).get(topic.toLowerCase());
  return {
    id: topic,
    topic,
    title: stated?.title ?? '',
    keywords: stated?.keywords ?? [],
    sections: [],
  };
}

/** A seat for a clinical partner in Lombardy, in the order of a board. */
export function clinicalSeat(known: Known, limit: number): readonly Placed[] {
  const { label, called } = loadNeedCues().roles.find(({ role }) => role === 'clinical')!;
  const text: OpportunityText = {
    id: 'need',
    title: 'A clinical partner who validates the device with patients in a clinical trial',
    keywords: [],
    sections: [{ kind: 'need', text: label.en, language: 'en' }],
  };
  const region = 'ITC4';
  const offered = [...rank(known, text, 100, [region]), ...rank(known, text, 100)];
  const once = new Map(offered.map((one) => [one.organisation, one]));
  return kindFirst([...once.values()], (one) => one, { called, region }).slice(0, limit);
}
