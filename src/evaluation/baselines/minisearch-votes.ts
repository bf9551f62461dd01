import MiniSearch from 'minisearch';

import type { PastProject } from '../read/past-project.js';
import type { Baseline } from './baseline.js';
import { organisationsByVotes, wholeText } from './project-votes.js';
import { RarestWords } from './rarest-words.js';

/**
 * MiniSearch as its documentation sets it up, the title boosted to count twice: BM25+ over unstemmed words. Asked for the
 * rarest words of a query.
 */
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
  const rarest = new RarestWords(train);
  return {
    tasks: ['idea', 'call', 'half'],
    rank(question) {
      const found = index
        .search(rarest.of(wholeText(question.text)).join(' '))
        .map(({ id, score }) => ({ project: Number(id), score }));
      return organisationsByVotes(train, found, question);
    },
  };
}
