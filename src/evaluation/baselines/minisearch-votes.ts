import MiniSearch from 'minisearch';

import type { PastProject } from '../read/past-project.js';
import type { Baseline } from './baseline.js';
import { organisationsByVotes, wholeText } from './project-votes.js';

/** MiniSearch as its documentation sets it up, the title boosted to count twice: BM25+ over unstemmed words. */
export function miniSearchVotes(train: readonly PastProject[]): Baseline {
  const index = new MiniSearch<{ id: number; title: string; keywords: string; objective: string }>({
    fields: ['title', 'keywords', 'objective'],
    searchOptions: { boost: { title: 2 } },
  });
  index.addAll(
    train.map(({ title, keywords, objective }, id) => ({
      id,
      title,
      keywords: keywords.join(' '),
      objective,
    })),
  );
  return {
    tasks: ['idea', 'call', 'half'],
    rank(question) {
      const found = index
        .search(wholeText(question.text))
        .map(({ id, score }) => ({ project: Number(id), score }));
      return organisationsByVotes(train, found, question);
    },
  };
}
