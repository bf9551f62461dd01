import { Injectable } from '@nestjs/common';

import { AuditTrail, ClusterReadModel } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { systemScope, type Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { nobodysIdea, questionNotFound } from '../idea.errors.js';
import type { IdeaQuestion } from './same-idea.js';
import { SameIdeaStore } from './same-idea.store.js';

/** Most that one person is shown. */
const mostQuestions = 100;

/** Authors of ideas say whether they go on with others of the same idea; only they see that they were asked. */
@Injectable()
export class AnswerQuestions {
  readonly #store = new SameIdeaStore();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async list({ user }: Scope): Promise<IdeaQuestion[]> {
    if (user === undefined) throw nobodysIdea();
    return this.unitOfWork.run(systemScope(), async (unit) => {
      const rows = await this.#store.questions(unit, user, mostQuestions);
      const known = new Map((await this.clusters.all(unit)).map((one) => [one.id as string, one]));
      return rows.map(({ id, clusterId, idea, ideaTitle, own, sides, clusters, state, askedAt }) => {
        const { nameEn = '', nameIt = '' } = known.get(clusterId) ?? {};
        const cluster = { id: clusterId, nameEn, nameIt };
        return { round: id, idea, title: ideaTitle, cluster, shared: own, sides, clusters, state, askedAt };
      });
    });
  }

  /**
   * Says yes or no, or the other thing than before.
   *
   * @throws {AppError} `ideas.question-not-found`
   */
  async answer(scope: Scope, round: string, idea: string, agrees: boolean): Promise<void> {
    const { user } = scope;
    if (user === undefined) throw nobodysIdea();
    const state = agrees ? 'agreed' : 'refused';
    const [author] = await this.unitOfWork.run(systemScope(), (unit) => this.#store.authors(unit, [idea]));
    if (author?.user !== user) throw questionNotFound();
    await this.unitOfWork.run({ ...systemScope([author.cluster]), user }, async (unit) => {
      if (!(await this.#store.answer(unit, { round, idea, user }, state, this.clock.now())))
        throw questionNotFound();
      const { organisation, cluster } = author;
      const concerned = organisation === null ? { cluster } : { cluster, organisation };
      await this.audit.record(unit, 'idea.answered', { idea, round, agrees }, concerned);
    });
  }
}
