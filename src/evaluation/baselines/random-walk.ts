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
  private readonly joined = new Map<string, number[]>();

  constructor(private readonly train: readonly PastProject[]) {
    train.forEach(({ participants }, project) => {
      for (const { organisation } of participants) {
        const held = this.joined.get(organisation);
        if (held === undefined) this.joined.set(organisation, [project]);
        else held.push(project);
      }
    });
  }

  rank(question: BaselineQuestion): string[] {
    const arrived = new Map<string, number>();
    let mass = new Map(question.seeds.map((seed) => [seed, 1 / question.seeds.length]));
    for (let round = 0; round < rounds; round += 1) {
      mass = this.oneRound(mass, question.topic);
      for (const [organisation, part] of mass)
        arrived.set(organisation, (arrived.get(organisation) ?? 0) + part);
    }
    return rankedBy(arrived, question);
  }

  private oneRound(mass: ReadonlyMap<string, number>, topic: string): Map<string, number> {
    const next = new Map<string, number>();
    for (const [organisation, held] of mass) {
      const links = (this.joined.get(organisation) ?? []).filter(
        (project) => this.train[project]!.topic.toLowerCase() !== topic,
      );
      for (const project of links) {
        const { participants } = this.train[project]!;
        const part = held / links.length / participants.length;
        for (const one of participants) next.set(one.organisation, (next.get(one.organisation) ?? 0) + part);
      }
    }
    return next;
  }
}
