import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { ClusterReadModel } from '../../accounts/index.js';
import { OpportunityReadModel } from '../../opportunities/index.js';
import { CorpusReadModel } from '../../organisations/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { defaultModel } from '../../ranking/index.js';
import { fingerprintOfCalls } from '../snapshots/calls-fingerprint.js';

/** Everything that ranking reads, of all audiences, as one text that changes with any of it. */
@Injectable()
export class ScoreInputs {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly corpus: CorpusReadModel,
    private readonly opportunities: OpportunityReadModel,
  ) {}

  /** @returns undefined where there is nothing to rank for */
  async fingerprint(): Promise<string | undefined> {
    const clusters = await this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
    const ids = clusters.map(({ id }) => id as string);
    return this.unitOfWork.run(
      systemScope(ids),
      async (unit) => {
        const calls = await this.opportunities.scorableVersions(unit);
        if (calls.length === 0) return undefined;
        const parts = [
          defaultModel.version,
          ...[...ids].sort(),
          fingerprintOfCalls(calls),
          await this.corpus.fingerprintInScope(unit),
        ];
        return createHash('sha256').update(parts.join('|')).digest('hex').slice(0, 32);
      },
      { view: 'snapshot' },
    );
  }
}
