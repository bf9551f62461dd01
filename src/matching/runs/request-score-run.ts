import { Injectable } from '@nestjs/common';

import { OpportunityReadModel } from '../../opportunities/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids/uuid.js';
import { defaultModel } from '../../ranking/index.js';
import { nothingToScore } from '../matching.errors.js';
import { ScoreRunStore } from './score-run.store.js';

/** Asks for a full score run: written down with the intention to prepare it, in one transaction. */
@Injectable()
export class RequestScoreRun {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opportunities: OpportunityReadModel,
    private readonly runs: ScoreRunStore,
  ) {}

  /**
   * @param asOf evidence dated later does not count
   * @returns the id of the run
   * @throws {AppError} `matching.nothing-to-score`
   */
  request(asOf: Date): Promise<string> {
    return this.unitOfWork.run(systemScope(), async (unit) => {
      if ((await this.opportunities.scorableIds(unit)).length === 0) throw nothingToScore();
      const id = newId();
      await this.runs.create(unit, {
        id,
        model: defaultModel.version,
        asOf: asOf.toISOString().slice(0, 10),
      });
      return id;
    });
  }
}
