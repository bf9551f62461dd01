import type { PastProject } from '../read/past-project.js';
import { rankedBy } from './baseline.js';
import type { BaselineQuestion } from './baseline.js';

/** Projects that vote, and the power their share of the best one's score is raised to. */
export const voters = 500;
const power = 4;

/** A project, by its place among the train projects, and what a text search gave it: above 0. */
export interface FoundProject {
  readonly project: number;
  readonly score: number;
}

/**
 * From projects to organisations: the best 500 each vote for their participants with (score / best)⁴. The same for every
 * text search, so that two of them differ by how they score texts and by nothing else.
 */
export function organisationsByVotes(
  train: readonly PastProject[],
  found: Iterable<FoundProject>,
  question: BaselineQuestion,
): string[] {
  const best = [...found]
    .filter(({ project, score }) => score > 0 && train[project]!.topic.toLowerCase() !== question.topic)
    .sort((x, y) => y.score - x.score || x.project - y.project)
    .slice(0, voters);
  const full = best[0]?.score ?? 1;
  const votes = new Map<string, number>();
  for (const { project, score } of best) {
    const vote = (score / full) ** power;
    for (const { organisation } of train[project]!.participants)
      votes.set(organisation, (votes.get(organisation) ?? 0) + vote);
  }
  return rankedBy(votes, question);
}

/** A query as one text: title, keywords, and the parts of the call or the idea. */
export const wholeText = ({ title, keywords, sections }: BaselineQuestion['text']): string =>
  [title, ...keywords, ...sections.map(({ text }) => text)].join('\n');
