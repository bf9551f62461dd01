import type { PastProject } from '../read/past-project.js';
import { rankedBy } from './baseline.js';
import type { Baseline, BaselineQuestion } from './baseline.js';

/** Rounds from an organisation over a project to another one. */
const rounds = 2;

/**
 * P3alpha with alpha 1, from the seeds: an organisation hands its mass to its projects in equal parts, a project to its
 * participants. Who is met after one round or after two counts by the mass that arrived there, the text by nothing.
 */
export class RandomWalk implements Baseline {
  readonly tasks = ['idea+coordinator', 'half'] as const;
  private readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();
  /** by organisation, by number: places of its projects */
  private readonly joined: number[][] = [];
  /** by project: numbers of its participants */
  private readonly held: readonly number[][];
  private readonly topics: readonly string[];

  constructor(train: readonly PastProject[]) {
    this.topics = train.map(({ topic }) => topic.toLowerCase());
    this.held = train.map(({ participants }, project) =>
      participants.map(({ organisation }) => {
        const number = this.numberOf(organisation);
        this.joined[number]!.push(project);
        return number;
      }),
    );
  }

  rank(question: BaselineQuestion): string[] {
    const arrived = new Float64Array(this.names.length);
    let mass = new Float64Array(this.names.length);
    for (const seed of question.seeds) mass[this.numbers.get(seed) ?? -1] = 1 / question.seeds.length;
    for (let round = 0; round < rounds; round += 1) {
      mass = this.oneRound(mass, question.topic);
      mass.forEach((part, number) => (arrived[number]! += part));
    }
    const scores = new Map<string, number>();
    arrived.forEach((score, number) => {
      if (score > 0) scores.set(this.names[number]!, score);
    });
    return rankedBy(scores, question);
  }

  private numberOf(organisation: string): number {
    const known = this.numbers.get(organisation);
    if (known !== undefined) return known;
    const number = this.names.push(organisation) - 1;
    this.numbers.set(organisation, number);
    this.joined.push([]);
    return number;
  }

  private oneRound(mass: Float64Array, topic: string): Float64Array<ArrayBuffer> {
    const next = new Float64Array(mass.length);
    mass.forEach((part, number) => {
      if (part === 0) return;
      const links = this.joined[number]!.filter((project) => this.topics[project] !== topic);
      for (const project of links) {
        const holders = this.held[project]!;
        for (const holder of holders) next[holder]! += part / links.length / holders.length;
      }
    });
    return next;
  }
}
