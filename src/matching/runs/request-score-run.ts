import { Injectable } from '@nestjs/common';

import { OpportunityReadModel } from '../../opportunities/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids/uuid.js';
import { defaultModel } from '../../ranking/index.js';
import { nothingToScore } from '../matching.errors.js';
import { ScoreInputStore } from '../freshness/score-input.store.js';
import { ScoreInputs } from '../freshness/score-inputs.js';
import { ScoreRunStore } from './score-run.store.js';

/** Asks for a full score run: written down with the intention to prepare it, in one transaction. */
@Injectable()
export class RequestScoreRun {
  readonly #ranked = new ScoreInputStore();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opportunities: OpportunityReadModel,
    private readonly runs: ScoreRunStore,
    private readonly inputs: ScoreInputs,
  ) {}

  /**
   * @param asOf evidence dated later does not count
   * @returns the id of the run
   * @throws {AppError} `matching.nothing-to-score`
   */
  async request(asOf: Date): Promise<string> {
    // read first: what changes meanwhile makes the run newer than it says, never older
    const fingerprint = await this.inputs.fingerprint();
    return this.unitOfWork.run(systemScope(), async (unit) => {
      if ((await this.opportunities.scorableIds(unit)).length === 0) throw nothingToScore();
      const id = newId();
      await this.runs.create(unit, {
        id,
        model: defaultModel.version,
        asOf: asOf.toISOString().slice(0, 10),
      });
      if (fingerprint !== undefined) await this.#ranked.ranked(unit, fingerprint);
      return id;
    });
  }
}
