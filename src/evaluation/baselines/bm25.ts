import { stem, stopWords } from '../../ranking/text/index.js';
import type { OpportunityText } from '../../ranking/index.js';
import type { PastProject } from '../read/past-project.js';
import type { Baseline, BaselineQuestion } from './baseline.js';
import { organisationsByVotes } from './project-votes.js';

const k1 = 1.2;
const b = 0.6;

/** One project in the index of the baseline. */
interface Posting {
  readonly project: number;
  readonly count: number;
}

/** Plain BM25 as anybody would write it: title counted twice, words and pairs of words. */
export class Bm25Votes implements Baseline {
  readonly tasks = ['idea', 'call', 'half'] as const;
  private readonly postings = new Map<string, Posting[]>();
  private readonly lengths: number[] = [];
  private readonly averageLength: number;

  constructor(private readonly train: readonly PastProject[]) {
    train.forEach(({ title, keywords, objective }, project) => {
      const terms = termsOf([title, title, ...keywords, objective]);
      this.lengths.push(terms.length);
      for (const [term, count] of counted(terms)) {
        const held = this.postings.get(term);
        if (held === undefined) this.postings.set(term, [{ project, count }]);
        else held.push({ project, count });
      }
    });
    this.averageLength = this.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, train.length);
  }

  rank(question: BaselineQuestion): string[] {
    const found = [...this.scores(question.text)].map((score, project) => ({ project, score }));
    return organisationsByVotes(this.train, found, question);
  }

  private scores({ title, keywords, sections }: OpportunityText): Float64Array {
    const scores = new Float64Array(this.train.length);
    const terms = termsOf([title, title, ...keywords, ...sections.map(({ text }) => text)]);
    for (const [term, asked] of counted(terms)) {
      const held = this.postings.get(term) ?? [];
      const rarity = Math.log(1 + (this.train.length - held.length + 0.5) / (held.length + 0.5));
      for (const { project, count } of held) {
        const length = 1 - b + (b * this.lengths[project]!) / this.averageLength;
        scores[project]! += (asked * rarity * count * (k1 + 1)) / (count + k1 * length);
      }
    }
    return scores;
  }
}

/** Stemmed words and pairs of neighbours, part by part. */
function termsOf(parts: readonly string[]): string[] {
  return parts.flatMap((part) => {
    const words = (part.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [])
      .filter((word) => !stopWords.en.has(word))
      .map((word) => stem(word, 'en'))
      .filter((word) => word !== '');
    return [...words, ...words.slice(1).map((word, at) => `${words[at]!} ${word}`)];
  });
}

function counted(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
