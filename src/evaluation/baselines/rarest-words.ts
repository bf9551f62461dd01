import { stopWords } from '../../ranking/text/index.js';
import type { PastProject } from '../read/past-project.js';

/** Words of a query that are searched for, where every further one costs a pass over half of all projects. */
const most = 50;

/**
 * What a search without a cut of its own is asked for: the words of a query that the fewest train projects have. Common
 * words would only make it slow: an idea has a hundred different words, and each project has some of them.
 */
export class RarestWords {
  /** by word: how many train projects have it */
  private readonly projects = new Map<string, number>();

  constructor(train: readonly PastProject[]) {
    for (const { title, keywords, objective } of train) {
      for (const word of wordsOf([title, ...keywords, objective].join('\n'))) {
        this.projects.set(word, (this.projects.get(word) ?? 0) + 1);
      }
    }
  }

  /** The rarest words of a text that some project has, each once; ties in the order of the text. */
  of(text: string): string[] {
    return [...wordsOf(text)]
      .flatMap((word) => {
        const projects = this.projects.get(word);
        return projects === undefined ? [] : [{ word, projects }];
      })
      .sort((a, b) => a.projects - b.projects)
      .slice(0, most)
      .map(({ word }) => word);
  }
}

const wordsOf = (text: string): Set<string> =>
  new Set((text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []).filter((word) => !stopWords.en.has(word)));
